package io.leadmap.local.delivery;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.StreamRecord;

import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** Stream records as Lambda hands them to a function. */
final class StreamEvent {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private StreamEvent() {}

    static ObjectNode of(List<ObjectNode> records) {
        ObjectNode event = JSON.objectNode();
        ArrayNode list = event.putArray("Records");
        records.forEach(list::add);
        return event;
    }

    /**
     * One record.
     *
     * @param ahead how far the runner's clock is from the machine's, which stamped the record
     */
    static ObjectNode record(Record record, String streamArn, String region, Duration ahead) {
        StreamRecord change = record.dynamodb();
        ObjectNode node =
                JSON.objectNode()
                        .put("eventID", record.eventID())
                        .put("eventName", record.eventNameAsString())
                        .put("eventVersion", record.eventVersion())
                        .put("eventSource", record.eventSource())
                        .put("awsRegion", region)
                        .put("eventSourceARN", streamArn);
        ObjectNode dynamodb = node.putObject("dynamodb");
        dynamodb.put(
                "ApproximateCreationDateTime",
                change.approximateCreationDateTime().plus(ahead).getEpochSecond());
        dynamodb.set("Keys", image(change.keys()));
        if (change.hasNewImage()) {
            dynamodb.set("NewImage", image(change.newImage()));
        }
        if (change.hasOldImage()) {
            dynamodb.set("OldImage", image(change.oldImage()));
        }
        dynamodb.put("SequenceNumber", change.sequenceNumber())
                .put("SizeBytes", change.sizeBytes())
                .put("StreamViewType", change.streamViewTypeAsString());
        return node;
    }

    private static ObjectNode image(Map<String, AttributeValue> attributes) {
        ObjectNode image = JSON.objectNode();
        attributes.forEach((name, value) -> image.set(name, attribute(value)));
        return image;
    }

    private static ObjectNode attribute(AttributeValue value) {
        ObjectNode node = JSON.objectNode();
        switch (value.type()) {
            case S -> node.put("S", value.s());
            case N -> node.put("N", value.n());
            case BOOL -> node.put("BOOL", value.bool());
            case NUL -> node.put("NULL", true);
            case B -> node.put("B", base64(value.b()));
            case SS -> value.ss().forEach(node.putArray("SS")::add);
            case NS -> value.ns().forEach(node.putArray("NS")::add);
            case BS -> {
                ArrayNode list = node.putArray("BS");
                value.bs().forEach(bytes -> list.add(base64(bytes)));
            }
            case M -> node.set("M", image(value.m()));
            case L -> {
                ArrayNode list = node.putArray("L");
                value.l().forEach(item -> list.add(attribute(item)));
            }
            case UNKNOWN_TO_SDK_VERSION ->
                    throw new IllegalArgumentException("an attribute of no known type");
        }
        return node;
    }

    private static String base64(SdkBytes bytes) {
        return Base64.getEncoder().encodeToString(bytes.asByteArrayUnsafe());
    }
}
