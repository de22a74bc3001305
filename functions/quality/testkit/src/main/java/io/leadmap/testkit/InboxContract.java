package io.leadmap.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadmap.domain.practice.PracticeId;
import io.leadmap.ports.Compression;
import io.leadmap.ports.Inbox;
import io.leadmap.ports.Inbox.Outcome;
import io.leadmap.ports.Inbox.Received;
import io.leadmap.ports.Inbox.Storing;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;

/**
 * What {@code Inbox} promises: an event is kept once, as it came, and seen until it is done with.
 */
public interface InboxContract extends StoreSuite {

    private Received event(PracticeId practice, String eventId) {
        return new Received(
                new Inbox.Key(practice, "pms", eventId),
                "{\"type\":\"\u00e9\"}",
                clock().instant());
    }

    @Test
    default void an_event_is_kept_once_as_it_came() {
        PracticeId practice = newPractice();
        Received event = event(practice, "evt 1/#\u00e9");
        Received other = new Received(event.key(), "{}", clock().instant().plusSeconds(1));

        assertThat(store().inbox().store(event)).isEqualTo(Storing.KEPT);
        assertThat(store().inbox().store(other)).isEqualTo(Storing.KNOWN);

        assertThat(store().inbox().find(event.key())).contains(event);
        assertThat(store().inbox().find(new Inbox.Key(practice, "pms2", "evt 1/#\u00e9")))
                .isEmpty();
        assertThat(store().inbox().find(new Inbox.Key(newPractice(), "pms", "evt 1/#\u00e9")))
                .isEmpty();
    }

    @Test
    default void an_event_waits_until_it_is_done_with() {
        PracticeId practice = newPractice();
        Received first = event(practice, "e-1");
        store().inbox().store(first);
        clock().advance(Duration.ofSeconds(1));
        Received second = event(practice, "e-2");
        store().inbox().store(second);

        assertThat(waiting(practice, first.at())).isEmpty();
        assertThat(waiting(practice, second.at())).containsExactly(first.key());
        assertThat(waiting(practice, second.at().plusSeconds(1)))
                .containsExactly(first.key(), second.key());

        store().inbox().done(first.key(), Outcome.INTERPRETED, clock().instant());
        store().inbox().done(first.key(), Outcome.INTERPRETED, clock().instant());
        assertThat(waiting(practice, second.at().plusSeconds(1))).containsExactly(second.key());
        assertThat(store().inbox().find(first.key())).contains(first);
    }

    @Test
    default void a_large_event_is_kept_as_it_came_and_what_cannot_be_kept_is_refused() {
        PracticeId practice = newPractice();
        String noise = noise(1024 * 1024);
        Received repetitive =
                received(practice, "long", "{\"a\":\"" + "\u00e9 ".repeat(350_000) + "\"}");
        Received fits = received(practice, "fits".repeat(50), longest(noise));
        Received over =
                received(practice, "over", noise.substring(0, fits.body().length() + 4_096));
        Received noisy = received(practice, "noisy", noise);

        assertThat(store().inbox().store(repetitive)).isEqualTo(Storing.KEPT);
        assertThat(store().inbox().store(fits)).isEqualTo(Storing.KEPT);
        assertThat(store().inbox().store(over)).isEqualTo(Storing.TOO_LARGE);
        assertThat(store().inbox().store(noisy)).isEqualTo(Storing.TOO_LARGE);

        assertThat(store().inbox().find(repetitive.key())).contains(repetitive);
        assertThat(store().inbox().find(fits.key())).contains(fits);
        assertThat(store().inbox().find(over.key())).isEmpty();
        assertThat(waiting(practice, clock().instant().plusSeconds(1)))
                .containsExactlyInAnyOrder(repetitive.key(), fits.key());
    }

    private Received received(PracticeId practice, String eventId, String body) {
        return new Received(new Inbox.Key(practice, "pms", eventId), body, clock().instant());
    }

    /** Text that hardly gets smaller; the same each time. */
    private static String noise(int length) {
        StringBuilder noise = new StringBuilder(length);
        new Random(1).ints(length, '!', '~').forEach(c -> noise.append((char) c));
        return noise.toString();
    }

    /** As much of it as can be kept, to a few bytes. */
    private static String longest(String noise) {
        int fits = Inbox.LARGEST;
        int tooLong = noise.length();
        while (tooLong - fits > 4) {
            int length = (fits + tooLong) / 2;
            if (Compression.of(noise.substring(0, length)).length <= Inbox.LARGEST) {
                fits = length;
            } else {
                tooLong = length;
            }
        }
        return noise.substring(0, fits);
    }

    private List<Inbox.Key> waiting(PracticeId practice, Instant before) {
        return store().inbox().waiting(before, 10_000).stream()
                .filter(key -> key.practice().equals(practice))
                .toList();
    }
}
