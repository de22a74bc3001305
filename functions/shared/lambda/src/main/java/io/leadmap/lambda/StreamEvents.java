package io.leadmap.lambda;

import io.leadmap.json.TrustingView;
import io.micronaut.json.tree.JsonNode;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** The event with which Lambda hands over a batch of a DynamoDB stream. */
final class StreamEvents {

    private StreamEvents() {}

    static List<StreamRecord> records(JsonNode event) {
        return new TrustingView(event).list("Records", StreamEvents::record);
    }

    private static StreamRecord record(TrustingView record) {
        TrustingView change = record.at("dynamodb");
        return new StreamRecord(
                record.choice(StreamRecord.Kind.class, "eventName"),
                change.text("SequenceNumber"),
                image(change, "OldImage"),
                image(change, "NewImage"));
    }

    private static @Nullable JsonNode image(TrustingView change, String name) {
        return change.has(name) ? change.at(name).node() : null;
    }
}
