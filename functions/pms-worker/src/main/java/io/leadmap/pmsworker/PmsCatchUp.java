package io.leadmap.pmsworker;

import io.leadmap.lambda.ScheduledFunction.Work;
import io.leadmap.ports.CatchUp;
import io.leadmap.ports.Deadline;
import io.leadmap.ports.Inbox;
import io.leadmap.ports.Progress;
import io.leadmap.ports.Progress.Behind;
import io.leadmap.ports.Progress.Consumer;
import io.leadmap.ports.Tally;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Set;
import java.util.SortedMap;

/**
 * Does what the two streams of PMS matters forgot (architecture decision 12): PMS events that
 * nobody interpreted, oldest first, and leads that were not looked at for an appointment that
 * waits.
 */
final class PmsCatchUp implements Work {

    private static final int PAGE = 100;

    private final Inbox inbox;
    private final InboxEvents events;
    private final CatchUp unlinked;
    private final RelinkLead relinking;
    private final Progress progress;
    private final InstantSource clock;

    PmsCatchUp(
            Inbox inbox,
            InboxEvents events,
            Progress progress,
            RelinkLead relinking,
            InstantSource clock) {
        this.inbox = inbox;
        this.events = events;
        this.unlinked = new CatchUp(progress, Consumer.LINKER, clock);
        this.relinking = relinking;
        this.progress = progress;
        this.clock = clock;
    }

    @Override
    public SortedMap<String, Long> run(Deadline deadline) {
        Tally tally = new Tally(deadline);
        // First: it is the twelfth part of the leads, while events may be as many as a day brings.
        unlinked.run(tally, "linked", this::link);
        interpretWaiting(tally);
        return tally.finish();
    }

    private void interpretWaiting(Tally tally) {
        tally.count("interpreted", 0);
        Instant late = clock.instant().minus(CatchUp.PATIENCE);
        Set<Inbox.Key> seen = new HashSet<>();
        boolean isMore = true;
        while (isMore && tally.hasTime()) {
            isMore = false;
            // What failed still waits; its second turn comes when all others had their first.
            for (Inbox.Key event : inbox.waiting(late, PAGE + seen.size())) {
                if (seen.add(event)) {
                    isMore = true;
                    tally.attempt("interpreted", event.toString(), () -> events.interpret(event));
                }
            }
        }
    }

    private boolean link(Behind lead) {
        relinking.relink(lead.practice(), lead.lead());
        progress.reached(Consumer.LINKER, lead.practice(), lead.lead(), lead.seq());
        return true;
    }
}
