package io.leadmap.deadleadsweep;

import io.leadmap.lambda.ScheduledFunction.Work;
import io.leadmap.leads.Sweep;
import io.leadmap.leads.Sweep.Kind;
import io.leadmap.ports.Deadline;

import java.util.SortedMap;

/**
 * Gives up leads that nobody can reach, and ends the days of prepaid appointments (domain section
 * 3).
 */
final class DeadLeadSweepWork implements Work {

    private static final String NAME = "dead-lead-sweep";

    private final Sweep sweep;

    DeadLeadSweepWork(Sweep sweep) {
        this.sweep = sweep;
    }

    @Override
    public SortedMap<String, Long> run(Deadline deadline) {
        SortedMap<String, Long> counts = sweep.run(Kind.DEAD_LEAD, NAME, deadline);
        sweep.run(Kind.APPOINTMENT_DAY, NAME, deadline)
                .forEach((name, count) -> counts.merge(name, count, Long::sum));
        return counts;
    }
}
