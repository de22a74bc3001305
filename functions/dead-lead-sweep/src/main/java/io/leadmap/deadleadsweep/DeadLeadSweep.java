package io.leadmap.deadleadsweep;

import io.leadmap.lambda.ScheduledFunction;
import io.micronaut.context.ApplicationContext;

import java.time.Clock;
import java.time.InstantSource;
import java.util.Map;

/** Gives up leads that nobody can reach, and ends the days of prepaid appointments. */
public final class DeadLeadSweep extends ScheduledFunction {

    /** As Lambda makes it. */
    public DeadLeadSweep() {
        this(System.getenv(), Clock.systemUTC());
    }

    /** With an environment and a clock of its own. */
    public DeadLeadSweep(Map<String, String> environment, InstantSource clock) {
        this(beansOf(DeadLeadSweep.class, environment, clock));
    }

    DeadLeadSweep(ApplicationContext beans) {
        super(beans, DeadLeadSweep::new, DeadLeadSweepWork.class);
    }
}
