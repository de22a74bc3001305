package io.leadmap.lambda;

import io.leadmap.ports.Deadline;

import java.util.List;
import java.util.function.Consumer;

/** What a function does with each record of a stream. */
public interface StreamConsumer extends Consumer<StreamRecord> {

    /**
     * Does with a whole batch what is cheaper together. What fails here is done with its record,
     * and reported there if it fails again.
     */
    default void begin(List<StreamRecord> batch) {}

    /**
     * Does its work with one record.
     *
     * @param deadline for work that must not be begun shortly before the function's time is up
     */
    default void accept(StreamRecord record, Deadline deadline) {
        accept(record);
    }
}
