package io.leadmap.practiceimport;

import io.leadmap.lambda.OperatorFunction;
import io.micronaut.context.ApplicationContext;

import java.time.Clock;
import java.time.InstantSource;
import java.util.Map;

/** An operator loads or changes a practice's whole configuration. */
public final class PracticeImport extends OperatorFunction {

    /** As Lambda makes it. */
    public PracticeImport() {
        this(System.getenv(), Clock.systemUTC());
    }

    /** With an environment and a clock of its own. */
    public PracticeImport(Map<String, String> environment, InstantSource clock) {
        this(beansOf(PracticeImport.class, environment, clock));
    }

    PracticeImport(ApplicationContext beans) {
        super(beans, PracticeImport::new, ImportPractice.class);
    }
}
