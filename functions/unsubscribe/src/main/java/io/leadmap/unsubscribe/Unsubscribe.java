package io.leadmap.unsubscribe;

import io.leadmap.lambda.HttpFunction;
import io.micronaut.context.ApplicationContext;

import java.time.Clock;
import java.time.InstantSource;
import java.util.Map;

/** The unsubscribe link in marketing mail. */
public final class Unsubscribe extends HttpFunction {

    /** As Lambda makes it. */
    public Unsubscribe() {
        this(System.getenv(), Clock.systemUTC());
    }

    /** With an environment and a clock of its own. */
    public Unsubscribe(Map<String, String> environment, InstantSource clock) {
        this(beansOf(Unsubscribe.class, environment, clock));
    }

    Unsubscribe(ApplicationContext beans) {
        super(beans, Unsubscribe::new, UnsubscribeEndpoint.class);
    }
}
