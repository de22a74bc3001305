package io.leadmap.runtime;

import io.micronaut.json.tree.JsonNode;

import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The event with which Lambda hands over a batch of a DynamoDB stream. */
final class StreamEvents {

    private StreamEvents() {}

    static List<StreamRecord> records(JsonNode event) {
        List<StreamRecord> records = new ArrayList<>();
        for (JsonNode record : Nodes.child(event, "Records").values()) {
            JsonNode change = Nodes.child(record, "dynamodb");
            records.add(
                    new StreamRecord(
                            StreamRecord.Kind.valueOf(Nodes.text(record, "eventName")),
                            Nodes.text(change, "SequenceNumber"),
                            image(Nodes.child(change, "Keys")),
                            image(Nodes.child(change, "OldImage")),
                            image(Nodes.child(change, "NewImage"))));
        }
        return records;
    }

    private static Map<String, AttributeValue> image(JsonNode object) {
        Map<String, AttributeValue> image = new LinkedHashMap<>();
        if (object.isObject()) {
            object.entries()
                    .forEach(member -> image.put(member.getKey(), value(member.getValue())));
        }
        return image;
    }

    private static AttributeValue value(JsonNode typed) {
        Map.Entry<String, JsonNode> only = typed.entries().iterator().next();
        JsonNode value = only.getValue();
        AttributeValue.Builder builder = AttributeValue.builder();
        return switch (only.getKey()) {
            case "S" -> builder.s(value.getStringValue()).build();
            case "N" -> builder.n(value.coerceStringValue()).build();
            case "B" -> builder.b(bytes(value)).build();
            case "BOOL" -> builder.bool(value.getBooleanValue()).build();
            case "NULL" -> builder.nul(true).build();
            case "M" -> builder.m(image(value)).build();
            case "L" ->
                    builder.l(elements(value).stream().map(StreamEvents::value).toList()).build();
            case "SS" ->
                    builder.ss(elements(value).stream().map(JsonNode::getStringValue).toList())
                            .build();
            case "NS" ->
                    builder.ns(elements(value).stream().map(JsonNode::coerceStringValue).toList())
                            .build();
            case "BS" ->
                    builder.bs(elements(value).stream().map(StreamEvents::bytes).toList()).build();
            default ->
                    throw new IllegalArgumentException("unknown attribute type " + only.getKey());
        };
    }

    private static List<JsonNode> elements(JsonNode array) {
        List<JsonNode> elements = new ArrayList<>();
        array.values().forEach(elements::add);
        return elements;
    }

    private static SdkBytes bytes(JsonNode value) {
        return SdkBytes.fromByteArray(Base64.getDecoder().decode(value.getStringValue()));
    }
}
