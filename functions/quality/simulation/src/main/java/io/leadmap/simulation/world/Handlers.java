package io.leadmap.simulation.world;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

import io.leadmap.ports.EventBus;
import io.leadmap.ports.IdSource;
import io.leadmap.ports.KeyService;
import io.leadmap.ports.MailTransport;
import io.leadmap.template.FunctionDefinition;
import io.micronaut.context.ApplicationContext;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import java.lang.reflect.Constructor;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/**
 * The functions' own handlers with their own beans, but for what is outside: tables, keys, mail
 * service and bus, ids and pauses. A function that was killed is made anew, as Lambda does.
 */
final class Handlers {

    private final Map<String, FunctionDefinition> definitions;
    private final Outside outside;
    private final Map<String, RequestStreamHandler> started = new HashMap<>();

    /** What the functions are given. */
    record Outside(
            DynamoDbClient tables,
            KeyService keys,
            MailTransport post,
            EventBus bus,
            IdSource ids,
            InstantSource clock) {}

    Handlers(Map<String, FunctionDefinition> definitions, Outside outside) {
        this.definitions = definitions;
        this.outside = outside;
    }

    /**
     * A copy of a function, which is started if it is not there.
     *
     * @param copy from 0: what runs at the same time has a process of its own
     */
    RequestStreamHandler of(String function, int copy) {
        return started.computeIfAbsent(function + " " + copy, first -> start(function));
    }

    void end(String function, int copy) {
        started.remove(function + " " + copy);
    }

    private RequestStreamHandler start(String function) {
        FunctionDefinition definition = definitions.get(function);
        if (definition == null) {
            throw new IllegalArgumentException("no function " + function);
        }
        try {
            Class<?> handler = Class.forName(definition.handler());
            ApplicationContext beans =
                    new SimulatedBeans(handler, definition.environment(), outside).start();
            // Not public, as Lambda is not to use it.
            Constructor<?> made = handler.getDeclaredConstructor(ApplicationContext.class);
            made.setAccessible(true);
            return (RequestStreamHandler) made.newInstance(beans);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(function, e);
        }
    }
}
