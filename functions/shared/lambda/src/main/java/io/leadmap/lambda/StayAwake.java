package io.leadmap.lambda;

import io.micronaut.json.tree.JsonNode;

/**
 * What a schedule sends so that Lambda keeps the function's snapshot, which it throws away after 14
 * days without a call: <code>{"stay": "awake"}</code>. There is nothing to do for it.
 */
final class StayAwake {

    private StayAwake() {}

    /** Tells whether an event is that and nothing else. */
    static boolean isAsked(JsonNode event) {
        JsonNode stay = event.isObject() && event.size() == 1 ? event.get("stay") : null;
        return stay != null && stay.isString() && stay.getStringValue().equals("awake");
    }
}
