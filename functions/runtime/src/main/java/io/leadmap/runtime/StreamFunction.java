package io.leadmap.runtime;

import com.amazonaws.services.lambda.runtime.Context;

import io.leadmap.application.json.Json;
import io.micronaut.json.tree.JsonNode;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/**
 * A function that reads a table's stream: what a batch allows together, then one record after the
 * other. At the first record that fails it stops and reports it as the batch's failure
 * (ReportBatchItemFailures), so that Lambda hands it over again, with what stands behind it.
 */
public abstract class StreamFunction extends LambdaFunction {

    private final StreamConsumer consumer;

    /** Builds the function around one of its beans. */
    protected StreamFunction(
            Map<String, String> environment,
            InstantSource clock,
            Class<? extends StreamConsumer> consumer) {
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
        List<StreamRecord> batch = StreamEvents.records(event);
        begin(batch, requestId);
        for (StreamRecord record : batch) {
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

    private void begin(List<StreamRecord> batch, String requestId) {
        try {
            consumer.begin(batch);
        } catch (RuntimeException e) {
            log().fault(requestId, "batch is taken record by record", e);
        }
    }
}
