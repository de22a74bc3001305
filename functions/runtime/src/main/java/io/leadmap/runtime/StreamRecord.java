package io.leadmap.runtime;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.util.Map;

/**
 * A change of an item, as a table's stream reports it.
 *
 * @param kind what happened to the item
 * @param oldImage the item before; empty for an insert or where the stream does not carry it
 * @param newImage the item after; empty for a removal or where the stream does not carry it
 */
public record StreamRecord(
        Kind kind,
        String sequenceNumber,
        Map<String, AttributeValue> keys,
        Map<String, AttributeValue> oldImage,
        Map<String, AttributeValue> newImage) {

    public StreamRecord {
        keys = Map.copyOf(keys);
        oldImage = Map.copyOf(oldImage);
        newImage = Map.copyOf(newImage);
    }

    /** The kinds of change. */
    public enum Kind {
        INSERT,
        MODIFY,
        REMOVE
    }

    /** Its place in the stream; images may hold patient data. */
    @Override
    public String toString() {
        return "StreamRecord[" + kind + ", " + sequenceNumber + "]";
    }
}
