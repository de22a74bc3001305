package io.leadmap.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** SAM's merging of the Globals section: maps are joined, lists added, single values replaced. */
final class Globals {
    private Globals() {}

    static JsonNode merge(JsonNode global, JsonNode own) {
        if (own.isMissingNode()) {
            return global;
        }
        if (global.isObject() && own.isObject()) {
            ObjectNode merged = ((ObjectNode) global).deepCopy();
            own.properties()
                    .forEach(entry ->
                            merged.set(
                                    entry.getKey(),
                                    merge(global.path(entry.getKey()), entry.getValue())));
            return merged;
        }
        if (global.isArray() && own.isArray()) {
            ArrayNode merged = ((ArrayNode) global).deepCopy();
            own.forEach(merged::add);
            return merged;
        }
        return own;
    }
}
