package io.leadmap.json;

import io.micronaut.json.tree.JsonNode;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A JSON object while it is written; members keep their order, null is written as null. */
public final class JsonObject {

    private final Map<String, JsonNode> members = new LinkedHashMap<>();

    JsonObject() {}

    public JsonObject put(String name, @Nullable JsonNode value) {
        members.put(name, value == null ? JsonNode.nullNode() : value);
        return this;
    }

    public JsonObject put(String name, @Nullable JsonObject value) {
        return put(name, value == null ? null : value.node());
    }

    public JsonObject put(String name, @Nullable String value) {
        return put(name, value == null ? null : JsonNode.createStringNode(value));
    }

    /** Puts the text form of a value: an id, an instant, a date, a duration. */
    public JsonObject putText(String name, @Nullable Object value) {
        return put(name, value == null ? null : value.toString());
    }

    public JsonObject put(String name, long value) {
        return put(name, JsonNode.createNumberNode(value));
    }

    public JsonObject put(String name, @Nullable BigDecimal value) {
        return put(name, value == null ? null : JsonNode.createNumberNode(value));
    }

    public JsonObject put(String name, boolean value) {
        return put(name, JsonNode.createBooleanNode(value));
    }

    /** Puts an array of texts. */
    public JsonObject putTexts(String name, Collection<String> values) {
        return put(name, values, JsonNode::createStringNode);
    }

    /** Puts an array with one element for each value. */
    public <T> JsonObject put(
            String name, Collection<T> values, Function<? super T, JsonNode> element) {
        List<JsonNode> elements = values.stream().<JsonNode>map(element).toList();
        return put(name, JsonNode.createArrayNode(elements));
    }

    /** Leaves a member out if it is null. */
    public JsonObject putIfPresent(String name, @Nullable Object value) {
        return value == null ? this : putText(name, value);
    }

    /** The finished object; later members do not reach it. */
    public JsonNode node() {
        return JsonNode.createObjectNode(new LinkedHashMap<>(members));
    }
}
