package io.leadmap.runtime;

import com.amazonaws.services.lambda.runtime.Context;

import io.leadmap.application.json.Json;
import io.micronaut.json.tree.JsonNode;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A function that reads a table's stream, one record after the other. At the first record that
 * fails it stops and reports it as the batch's failure (ReportBatchItemFailures), so that Lambda
 * hands it over again, with what stands behind it.
 */
public abstract class StreamFunction extends LambdaFunction {

    private final Consumer<StreamRecord> consumer;

    /** Builds the function around one of its beans. */
    protected StreamFunction(
            Map<String, String> environment,
            InstantSource clock,
            Class<? extends Consumer<StreamRecord>> consumer) {
        super(environment, clock);
        this.consumer = bean(consumer);
    }

    @Override
    final byte[] handle(JsonNode event, Context context) {
        return Json.write(
                Json.object()
                        .put(
                                "batchItemFailures",
                                failures(event, requestId(context)),
                                failed -> Json.object().put("itemIdentifier", failed).node())
                        .node());
    }

    private List<String> failures(JsonNode event, String requestId) {
        for (StreamRecord record : StreamEvents.records(event)) {
            try {
                consumer.accept(record);
            } catch (RuntimeException e) {
                log().fault(
                                requestId,
                                "record failed",
                                e,
                                "sequenceNumber",
                                record.sequenceNumber());
                return List.of(record.sequenceNumber());
            }
        }
        return List.of();
    }
}
