package io.leadmap.runtime;

import io.micronaut.json.tree.JsonNode;

import org.jspecify.annotations.Nullable;

/** Reads events, whose senders we trust to write what they document; what is missing is blank. */
final class Nodes {

    private Nodes() {}

    static JsonNode child(JsonNode node, String name) {
        @Nullable JsonNode child = node.isObject() ? node.get(name) : null;
        return child == null ? JsonNode.nullNode() : child;
    }

    static String text(JsonNode node, String name) {
        JsonNode child = child(node, name);
        return child.isString() ? child.getStringValue() : "";
    }

    static boolean isTrue(JsonNode node, String name) {
        JsonNode child = child(node, name);
        return child.isBoolean() && child.getBooleanValue();
    }
}
