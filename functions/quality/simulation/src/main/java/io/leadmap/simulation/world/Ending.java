package io.leadmap.simulation.world;

import io.micronaut.json.tree.JsonNode;

/** How an invocation ended. */
public sealed interface Ending {

    /** The function answered. */
    record Answered(JsonNode answer) implements Ending {}

    /** The function threw. */
    record Failed(Throwable fault) implements Ending {}

    /** The function's process ended. */
    record Ended() implements Ending {}
}
