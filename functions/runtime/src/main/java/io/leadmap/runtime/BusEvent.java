package io.leadmap.runtime;

import io.micronaut.json.tree.JsonNode;

import java.time.Instant;

/**
 * An event of an EventBridge bus; a schedule's tick is one, too.
 *
 * @param detailType what happened, for example {@code Email Delivered} or {@code Scheduled Event}
 * @param at when it was sent, by AWS's clock
 */
public record BusEvent(String id, String source, String detailType, Instant at, JsonNode detail) {

    static BusEvent of(JsonNode event, Instant now) {
        String at = Nodes.text(event, "time");
        return new BusEvent(
                Nodes.text(event, "id"),
                Nodes.text(event, "source"),
                Nodes.text(event, "detail-type"),
                at.isEmpty() ? now : Instant.parse(at),
                Nodes.child(event, "detail"));
    }

    /** Without its detail, which may hold addresses. */
    @Override
    public String toString() {
        return "BusEvent[" + id + ", " + detailType + "]";
    }
}
