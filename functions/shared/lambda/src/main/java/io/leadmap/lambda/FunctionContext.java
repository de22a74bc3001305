package io.leadmap.lambda;

import io.leadmap.aws.AwsClients;
import io.leadmap.aws.AwsEnvironment;
import io.leadmap.ports.Backoff;
import io.leadmap.ports.IdSource;
import io.leadmap.ports.Invocation;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.ApplicationContextConfiguration;
import io.micronaut.context.DefaultApplicationContext;
import io.micronaut.context.DefaultApplicationContextBuilder;
import io.micronaut.inject.BeanDefinitionReference;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/**
 * Builds the beans of one function: what the factory in its own package makes, what every function
 * is given (its environment and clock, log, invocation, SDK clients, ids and pauses), and nothing
 * else, whatever else is on the class path. No configuration file is sought, no variable of the
 * environment becomes a property, nothing is printed, and no bean is made before it is asked for.
 */
public class FunctionContext extends DefaultApplicationContextBuilder {

    /**
     * What a function needs of Micronaut's own beans. The rest stays out: a second clock, and what
     * would make every invocation's context one more bean and one more set of logging variables.
     */
    private static final List<String> OF_MICRONAUT =
            List.of(
                    "io.micronaut.context.event.",
                    "io.micronaut.inject.provider.",
                    "io.micronaut.aop.internal.",
                    "io.micronaut.runtime.context.scope.refresh."); // whose beans a test replaces

    private final Class<?> function;
    private final Environment environment;
    private final InstantSource clock;
    private final AwsClients clients;
    private final String name;

    /**
     * @param function the handler, in whose package the function's beans are
     */
    public FunctionContext(
            Class<?> function, Map<String, String> environment, InstantSource clock) {
        this(function, environment, clock, new AwsClients(new AwsEnvironment(environment)), "");
    }

    private FunctionContext(
            Class<?> function,
            Map<String, String> environment,
            InstantSource clock,
            AwsClients clients,
            String doing) {
        this.function = function;
        this.environment = new Environment(environment);
        this.clock = clock;
        this.clients = clients;
        name = this.environment.find("AWS_LAMBDA_FUNCTION_NAME").orElse("function") + doing;
    }

    /** The beans of a handler, ready. */
    static ApplicationContext started(
            Class<?> function, Map<String, String> environment, InstantSource clock) {
        return new FunctionContext(function, environment, clock).start();
    }

    /**
     * Beans like those of a handler, over services that hold nothing and keep nothing, with a log
     * that says so.
     */
    static ApplicationContext rehearsing(
            Class<?> function, Map<String, String> environment, InstantSource clock) {
        AwsClients clients = AwsClients.rehearsal(environment);
        return new FunctionContext(function, environment, clock, clients, " rehearsing").start();
    }

    @Override
    public ApplicationContext build() {
        classLoader(function.getClassLoader());
        deduceEnvironment(false);
        deduceCloudEnvironment(false);
        environmentPropertySource(false);
        enableDefaultPropertySources(false);
        bootstrapEnvironment(false);
        banner(false);
        ApplicationContext beans = super.build();
        beans.registerSingleton(Environment.class, environment);
        beans.registerSingleton(InstantSource.class, clock);
        beans.registerSingleton(Log.class, new Log(name, clock));
        beans.registerSingleton(Invocation.class, new Invocation());
        beans.registerSingleton(AwsClients.class, clients);
        beans.registerSingleton(Backoff.class, new JitteredBackoff());
        beans.registerSingleton(IdSource.class, new GrowingIds(clock));
        return beans;
    }

    @Override
    protected ApplicationContext newApplicationContext() {
        return new OwnBeans(this, function.getPackageName() + ".");
    }

    /** Knows the beans of a package and of Micronaut itself. */
    @SuppressWarnings("overrides") // between two classes of Micronaut
    private static final class OwnBeans extends DefaultApplicationContext {

        private final String own;

        OwnBeans(ApplicationContextConfiguration configuration, String own) {
            super(configuration);
            this.own = own;
        }

        @Override
        @SuppressWarnings("rawtypes") // as Micronaut declares it
        protected List<BeanDefinitionReference> resolveBeanDefinitionReferences() {
            return super.resolveBeanDefinitionReferences().stream()
                    .filter(bean -> belongs(bean.getBeanDefinitionName()))
                    .toList();
        }

        private boolean belongs(String definition) {
            return definition.startsWith(own)
                    || OF_MICRONAUT.stream().anyMatch(definition::startsWith);
        }
    }
}
