package io.leadmap.runtime;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

import io.leadmap.application.Deadline;
import io.leadmap.application.Invocation;
import io.leadmap.application.json.Json;
import io.leadmap.aws.AwsClients;
import io.leadmap.aws.AwsEnvironment;
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

    private final Environment environment;
    private final InstantSource clock;
    private final Invocation invocation = new Invocation();
    private final BeanContext beans;
    private final Log log;

    /**
     * Wires the function. Nothing here reads credentials, keys or a practice's data: the result may
     * become a snapshot.
     */
    protected LambdaFunction(Map<String, String> environment, InstantSource clock) {
        this.environment = new Environment(environment);
        this.clock = clock;
        log =
                new Log(
                        this.environment
                                .find("AWS_LAMBDA_FUNCTION_NAME")
                                .orElse(getClass().getSimpleName()),
                        clock);
        beans = wired(new AwsClients(new AwsEnvironment(environment)));
        Core.getGlobalContext().register(this);
    }

    private BeanContext wired(AwsClients clients) {
        BeanContext context = BeanContext.build(getClass().getClassLoader());
        context.registerSingleton(Environment.class, environment);
        context.registerSingleton(InstantSource.class, clock);
        context.registerSingleton(Log.class, log);
        context.registerSingleton(Invocation.class, invocation);
        context.registerSingleton(AwsClients.class, clients);
        return context.start();
    }

    @Override
    public final void handleRequest(InputStream in, OutputStream out, Context context)
            throws IOException {
        invocation.begin();
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

    /**
     * Goes once the way of an event, so that the first real one finds loaded what it needs.
     *
     * @param beans like the function's own, but over services that hold nothing and keep nothing
     */
    void rehearse(BeanContext beans) {}

    /** A bean of this function. */
    final <T> T bean(Class<T> type) {
        return beans.getBean(type);
    }

    final Log log() {
        return log;
    }

    /** How long before its time is up a function begins nothing any more. */
    protected Duration reserve() {
        return RESERVE;
    }

    final Deadline deadline(@Nullable Context context) {
        return context == null
                ? Deadline.NONE
                : () -> context.getRemainingTimeInMillis() < reserve().toMillis();
    }

    static String requestId(@Nullable Context context) {
        return context == null || context.getAwsRequestId() == null
                ? "none"
                : context.getAwsRequestId();
    }

    /**
     * Before SnapStart takes its snapshot. The beans that are used here are thrown away, so that
     * the snapshot holds no key, no random number and no connection that its copies would share.
     * What fails here costs the first event some time and nothing else.
     */
    @Override
    public final void beforeCheckpoint(org.crac.@Nullable Context<? extends Resource> context) {
        try (BeanContext rehearsal = wired(AwsClients.rehearsal())) {
            rehearse(rehearsal);
        } catch (RuntimeException | LinkageError e) {
            log.fault("none", "priming failed", e);
        }
    }

    @Override
    public final void afterRestore(org.crac.Context<? extends Resource> context) {}
}
