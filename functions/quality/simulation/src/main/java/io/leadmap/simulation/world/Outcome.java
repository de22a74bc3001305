package io.leadmap.simulation.world;

import io.micronaut.json.tree.JsonNode;

/** How an invocation ended. */
public sealed interface Outcome {

    /** The function answered. */
    record Answered(JsonNode answer) implements Outcome {}

    /** The function threw. */
    record Failed(Throwable fault) implements Outcome {}

    /** The function's process ended. */
    record Ended() implements Outcome {}
}
