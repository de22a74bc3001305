package io.leadmap.simulation.world;

import io.leadmap.json.Json;
import io.leadmap.json.JsonObject;
import io.leadmap.simulation.tables.ItemChange;
import io.micronaut.json.tree.JsonNode;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Changes of items as a table's stream tells of them. */
final class StreamRecords {

    private StreamRecords() {}

    /**
     * One record.
     *
     * @param withOldImage as the table's stream view says
     */
    static JsonNode of(ItemChange change, long sequenceNumber, boolean withOldImage) {
        Map<String, AttributeValue> item =
                change.after().isEmpty() ? change.before() : change.after();
        JsonObject told =
                Json.object()
                        .put("SequenceNumber", Long.toString(sequenceNumber))
                        .put("Keys", image(keys(item)));
        if (!change.after().isEmpty()) {
            told.put("NewImage", image(change.after()));
        }
        if (withOldImage && !change.before().isEmpty()) {
            told.put("OldImage", image(change.before()));
        }
        return Json.object()
                .put("eventID", Long.toString(sequenceNumber))
                .put("eventName", name(change))
                .put("eventSource", "aws:dynamodb")
                .put("dynamodb", told)
                .node();
    }

    private static String name(ItemChange change) {
        if (change.before().isEmpty()) {
            return "INSERT";
        }
        return change.after().isEmpty() ? "REMOVE" : "MODIFY";
    }

    private static Map<String, AttributeValue> keys(Map<String, AttributeValue> item) {
        return Map.of(
                "pk", Objects.requireNonNull(item.get("pk")),
                "sk", Objects.requireNonNull(item.get("sk")));
    }

    private static JsonObject image(Map<String, AttributeValue> item) {
        JsonObject image = Json.object();
        new TreeMap<>(item).forEach((name, value) -> image.put(name, typed(value)));
        return image;
    }

    private static JsonObject typed(AttributeValue value) {
        return switch (value.type()) {
            case S -> Json.object().put("S", value.s());
            case N -> Json.object().put("N", value.n());
            case B ->
                    Json.object()
                            .put(
                                    "B",
                                    Base64.getEncoder()
                                            .encodeToString(value.b().asByteArrayUnsafe()));
            case SS -> Json.object().putTexts("SS", value.ss());
            case BOOL -> Json.object().put("BOOL", (boolean) value.bool());
            default -> throw new UnsupportedOperationException(value.type().toString());
        };
    }
}
