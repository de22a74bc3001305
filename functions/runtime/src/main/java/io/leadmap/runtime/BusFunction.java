package io.leadmap.runtime;

import com.amazonaws.services.lambda.runtime.Context;

import io.leadmap.application.json.Json;
import io.micronaut.json.tree.JsonNode;

import java.time.InstantSource;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A function that a rule of a bus invokes. Faults are logged and thrown: Lambda repeats, then keeps
 * the event aside.
 */
public abstract class BusFunction extends LambdaFunction {

    private final InstantSource clock;
    private final Consumer<BusEvent> consumer;

    /** Builds the function around one of its beans. */
    protected BusFunction(
            Map<String, String> environment,
            InstantSource clock,
            Class<? extends Consumer<BusEvent>> consumer) {
        super(environment, clock);
        this.clock = clock;
        this.consumer = bean(consumer);
    }

    @Override
    final byte[] handle(JsonNode event, Context context) {
        BusEvent read = BusEvent.of(event, clock.instant());
        try {
            consumer.accept(read);
            return Json.write(JsonNode.nullNode());
        } catch (RuntimeException e) {
            log().fault(requestId(context), "event failed", e, "event", read.id());
            throw e;
        }
    }
}
