package io.leadmap.pmsworker;

import io.leadmap.lambda.StreamFunction;
import io.micronaut.context.ApplicationContext;

import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;

/**
 * Interprets PMS events and links appointments to leads: as they come, or what the streams forgot.
 */
public final class PmsWorker extends StreamFunction {

    /** As Lambda makes it. */
    public PmsWorker() {
        this(System.getenv(), Clock.systemUTC());
    }

    /** With an environment and a clock of its own. */
    public PmsWorker(Map<String, String> environment, InstantSource clock) {
        this(beansOf(PmsWorker.class, environment, clock));
    }

    PmsWorker(ApplicationContext beans) {
        super(beans, PmsWorker::new, PmsStream.class, PmsCatchUp.class);
    }

    /** An event may write several leads, each with pauses if others write them, too. */
    @Override
    protected Duration reserve() {
        return Duration.ofSeconds(15);
    }
}
