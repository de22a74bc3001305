package io.leadmap.template;

import java.util.Optional;

/**
 * A function that is told of events on a bus.
 *
 * @param id function and event
 * @param function logical id
 * @param bus the bus's name
 * @param pattern the event pattern, JSON
 * @param input what the function is given instead of the event
 */
public record BusRule(
        String id, String function, String bus, String pattern, Optional<String> input) {}
