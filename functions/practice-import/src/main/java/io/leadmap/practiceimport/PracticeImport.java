package io.leadmap.practiceimport;

import io.leadmap.application.configuration.ImportPractice;
import io.leadmap.runtime.OperatorFunction;

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
        super(environment, clock, ImportPractice.class);
    }
}
