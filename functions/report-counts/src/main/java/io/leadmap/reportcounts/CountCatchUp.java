package io.leadmap.reportcounts;

import io.leadmap.lambda.ScheduledFunction.Work;
import io.leadmap.ports.CatchUp;
import io.leadmap.ports.Deadline;
import io.leadmap.ports.NameIndex;
import io.leadmap.ports.Progress;
import io.leadmap.ports.Progress.Behind;
import io.leadmap.ports.Progress.Consumer;
import io.leadmap.ports.Tally;

import java.time.InstantSource;
import java.util.SortedMap;

/**
 * Sets right the numbers of leads whose changes the stream forgot, and the names that these leads
 * are found by (architecture decisions 10 and 12).
 */
final class CountCatchUp implements Work {

    private final CatchUp uncounted;
    private final CountContributions counting;
    private final NameIndex names;

    CountCatchUp(
            Progress progress, CountContributions counting, NameIndex names, InstantSource clock) {
        this.uncounted = new CatchUp(progress, Consumer.DERIVER, clock);
        this.counting = counting;
        this.names = names;
    }

    @Override
    public SortedMap<String, Long> run(Deadline deadline) {
        Tally tally = new Tally(deadline);
        uncounted.run(tally, "counted", this::count);
        return tally.finish();
    }

    private boolean count(Behind lead) {
        names.follow(lead.practice(), lead.lead());
        counting.catchUp(lead.practice(), lead.lead());
        return true;
    }
}
