package io.leadmap.simulation.world;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

import io.leadmap.aws.AwsClients;
import io.leadmap.dynamodb.DynamoStore;
import io.leadmap.lambda.FunctionContext;
import io.leadmap.lambda.Log;
import io.leadmap.ports.Backoff;
import io.leadmap.ports.EventBus;
import io.leadmap.ports.IdSource;
import io.leadmap.ports.Invocation;
import io.leadmap.ports.KeyService;
import io.leadmap.ports.MailTransport;
import io.leadmap.ports.Store;
import io.leadmap.template.FunctionDefinition;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.RuntimeBeanDefinition;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.reflect.Constructor;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/**
 * The functions' own handlers with their own beans, but for what is outside: tables, keys, mail
 * service and bus, ids and pauses. A function that was killed is made anew, as Lambda does.
 */
final class Handlers {

    private static final Log SILENT = silent();

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
                    new Beans(handler, definition.environment(), outside).start();
            // Not public, as Lambda is not to use it.
            Constructor<?> made = handler.getDeclaredConstructor(ApplicationContext.class);
            made.setAccessible(true);
            return (RequestStreamHandler) made.newInstance(beans);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(function, e);
        }
    }

    /** A log takes standard output when it is made. */
    private static Log silent() {
        PrintStream shown = System.out;
        System.setOut(
                new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
        try {
            return new Log("simulation", InstantSource.system());
        } finally {
            System.setOut(shown);
        }
    }

    private static final class Beans extends FunctionContext {

        private final Map<String, String> environment;
        private final Outside outside;

        Beans(Class<?> handler, Map<String, String> environment, Outside outside) {
            super(handler, environment, outside.clock());
            this.environment = environment;
            this.outside = outside;
        }

        @Override
        public ApplicationContext build() {
            ApplicationContext beans = super.build();
            Store store =
                    new DynamoStore(
                            outside.tables(),
                            environment,
                            outside.keys(),
                            outside.clock(),
                            Backoff.NONE,
                            beans.getBean(Invocation.class));
            replace(beans, Store.class, store);
            replace(beans, MailTransport.class, outside.post());
            replace(beans, EventBus.class, outside.bus());
            beans.registerSingleton(IdSource.class, outside.ids());
            beans.registerSingleton(Backoff.class, Backoff.NONE);
            beans.registerSingleton(Log.class, SILENT);
            // One that says that nothing outside is called.
            beans.registerSingleton(AwsClients.class, AwsClients.rehearsal(environment));
            check(beans);
            return beans;
        }

        /** Anything else would make every run another one. */
        private void check(ApplicationContext beans) {
            if (!beans.getBean(IdSource.class).equals(outside.ids())
                    || !beans.getBean(Backoff.class).equals(Backoff.NONE)
                    || !beans.getBean(Log.class).equals(SILENT)
                    || !beans.getBean(AwsClients.class).isRehearsal()) {
                throw new IllegalStateException("a function has beans that are not the world's");
            }
        }

        private static <T> void replace(ApplicationContext beans, Class<T> type, T by) {
            beans.registerBeanDefinition(
                    RuntimeBeanDefinition.builder(type, () -> by)
                            .singleton(true)
                            .exposedTypes(type)
                            .replaces(type)
                            .build());
        }
    }
}
