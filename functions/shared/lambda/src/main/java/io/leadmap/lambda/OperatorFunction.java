package io.leadmap.lambda;

import com.amazonaws.services.lambda.runtime.Context;

import io.leadmap.json.Json;
import io.micronaut.context.ApplicationContext;
import io.micronaut.json.tree.JsonNode;

import org.jspecify.annotations.Nullable;

import java.util.function.Function;

/** A function that an operator invokes with a JSON document and that answers with one. */
public abstract class OperatorFunction extends LambdaFunction {

    private final Function<JsonNode, JsonNode> work;

    /** Builds the function around one of its beans. */
    protected OperatorFunction(
            ApplicationContext beans,
            Function<ApplicationContext, ? extends LambdaFunction> another,
            Class<? extends Function<JsonNode, JsonNode>> work) {
        super(beans, another);
        this.work = beans.getBean(work);
    }

    @Override
    final byte[] handle(JsonNode event, @Nullable Context context) {
        try {
            return Json.write(work.apply(event));
        } catch (RuntimeException e) {
            log().fault(requestId(context), "operator's call failed", e);
            throw e;
        }
    }
}
