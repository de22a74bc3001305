package io.leadmap.eventpublisher;

import io.leadmap.lambda.ScheduledFunction.Work;
import io.leadmap.ports.CatchUp;
import io.leadmap.ports.Deadline;
import io.leadmap.ports.Progress;
import io.leadmap.ports.Progress.Behind;
import io.leadmap.ports.Progress.Consumer;
import io.leadmap.ports.Tally;

import java.time.InstantSource;
import java.util.SortedMap;

/** Publishes what the history's stream forgot (architecture decision 12). */
final class HistoryCatchUp implements Work {

    private final CatchUp unpublished;
    private final PublishHistory publish;

    HistoryCatchUp(Progress progress, PublishHistory publish, InstantSource clock) {
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
