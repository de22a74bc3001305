package io.leadmap.template;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A function that reads a table's stream: an event source mapping of Lambda.
 *
 * @param id function and event, {@code MailSender.Ledger}
 * @param function logical id
 * @param table the table's name
 * @param streamArn of the table's stream, as records tell it
 * @param batchSize at most so many records an invocation
 * @param window how long to wait for a full batch
 * @param bisect whether a failing batch is halved
 * @param reportsItemFailures whether the answer names the records that failed
 * @param retries before a batch is given up; empty for until it expires
 * @param patterns event patterns of which a record must match one; none for all records
 * @param onFailure logical id of the queue that is told of what was given up
 */
public record StreamSource(
        String id,
        String function,
        String table,
        String streamArn,
        int batchSize,
        Duration window,
        boolean bisect,
        boolean reportsItemFailures,
        Optional<Integer> retries,
        List<String> patterns,
        Optional<String> onFailure) {

    /** Copies what it is given. */
    public StreamSource {
        patterns = List.copyOf(patterns);
    }
}
