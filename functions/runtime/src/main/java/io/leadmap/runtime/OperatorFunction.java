package io.leadmap.runtime;

import com.amazonaws.services.lambda.runtime.Context;

import io.leadmap.application.json.Json;
import io.micronaut.json.tree.JsonNode;

import java.time.InstantSource;
import java.util.Map;
import java.util.function.Function;

/** A function that an operator invokes with a JSON document and that answers with one. */
public abstract class OperatorFunction extends LambdaFunction {

    private final Function<JsonNode, JsonNode> work;

    /** Builds the function around one of its beans. */
    protected OperatorFunction(
            Map<String, String> environment,
            InstantSource clock,
            Class<? extends Function<JsonNode, JsonNode>> work) {
        super(environment, clock);
        this.work = bean(work);
    }

    @Override
    final byte[] handle(JsonNode event, Context context) {
        try {
            return Json.write(work.apply(event));
        } catch (RuntimeException e) {
            log().fault(requestId(context), "operator's call failed", e);
            throw e;
        }
    }
}
