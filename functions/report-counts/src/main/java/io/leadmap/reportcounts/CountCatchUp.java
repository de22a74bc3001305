package io.leadmap.reportcounts;

import io.leadmap.lambda.ScheduledFunction.Work;
import io.leadmap.ports.CatchUp;
import io.leadmap.ports.Deadline;
import io.leadmap.ports.Progress;
import io.leadmap.ports.Progress.Behind;
import io.leadmap.ports.Progress.Consumer;
import io.leadmap.ports.Tally;

import java.time.InstantSource;
import java.util.SortedMap;

/**
 * Sets right the numbers of leads whose changes the stream forgot (architecture decisions 10 and
 * 12).
 */
final class CountCatchUp implements Work {

    private final CatchUp uncounted;
    private final CountContributions counting;

    CountCatchUp(Progress progress, CountContributions counting, InstantSource clock) {
        this.uncounted = new CatchUp(progress, Consumer.COUNTER, clock);
        this.counting = counting;
    }

    @Override
    public SortedMap<String, Long> run(Deadline deadline) {
        Tally tally = new Tally(deadline);
        uncounted.run(tally, "counted", this::count);
        return tally.finish();
    }

    private boolean count(Behind lead) {
        counting.catchUp(lead.practice(), lead.lead());
        return true;
    }
}
