package io.leadmap.application.sweep;

import io.leadmap.application.Deadline;
import io.leadmap.application.Inbox;
import io.leadmap.application.Progress;
import io.leadmap.application.Progress.Behind;
import io.leadmap.application.Progress.Consumer;
import io.leadmap.application.Store;
import io.leadmap.application.pms.InterpretPmsEvent;
import io.leadmap.application.pms.RelinkLead;

import java.time.Instant;
import java.time.InstantSource;
import java.util.SortedMap;

/**
 * Catches up with what a stream forgot (architecture decision 12): PMS events that nobody
 * interpreted, leads that were not looked at for an appointment that waits, histories that were not
 * published, leads that were not counted.
 */
public final class Reconcile {

    private static final int PAGE = 100;

    private final Inbox inbox;
    private final Progress progress;
    private final InterpretPmsEvent interpret;
    private final RelinkLead relink;
    private final InstantSource clock;

    public Reconcile(
            Store store, InterpretPmsEvent interpret, RelinkLead relink, InstantSource clock) {
        this.inbox = store.inbox();
        this.progress = store.progress();
        this.interpret = interpret;
        this.relink = relink;
        this.clock = clock;
    }

    /**
     * Catches up with as much as the deadline allows. What cannot be done now is left for a second
     * turn and holds up nothing else.
     *
     * @return how much of each kind was done, and how much is left
     * @throws LeftTwice if something could not be done in two turns
     */
    public SortedMap<String, Long> run(Deadline deadline) {
        Tally tally = new Tally(deadline);
        Instant late = clock.instant().minus(CatchUp.PATIENCE);
        for (Inbox.Key key : inbox.waiting(late, PAGE)) {
            tally.attempt(
                    "interpreted", key.toString(), () -> interpret.interpret(key).isPresent());
        }
        behind(Consumer.LINKER).run(tally, "linked", this::link);
        return tally.finish();
    }

    private CatchUp behind(Consumer consumer) {
        return new CatchUp(progress, consumer, clock);
    }

    private boolean link(Behind lead) {
        relink.relink(lead.practice(), lead.lead());
        progress.reached(Consumer.LINKER, lead.practice(), lead.lead(), lead.seq());
        return true;
    }
}
