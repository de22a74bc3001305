package io.leadmap.lambda;

import io.leadmap.json.TrustingView;
import io.micronaut.json.tree.JsonNode;

import java.time.Instant;

/**
 * An event of an EventBridge bus; a schedule's tick is one, too.
 *
 * @param detailType what happened, for example {@code Email Delivered} or {@code Scheduled Event}
 * @param at when it was sent, by AWS's clock
 */
public record BusEvent(
        String id, String source, String detailType, Instant at, TrustingView detail) {

    static BusEvent of(JsonNode event, Instant now) {
        TrustingView told = new TrustingView(event);
        return new BusEvent(
                told.textOrEmpty("id"),
                told.textOrEmpty("source"),
                told.textOrEmpty("detail-type"),
                told.has("time") ? told.instant("time") : now,
                told.find("detail"));
    }

    /** Without its detail, which may hold addresses. */
    @Override
    public String toString() {
        return "BusEvent[" + id + ", " + detailType + "]";
    }
}
