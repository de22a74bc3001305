package io.leadmap.runtime.sweep;

import io.leadmap.application.Deadline;
import io.leadmap.application.sweep.Sweep;
import io.leadmap.application.sweep.Sweep.Kind;
import io.leadmap.runtime.ScheduledFunction.Work;

import java.util.SortedMap;

/** Queues the drip mail that is due (domain section 6). */
public final class DripSweepWork implements Work {

    private final Sweep sweep;

    public DripSweepWork(Sweep sweep) {
        this.sweep = sweep;
    }

    @Override
    public SortedMap<String, Long> run(Deadline deadline) {
        return sweep.run(Kind.DRIP, "drip-sweep", deadline);
    }
}
