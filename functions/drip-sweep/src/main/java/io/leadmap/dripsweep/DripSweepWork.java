package io.leadmap.dripsweep;

import io.leadmap.lambda.ScheduledFunction.Work;
import io.leadmap.leads.Sweep;
import io.leadmap.leads.Sweep.Kind;
import io.leadmap.ports.Deadline;

import java.util.SortedMap;

/** Queues the drip mail that is due (domain section 6). */
final class DripSweepWork implements Work {

    private final Sweep sweep;

    DripSweepWork(Sweep sweep) {
        this.sweep = sweep;
    }

    @Override
    public SortedMap<String, Long> run(Deadline deadline) {
        return sweep.run(Kind.DRIP, "drip-sweep", deadline);
    }
}
