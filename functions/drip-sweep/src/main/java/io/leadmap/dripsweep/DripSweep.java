package io.leadmap.dripsweep;

import io.leadmap.lambda.ScheduledFunction;
import io.micronaut.context.ApplicationContext;

import java.time.Clock;
import java.time.InstantSource;
import java.util.Map;

/** Queues the drip mail that is due. */
public final class DripSweep extends ScheduledFunction {

    /** As Lambda makes it. */
    public DripSweep() {
        this(System.getenv(), Clock.systemUTC());
    }

    /** With an environment and a clock of its own. */
    public DripSweep(Map<String, String> environment, InstantSource clock) {
        this(beansOf(DripSweep.class, environment, clock));
    }

    DripSweep(ApplicationContext beans) {
        super(beans, DripSweep::new, DripSweepWork.class);
    }
}
