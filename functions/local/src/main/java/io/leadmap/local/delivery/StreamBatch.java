package io.leadmap.local.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.leadmap.local.functions.Answer;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Records on their way to a function.
 *
 * @param shard where they came from
 * @param records what the function is given; may be empty when a filter left none
 * @param upTo the sequence number that is done with when this batch is
 * @param tries failed so far
 * @param notBefore when it is tried again
 */
record StreamBatch(
        String shard, List<ObjectNode> records, String upTo, int tries, Instant notBefore) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LONGEST_BACKOFF = Duration.ofSeconds(30);

    static String sequenceNumber(ObjectNode record) {
        return record.path("dynamodb").path("SequenceNumber").asText();
    }

    /** The same records, done with when later ones that a filter left out are passed too. */
    StreamBatch upTo(String later) {
        return new StreamBatch(shard, records, later, tries, notBefore);
    }

    /** The first {@code size} records and the rest. */
    List<StreamBatch> split(int size) {
        List<ObjectNode> first = records.subList(0, size);
        return List.of(
                new StreamBatch(shard, first, sequenceNumber(first.getLast()), tries, notBefore),
                new StreamBatch(
                        shard, records.subList(size, records.size()), upTo, tries, notBefore));
    }

    /** After one more failure: later, each time twice as long. */
    StreamBatch failed(Instant now) {
        Duration backoff = Duration.ofMillis(100L << Math.min(tries, 10));
        return new StreamBatch(
                shard,
                records,
                upTo,
                tries + 1,
                now.plus(backoff.compareTo(LONGEST_BACKOFF) > 0 ? LONGEST_BACKOFF : backoff));
    }

    /**
     * The place of the first record that was not handled; the number of records when all were.
     *
     * @param reports whether the answer names records
     */
    int handled(Answer answer, boolean reports) {
        return switch (answer) {
            case Answer.Failure failure -> 0;
            case Answer.Success success -> reports ? handled(success) : records.size();
        };
    }

    private int handled(Answer.Success answer) {
        if (answer.payload().length == 0) {
            return records.size();
        }
        try {
            JsonNode failures = JSON.readTree(answer.payload()).path("batchItemFailures");
            int handled = records.size();
            for (JsonNode failure : failures) {
                String failed = failure.path("itemIdentifier").asText("");
                handled = Math.min(handled, place(failed));
            }
            return handled;
        } catch (IOException e) {
            return 0;
        }
    }

    /** An identifier that is not in the batch fails all of it, as with Lambda. */
    private int place(String sequenceNumber) {
        for (int i = 0; i < records.size(); i++) {
            if (sequenceNumber(records.get(i)).equals(sequenceNumber)) {
                return i;
            }
        }
        return 0;
    }
}
