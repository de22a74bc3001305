package io.leadmap.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadmap.application.Inbox;
import io.leadmap.application.Inbox.Outcome;
import io.leadmap.application.Inbox.Received;
import io.leadmap.domain.practice.PracticeId;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

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

        assertThat(store().inbox().store(event)).isTrue();
        assertThat(store().inbox().store(other)).isFalse();

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

    private List<Inbox.Key> waiting(PracticeId practice, Instant before) {
        return store().inbox().waiting(before, 10_000).stream()
                .filter(key -> key.practice().equals(practice))
                .toList();
    }
}
