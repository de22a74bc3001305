package io.leadmap.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadmap.ports.EventBus;
import io.leadmap.ports.EventBus.Event;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.Collections;
import java.util.List;

/** What every {@link EventBus} keeps to. */
public abstract class EventBusContract {

    private static final Event EVENT =
            new Event("leadCreated", Instant.parse("2026-02-27T09:30:00Z"), "{\"lead\":\"l1\"}");

    /** The bus under test. */
    protected abstract EventBus bus();

    @Test
    void ten_events_at_once_are_taken() {
        assertThat(bus().publish(Collections.nCopies(10, EVENT))).isEmpty();
    }

    @Test
    void no_event_is_no_call() {
        assertThat(bus().publish(List.of())).isEmpty();
    }

    @Test
    void an_event_that_was_not_taken_is_told_by_its_index() {
        Event broken = new Event("leadCreated", EVENT.at(), "not json");
        assertThat(bus().publish(List.of(EVENT, broken, EVENT))).containsExactly(1);
    }
}
