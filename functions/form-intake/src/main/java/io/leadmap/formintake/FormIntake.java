package io.leadmap.formintake;

import io.leadmap.lambda.HttpFunction;
import io.micronaut.context.ApplicationContext;

import java.time.Clock;
import java.time.InstantSource;
import java.util.Map;

/** The forms that strangers send. */
public final class FormIntake extends HttpFunction {

    /** As Lambda makes it. */
    public FormIntake() {
        this(System.getenv(), Clock.systemUTC());
    }

    /** With an environment and a clock of its own. */
    public FormIntake(Map<String, String> environment, InstantSource clock) {
        this(beansOf(FormIntake.class, environment, clock));
    }

    FormIntake(ApplicationContext beans) {
        super(beans, FormIntake::new, FormEndpoint.class);
    }
}
