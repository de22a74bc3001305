package io.leadmap.lambda;

import io.micronaut.json.tree.JsonNode;

import org.jspecify.annotations.Nullable;

/**
 * A change of an item, as a table's stream reports it.
 *
 * @param kind what happened to the item
 * @param oldImage the item before, its attributes with their types; null for an insert or where the
 *     stream does not carry it
 * @param newImage the item after; null for a removal or where the stream does not carry it
 */
public record StreamRecord(
        Kind kind,
        String sequenceNumber,
        @Nullable JsonNode oldImage,
        @Nullable JsonNode newImage) {

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
