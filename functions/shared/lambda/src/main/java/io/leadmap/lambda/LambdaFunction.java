package io.leadmap.lambda;

import com.amazonaws.services.lambda.runtime.Context;

import io.leadmap.aws.AwsClients;
import io.leadmap.json.Json;
import io.leadmap.ports.Deadline;
import io.leadmap.ports.Invocation;
import io.micronaut.context.ApplicationContext;
import io.micronaut.function.aws.MicronautRequestStreamHandler;
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
import java.util.Optional;
import java.util.function.Function;

/**
 * What every function of the template is built on: a Micronaut Function handler of streams, with
 * the beans that the factory in its folder makes, its log, and what is done before SnapStart takes
 * its snapshot.
 */
public abstract class LambdaFunction extends MicronautRequestStreamHandler implements Resource {

    private static final Duration RESERVE = Duration.ofSeconds(3);

    private final ApplicationContext beans;
    private final Function<ApplicationContext, ? extends LambdaFunction> another;
    private final Invocation invocation;
    private final Log log;

    /**
     * Wires the function. Nothing here reads credentials, keys or a practice's data: the result may
     * become a snapshot.
     *
     * @param beans of a {@link FunctionContext}
     * @param another makes the same function of other beans, to rehearse with
     */
    @SuppressWarnings("this-escape") // nothing calls it before a snapshot, which is later
    protected LambdaFunction(
            ApplicationContext beans,
            Function<ApplicationContext, ? extends LambdaFunction> another) {
        super(beans);
        this.beans = beans;
        this.another = another;
        invocation = beans.getBean(Invocation.class);
        log = beans.getBean(Log.class);
        if (!beans.getBean(AwsClients.class).isRehearsal()) {
            Core.getGlobalContext().register(this);
        }
    }

    /**
     * The beans of a function as Lambda starts it.
     *
     * @param function the handler's class, in whose package its beans are
     */
    protected static ApplicationContext beansOf(
            Class<?> function, Map<String, String> environment, InstantSource clock) {
        return FunctionContext.started(function, environment, clock);
    }

    @Override
    protected final void execute(InputStream in, OutputStream out, @Nullable Context context)
            throws IOException {
        invocation.begin();
        JsonNode event;
        try {
            event = Json.read(in.readAllBytes());
        } catch (Json.Malformed e) {
            throw new IllegalArgumentException("an event is JSON", e);
        }
        out.write(
                StayAwake.isAsked(event)
                        ? Json.write(JsonNode.nullNode())
                        : handle(event, context));
    }

    /** Answers one event. */
    abstract byte[] handle(JsonNode event, @Nullable Context context);

    /**
     * Goes the way of an event, so that the first real one finds loaded what it needs. This
     * function is another one then, over services that hold nothing and keep nothing.
     */
    void rehearse() {}

    /** A bean of this function. */
    final <T> T bean(Class<T> type) {
        return beans.getBean(type);
    }

    /** A bean of this function that not every function has. */
    final <T> Optional<T> find(Class<T> type) {
        return beans.findBean(type);
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
     * Before SnapStart takes its snapshot. The function and the beans that are used here are thrown
     * away, so that the snapshot holds no key, no random number and no connection that its copies
     * would share. What fails here costs the first event some time and nothing else.
     */
    @Override
    public final void beforeCheckpoint(org.crac.@Nullable Context<? extends Resource> context) {
        try (ApplicationContext others =
                FunctionContext.rehearsing(
                        getClass(),
                        bean(Environment.class).variables(),
                        bean(InstantSource.class))) {
            another.apply(others).rehearse();
        } catch (RuntimeException | LinkageError e) {
            log.fault("none", "priming failed", e);
        }
    }

    @Override
    public final void afterRestore(org.crac.Context<? extends Resource> context) {}
}
