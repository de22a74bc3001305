package io.leadmap.lambda;

import com.amazonaws.services.lambda.runtime.Context;

import io.leadmap.json.Json;
import io.leadmap.json.TrustingView;
import io.leadmap.lambda.ScheduledFunction.Work;
import io.leadmap.ports.Deadline;
import io.micronaut.context.ApplicationContext;
import io.micronaut.json.tree.JsonNode;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.Function;

/**
 * A function that reads a table's stream, and that a schedule of its own sets off to find what the
 * stream forgot (architecture decision 12). Of the stream it does what a batch allows together,
 * then one record after the other. At the first record that fails it stops and reports it as the
 * batch's failure (ReportBatchItemFailures), so that Lambda hands it over again, with what stands
 * behind it. An event of any other kind is a fault.
 */
public abstract class StreamFunction extends LambdaFunction {

    private final StreamConsumer consumer;
    private final Work work;

    /**
     * Builds the function around two of its beans.
     *
     * @param consumer what is done with records of the stream
     * @param work what is done at a tick of the schedule
     */
    protected StreamFunction(
            ApplicationContext beans,
            Function<ApplicationContext, ? extends LambdaFunction> another,
            Class<? extends StreamConsumer> consumer,
            Class<? extends Work> work) {
        super(beans, another);
        this.consumer = beans.getBean(consumer);
        this.work = beans.getBean(work);
    }

    @Override
    final byte[] handle(JsonNode event, @Nullable Context context) {
        if (event.get("Records") != null) {
            return records(event, context);
        }
        if ("aws.events".equals(new TrustingView(event).textOrEmpty("source"))) {
            return new Tick(work, log(), requestId(context)).run(deadline(context));
        }
        throw new IllegalArgumentException("neither records of a stream nor a schedule's tick");
    }

    private byte[] records(JsonNode event, @Nullable Context context) {
        return Json.write(
                Json.object()
                        .put(
                                "batchItemFailures",
                                failures(event, requestId(context), deadline(context)),
                                failed -> Json.object().put("itemIdentifier", failed).node())
                        .node());
    }

    private List<String> failures(JsonNode event, String requestId, Deadline deadline) {
        List<StreamRecord> batch = StreamEvents.records(event);
        begin(batch, requestId);
        for (StreamRecord record : batch) {
            try {
                consumer.accept(record, deadline);
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
