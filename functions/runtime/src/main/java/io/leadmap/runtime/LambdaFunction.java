package io.leadmap.runtime;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

import io.leadmap.application.Deadline;
import io.leadmap.application.json.Json;
import io.micronaut.context.BeanContext;
import io.micronaut.json.tree.JsonNode;

import org.crac.Core;
import org.crac.Resource;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;

/**
 * What every function of the template is built on: its environment and clock, its beans (wired at
 * compile time by Micronaut), its log, and what is done before SnapStart takes its snapshot.
 */
public abstract class LambdaFunction implements RequestStreamHandler, Resource {

    private static final Duration RESERVE = Duration.ofSeconds(3);

    static {
        // Micronaut logs through slf4j; functions carry no binding and need not be told so at every
        // start.
        if (System.getProperty("slf4j.internal.verbosity") == null) {
            System.setProperty("slf4j.internal.verbosity", "ERROR");
        }
    }

    private final BeanContext beans;
    private final Log log;

    /**
     * Wires the function. Nothing here reads credentials, keys or a practice's data: the result may
     * become a snapshot.
     */
    protected LambdaFunction(Map<String, String> environment, InstantSource clock) {
        Environment variables = new Environment(environment);
        log =
                new Log(
                        variables
                                .find("AWS_LAMBDA_FUNCTION_NAME")
                                .orElse(getClass().getSimpleName()),
                        clock,
                        System.out);
        beans = BeanContext.build(getClass().getClassLoader());
        beans.registerSingleton(Environment.class, variables);
        beans.registerSingleton(InstantSource.class, clock);
        beans.registerSingleton(Log.class, log);
        beans.start();
        Core.getGlobalContext().register(this);
    }

    @Override
    public final void handleRequest(InputStream in, OutputStream out, Context context)
            throws IOException {
        JsonNode event;
        try {
            event = Json.read(in.readAllBytes());
        } catch (Json.Malformed e) {
            throw new IllegalArgumentException("an event is JSON", e);
        }
        out.write(handle(event, context));
    }

    /** Answers one event. */
    abstract byte[] handle(JsonNode event, Context context);

    /** Goes once through what the first event will need; must touch no data and no credentials. */
    void prime() {}

    /** A bean of this function. */
    final <T> T bean(Class<T> type) {
        return beans.getBean(type);
    }

    final Log log() {
        return log;
    }

    static Deadline deadline(@Nullable Context context) {
        return context == null
                ? Deadline.NONE
                : () -> context.getRemainingTimeInMillis() < RESERVE.toMillis();
    }

    static String requestId(@Nullable Context context) {
        return context == null || context.getAwsRequestId() == null
                ? "none"
                : context.getAwsRequestId();
    }

    @Override
    public final void beforeCheckpoint(org.crac.Context<? extends Resource> context) {
        prime();
    }

    @Override
    public final void afterRestore(org.crac.Context<? extends Resource> context) {}
}
