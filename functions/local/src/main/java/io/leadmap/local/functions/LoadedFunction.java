package io.leadmap.local.functions;

import io.leadmap.template.FunctionDefinition;
import io.leadmap.template.Miswiring;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URLClassLoader;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * One function: loaded from its zip at its first event, given its own environment and the runner's
 * clock through its two-argument constructor, and run with Lambda's limits. An instance of the
 * handler takes one event at a time; events at the same time get instances of their own.
 */
public final class LoadedFunction {
    private static final int LARGEST_PAYLOAD = 6 * 1024 * 1024;
    private static final String HANDLER =
            "com.amazonaws.services.lambda.runtime.RequestStreamHandler";

    private final FunctionDefinition definition;
    private final Map<String, String> environment;
    private final InstantSource clock;
    private final Libraries libraries;
    private final FunctionOutput output;
    private final ConcurrentLinkedDeque<Object> idle = new ConcurrentLinkedDeque<>();
    private @Nullable URLClassLoader loader;

    /**
     * @param definition from the template
     * @param environment all of its environment
     * @param clock what it is told the time by
     * @param libraries where its libraries are loaded
     * @param output where its lines go
     */
    public LoadedFunction(
            FunctionDefinition definition,
            Map<String, String> environment,
            InstantSource clock,
            Libraries libraries,
            FunctionOutput output) {
        this.definition = definition;
        this.environment = Map.copyOf(environment);
        this.clock = clock;
        this.libraries = libraries;
        this.output = output;
    }

    /** What keeps it from being loaded. */
    public Optional<Miswiring> miswiring() {
        return new Artefact(definition).miswiring();
    }

    /** What the template says of it. */
    public FunctionDefinition definition() {
        return definition;
    }

    /** Invokes it and waits, at most for its timeout. Never throws for what the function does. */
    public Answer invoke(byte[] event) {
        if (event.length > LARGEST_PAYLOAD) {
            return Answer.Failure.of("RequestTooLargeException", "the event is over 6 MB");
        }
        String requestId = UUID.randomUUID().toString();
        Answer answer = run(requestId, event);
        if (answer instanceof Answer.Failure failure) {
            output.line(definition.logicalId(), requestId + " " + failure.trace().stripTrailing());
        }
        return answer;
    }

    private Answer run(String requestId, byte[] event) {
        Object handler;
        try {
            handler = handler();
        } catch (InvocationTargetException e) {
            return Answer.Failure.of(e.getTargetException());
        } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
            return Answer.Failure.of(e);
        }
        FutureTask<byte[]> task = new FutureTask<>(() -> call(handler, requestId, event));
        Thread thread = start(task, requestId);
        try {
            byte[] payload = task.get(definition.timeout().toMillis(), TimeUnit.MILLISECONDS);
            idle.push(handler);
            return payload.length > LARGEST_PAYLOAD
                    ? Answer.Failure.of(
                            "Function.ResponseSizeTooLarge",
                            "Response payload size (" + payload.length + " bytes) is over 6 MB")
                    : new Answer.Success(payload);
        } catch (TimeoutException e) {
            thread.interrupt();
            return Answer.Failure.of(
                    "Sandbox.Timedout",
                    "Task timed out after %.2f seconds"
                            .formatted(definition.timeout().toMillis() / 1000.0));
        } catch (ExecutionException e) {
            idle.push(handler);
            return Answer.Failure.of(e.getCause() == null ? e : e.getCause());
        } catch (InterruptedException e) {
            thread.interrupt();
            Thread.currentThread().interrupt();
            return Answer.Failure.of("Runtime.ExitError", "the runner is ending");
        }
    }

    private Thread start(Runnable task, String requestId) {
        return Thread.ofPlatform()
                .daemon()
                .name(definition.logicalId() + " " + requestId)
                .start(() -> {
                    FunctionOutput.running(definition.logicalId());
                    Thread.currentThread().setContextClassLoader(loader());
                    task.run();
                });
    }

    private byte[] call(Object handler, String requestId, byte[] event) throws Exception {
        Class<?> type = loader().loadClass(HANDLER);
        Class<?> context = loader().loadClass(InvocationContext.TYPE);
        Method method =
                type.getMethod("handleRequest", InputStream.class, OutputStream.class, context);
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        try {
            method.invoke(
                    handler,
                    new ByteArrayInputStream(event),
                    answer,
                    new InvocationContext(definition, requestId, output).in(loader()));
        } catch (InvocationTargetException e) {
            if (e.getTargetException() instanceof Exception thrown) {
                throw thrown;
            }
            throw e;
        }
        return answer.toByteArray();
    }

    /**
     * An instance at rest, or a new one. New ones are made one at a time among all functions that
     * share libraries: Micronaut loads services on the JVM's common pool, which has one thread on
     * two cores. That thread must not wait for a class which somebody initialises who waits for it.
     */
    private Object handler() throws ReflectiveOperationException {
        Object handler = idle.poll();
        if (handler != null) {
            return handler;
        }
        synchronized (libraries) {
            return create();
        }
    }

    private Object create() throws ReflectiveOperationException {
        Class<?> type = loader().loadClass(definition.handler());
        if (!loader().loadClass(HANDLER).isAssignableFrom(type)) {
            throw new ReflectiveOperationException(
                    definition.handler() + " is no RequestStreamHandler");
        }
        Thread current = Thread.currentThread();
        ClassLoader before = current.getContextClassLoader();
        current.setContextClassLoader(loader());
        FunctionOutput.running(definition.logicalId());
        try {
            return type.getConstructor(Map.class, InstantSource.class)
                    .newInstance(environment, clock);
        } finally {
            FunctionOutput.running(null);
            current.setContextClassLoader(before);
        }
    }

    private synchronized URLClassLoader loader() {
        URLClassLoader ready = loader;
        if (ready == null) {
            ready = new Artefact(definition).load(libraries);
            loader = ready;
        }
        return ready;
    }
}
