package io.leadmap.runtime;

import io.micronaut.json.tree.JsonNode;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

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
                            image(change, "OldImage"),
                            image(change, "NewImage")));
        }
        return records;
    }

    private static @Nullable JsonNode image(JsonNode change, String name) {
        JsonNode image = Nodes.child(change, name);
        return image.isObject() ? image : null;
    }
}
