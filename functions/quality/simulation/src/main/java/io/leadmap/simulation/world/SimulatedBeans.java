package io.leadmap.simulation.world;

import io.leadmap.aws.AwsClients;
import io.leadmap.dynamodb.DynamoStore;
import io.leadmap.lambda.FunctionContext;
import io.leadmap.lambda.Log;
import io.leadmap.ports.Backoff;
import io.leadmap.ports.EventBus;
import io.leadmap.ports.IdSource;
import io.leadmap.ports.Invocation;
import io.leadmap.ports.MailTransport;
import io.leadmap.ports.Store;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.ApplicationContextBuilder;
import io.micronaut.context.ApplicationContextConfiguration;
import io.micronaut.context.DefaultApplicationContext;
import io.micronaut.context.RuntimeBeanDefinition;
import io.micronaut.inject.BeanDefinitionReference;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A function's own beans, but for what is outside. Which beans a function has is found once:
 * looking for them takes longer than a whole story.
 */
final class SimulatedBeans extends FunctionContext {

    private static final Log SILENT = silent();

    /** As {@link FunctionContext} has it. */
    private static final List<String> OF_MICRONAUT =
            List.of(
                    "io.micronaut.context.event.",
                    "io.micronaut.inject.provider.",
                    "io.micronaut.aop.internal.",
                    "io.micronaut.runtime.context.scope.refresh.");

    /** By handler; a thread each, for a definition belongs to the beans that were made last. */
    @SuppressWarnings("rawtypes") // as Micronaut declares it
    private static final ThreadLocal<Map<Class<?>, List<BeanDefinitionReference>>> KNOWN =
            ThreadLocal.withInitial(HashMap::new);

    private final Class<?> handler;
    private final Map<String, String> environment;
    private final Handlers.Outside outside;

    SimulatedBeans(Class<?> handler, Map<String, String> environment, Handlers.Outside outside) {
        super(handler, environment, outside.clock());
        this.handler = handler;
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

    @Override
    public ApplicationContextBuilder classLoader(ClassLoader loader) {
        return super.classLoader(RememberingLoader.SHARED);
    }

    @Override
    protected ApplicationContext newApplicationContext() {
        return new KnownBeans(this, handler);
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

    /** Seeks the beans that the function has in production too, and each function's but once. */
    @SuppressWarnings("overrides") // between two classes of Micronaut
    private static final class KnownBeans extends DefaultApplicationContext {

        private final Class<?> handler;

        KnownBeans(ApplicationContextConfiguration configuration, Class<?> handler) {
            super(configuration);
            this.handler = handler;
        }

        @Override
        @SuppressWarnings("rawtypes") // as Micronaut declares it
        protected List<BeanDefinitionReference> resolveBeanDefinitionReferences() {
            return KNOWN.get().computeIfAbsent(handler, first -> sought());
        }

        @SuppressWarnings("rawtypes") // as Micronaut declares it
        private List<BeanDefinitionReference> sought() {
            return super.resolveBeanDefinitionReferences().stream()
                    .filter(bean -> belongs(bean.getBeanDefinitionName()))
                    .toList();
        }

        private boolean belongs(String definition) {
            return definition.startsWith(handler.getPackageName() + ".")
                    || OF_MICRONAUT.stream().anyMatch(definition::startsWith);
        }
    }
}
