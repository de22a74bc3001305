package io.leadmap.runtime.sweep;

import io.leadmap.application.Deadline;
import io.leadmap.application.Progress;
import io.leadmap.application.Progress.Behind;
import io.leadmap.application.Progress.Consumer;
import io.leadmap.application.publish.PublishHistory;
import io.leadmap.application.sweep.CatchUp;
import io.leadmap.application.sweep.Tally;
import io.leadmap.runtime.ScheduledFunction.Work;

import java.time.InstantSource;
import java.util.SortedMap;

/** Publishes what the history's stream forgot (architecture decision 12). */
public final class HistoryCatchUp implements Work {

    private final CatchUp unpublished;
    private final PublishHistory publish;

    public HistoryCatchUp(Progress progress, PublishHistory publish, InstantSource clock) {
        this.unpublished = new CatchUp(progress, Consumer.PUBLISHER, clock);
        this.publish = publish;
    }

    @Override
    public SortedMap<String, Long> run(Deadline deadline) {
        Tally tally = new Tally(deadline);
        unpublished.run(tally, "published", this::publish);
        return tally.finish();
    }

    private boolean publish(Behind lead) {
        return publish.publish(lead.practice(), lead.lead(), lead.seq()).entries() > 0;
    }
}
