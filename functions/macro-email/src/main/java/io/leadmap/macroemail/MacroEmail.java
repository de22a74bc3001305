package io.leadmap.macroemail;

import io.leadmap.lambda.HttpFunction;
import io.micronaut.context.ApplicationContext;

import java.time.Clock;
import java.time.InstantSource;
import java.util.Map;

/** Mail that agents write to leads, and its macros. */
public final class MacroEmail extends HttpFunction {

    /** As Lambda makes it. */
    public MacroEmail() {
        this(System.getenv(), Clock.systemUTC());
    }

    /** With an environment and a clock of its own. */
    public MacroEmail(Map<String, String> environment, InstantSource clock) {
        this(beansOf(MacroEmail.class, environment, clock));
    }

    MacroEmail(ApplicationContext beans) {
        super(beans, MacroEmail::new, EmailRoutes.class, UncertainRoutes.class);
    }
}
