package io.leadmap.eventpublisher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadmap.domain.history.ContactEntry;
import io.leadmap.domain.lead.LeadId;
import io.leadmap.domain.practice.PracticeId;
import io.leadmap.ports.Backoff;
import io.leadmap.ports.Deadline;
import io.leadmap.ports.EventBus.Event;
import io.leadmap.ports.LeftTwice;
import io.leadmap.testkit.InMemoryStore;
import io.leadmap.testkit.LeadStory;
import io.leadmap.testkit.MovableClock;
import io.leadmap.testkit.SamplePractices;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** What the publisher's schedule finds of what its stream forgot. */
class HistoryCatchUpTest {

    private static final PracticeId PRACTICE = new PracticeId("brightwater");
    private static final int TICKS_OF_HALF_A_DAY = 12;

    private final MovableClock clock = new MovableClock(Instant.parse("2026-02-27T09:30:00Z"));
    private final InMemoryStore store = new InMemoryStore(clock);
    private final List<Event> heard = new ArrayList<>();
    private boolean refuses;
    private final PublishHistory publish =
            new PublishHistory(store.histories(), store.progress(), this::hear, Backoff.NONE);
    private final HistoryCatchUp catchUp = new HistoryCatchUp(store.progress(), publish, clock);
    private final LeadStory tim = new LeadStory(PRACTICE, new LeadId("tim00000000"), clock);

    HistoryCatchUpTest() {
        store.practices().store(SamplePractices.of(PRACTICE), 0);
        tim.begin(store, "tim@example.com", null);
    }

    @Test
    void what_was_not_published_is_published_in_order_within_half_a_day() {
        tim.then(store, new ContactEntry.NoteAdded("a", null));

        assertThat(halfADay()).isEqualTo(1);

        assertThat(heard).extracting(Event::type).containsExactly("leadCreated", "noteAdded");
    }

    @Test
    void what_was_published_is_not_published_again() {
        publish.publish(PRACTICE, tim.id(), 1);
        heard.clear();

        assertThat(halfADay()).isZero();

        assertThat(heard).isEmpty();
    }

    @Test
    void a_lead_that_was_written_a_moment_ago_is_left_to_the_stream() {
        for (int tick = 0; tick < TICKS_OF_HALF_A_DAY; tick++) {
            clock.advance(Duration.ofHours(1));
            tim.then(store, new ContactEntry.NoteAdded("note " + tick, null));
            catchUp.run(Deadline.NONE);
        }

        assertThat(heard).isEmpty();
    }

    @Test
    void a_tick_fails_whose_events_the_bus_does_not_take_in_two_turns() {
        refuses = true;

        assertThatThrownBy(this::halfADay)
                .isInstanceOfSatisfying(
                        LeftTwice.class,
                        left ->
                                assertThat(left.items())
                                        .isEqualTo("published brightwater/" + tim.id()));
    }

    private long halfADay() {
        long published = 0;
        for (int tick = 0; tick < TICKS_OF_HALF_A_DAY; tick++) {
            clock.advance(Duration.ofHours(1));
            published += catchUp.run(Deadline.NONE).getOrDefault("published", 0L);
        }
        return published;
    }

    private List<Integer> hear(List<Event> events) {
        heard.addAll(events);
        return refuses ? IntStream.range(0, events.size()).boxed().toList() : List.of();
    }
}
