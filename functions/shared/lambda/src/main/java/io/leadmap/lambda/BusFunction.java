package io.leadmap.lambda;

import com.amazonaws.services.lambda.runtime.Context;

import io.leadmap.json.Json;
import io.micronaut.context.ApplicationContext;
import io.micronaut.json.tree.JsonNode;

import org.jspecify.annotations.Nullable;

import java.time.InstantSource;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A function that a rule of a bus invokes. Faults are logged and thrown: Lambda repeats, then keeps
 * the event aside.
 */
public abstract class BusFunction extends LambdaFunction {

    private final InstantSource clock;
    private final Consumer<BusEvent> consumer;

    /** Builds the function around one of its beans. */
    protected BusFunction(
            ApplicationContext beans,
            Function<ApplicationContext, ? extends LambdaFunction> another,
            Class<? extends Consumer<BusEvent>> consumer) {
        super(beans, another);
        clock = beans.getBean(InstantSource.class);
        this.consumer = beans.getBean(consumer);
    }

    @Override
    final byte[] handle(JsonNode event, @Nullable Context context) {
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
