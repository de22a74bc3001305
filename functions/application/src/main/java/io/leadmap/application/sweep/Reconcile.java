package io.leadmap.application.sweep;

import io.leadmap.application.Deadline;
import io.leadmap.application.Inbox;
import io.leadmap.application.Progress;
import io.leadmap.application.Progress.Behind;
import io.leadmap.application.Progress.Consumer;
import io.leadmap.application.Store;
import io.leadmap.application.pms.InterpretPmsEvent;
import io.leadmap.application.pms.RelinkLead;
import io.leadmap.application.publish.PublishHistory;
import io.leadmap.application.report.CountContributions;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.SortedMap;

/**
 * Catches up with what a stream forgot (architecture decision 12): PMS events that nobody
 * interpreted, leads that were not looked at for an appointment that waits, histories that were not
 * published, leads that were not counted.
 */
public final class Reconcile {

    /** How long a stream may take before it is believed to have forgotten something. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /** How often the schedule runs it. */
    private static final Duration EVERY = Duration.ofHours(1);

    /**
     * Each run walks one part of all leads, so each lead twice within the day a stream remembers.
     */
    private static final int PARTS = 12;

    private static final int PAGE = 100;

    private final Inbox inbox;
    private final Progress progress;
    private final InterpretPmsEvent interpret;
    private final RelinkLead relink;
    private final PublishHistory publish;
    private final CountContributions count;
    private final InstantSource clock;

    public Reconcile(
            Store store,
            InterpretPmsEvent interpret,
            RelinkLead relink,
            PublishHistory publish,
            CountContributions count,
            InstantSource clock) {
        this.inbox = store.inbox();
        this.progress = store.progress();
        this.interpret = interpret;
        this.relink = relink;
        this.publish = publish;
        this.count = count;
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
        Instant late = clock.instant().minus(PATIENCE);
        for (Inbox.Key key : inbox.waiting(late, PAGE)) {
            tally.attempt(
                    "interpreted", key.toString(), () -> interpret.interpret(key).isPresent());
        }
        behind(late, tally);
        return tally.finish();
    }

    private static String item(Behind lead) {
        return lead.practice() + "/" + lead.lead();
    }

    private boolean publish(Behind lead) {
        return publish.publish(lead.practice(), lead.lead(), lead.seq()).entries() > 0;
    }

    private boolean link(Behind lead) {
        relink.relink(lead.practice(), lead.lead());
        progress.reached(Consumer.LINKER, lead.practice(), lead.lead(), lead.seq());
        return true;
    }

    private boolean count(Behind lead) {
        count.catchUp(lead.practice(), lead.lead());
        return true;
    }

    private void behind(Instant late, Tally tally) {
        int part = (int) (clock.instant().getEpochSecond() / EVERY.toSeconds() % PARTS);
        @Nullable String cursor = null;
        do {
            if (!tally.hasTime()) {
                return;
            }
            Progress.Page page = progress.behind(part, PARTS, late, cursor);
            for (Behind lead : page.behind()) {
                if (lead.lacks(Consumer.PUBLISHER)) {
                    tally.attempt("published", item(lead), () -> publish(lead));
                }
                if (lead.lacks(Consumer.LINKER)) {
                    tally.attempt("linked", item(lead), () -> link(lead));
                }
                if (lead.lacks(Consumer.COUNTER)) {
                    tally.attempt("counted", item(lead), () -> count(lead));
                }
            }
            cursor = page.next();
        } while (cursor != null);
    }
}
