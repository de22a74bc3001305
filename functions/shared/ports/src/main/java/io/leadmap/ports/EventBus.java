package io.leadmap.ports;

import java.time.Instant;
import java.util.List;

/** The project's bus, for whoever wants to listen; carries no personal data. */
public interface EventBus {

    /** Publishes at most 10 events and gives the indexes of those that were not taken. */
    List<Integer> publish(List<Event> events);

    /**
     * @param detail JSON, described by a schema in {@code events/schemas}
     */
    record Event(String type, Instant at, String detail) {}
}
