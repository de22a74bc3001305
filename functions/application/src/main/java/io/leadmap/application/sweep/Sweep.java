package io.leadmap.application.sweep;

import io.leadmap.application.Deadline;
import io.leadmap.application.DueWork;
import io.leadmap.application.DueWork.Due;
import io.leadmap.application.DueWork.Kind;
import io.leadmap.application.DueWork.Page;
import io.leadmap.application.Leads;
import io.leadmap.application.Practices;
import io.leadmap.application.Store;
import io.leadmap.application.lead.UnattendedWriter;
import io.leadmap.domain.decide.Command;
import io.leadmap.domain.history.Actor;
import io.leadmap.domain.history.Cause;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.InstantSource;
import java.util.SortedMap;

/**
 * Decides about every lead of which something is due, and about no other (architecture decision 3).
 * Whether anything is done is decided anew from the lead as it is then, so that two sweeps at once
 * do no harm: the second finds nothing to do.
 */
public final class Sweep {

    private static final int PAGE = 50;
    private static final String DUE = "due";
    private static final String CHANGED = "changed";

    private final DueWork dueWork;
    private final Leads leads;
    private final Practices practices;
    private final UnattendedWriter writer;
    private final InstantSource clock;

    public Sweep(Store store, UnattendedWriter writer, InstantSource clock) {
        this.dueWork = store.dueWork();
        this.leads = store.leads();
        this.practices = store.practices();
        this.writer = writer;
        this.clock = clock;
    }

    /**
     * Sweeps what is due now of a kind. A lead that cannot be written now is left for the next
     * sweep and holds up no other.
     *
     * @param by the sweep's name, as the history gives it as the cause
     * @param deadline when to stop; what is left stays due
     * @return how many were due, changed, and left ({@code due}, {@code changed}, {@code left})
     * @throws LeftTwice if something could not be done in two turns; all others had theirs
     */
    public SortedMap<String, Long> run(Kind kind, String by, Deadline deadline) {
        Instant now = clock.instant();
        Tally tally = new Tally(deadline);
        tally.count(DUE, 0);
        tally.count(CHANGED, 0);
        for (int shard = 0; shard < dueWork.shards(); shard++) {
            @Nullable String cursor = null;
            do {
                if (!tally.hasTime()) {
                    return tally.finish();
                }
                Page page = dueWork.due(kind, shard, now, PAGE, cursor);
                for (Due due : page.due()) {
                    if (!tally.hasTime()) {
                        return tally.finish();
                    }
                    tally.count(DUE, 1);
                    tally.attempt(CHANGED, item(due), () -> sweep(kind, due, by));
                }
                cursor = page.next();
            } while (cursor != null);
        }
        return tally.finish();
    }

    private static String item(Due due) {
        return due.practice() + "/" + due.lead() + " " + due.key();
    }

    private boolean sweep(Kind kind, Due due, String by) {
        return switch (writer.write(
                due.practice(),
                due.lead(),
                Actor.SYSTEM,
                new Cause(Cause.Kind.SWEEP, by),
                command(kind, due))) {
            case UnattendedWriter.Result.Stored stored -> true;
            case UnattendedWriter.Result.Nothing nothing -> notDue(due);
            case UnattendedWriter.Result.Refused refused -> notDue(due);
            case UnattendedWriter.Result.NoLead gone -> false;
        };
    }

    /**
     * The practice's settings may have changed since the lead was last written: what is due has
     * moved.
     */
    private boolean notDue(Due due) {
        practices
                .find(due.practice())
                .ifPresent(practice ->
                        leads.find(due.practice(), due.lead())
                                .ifPresent(lead -> dueWork.refresh(lead, practice.settings())));
        return false;
    }

    private static Command command(Kind kind, Due due) {
        return switch (kind) {
            case DRIP -> new Command.AdvanceDrip(due.key());
            case DEAD_LEAD -> new Command.SweepDeadLead();
            case APPOINTMENT_DAY -> new Command.EndAppointmentDay();
        };
    }
}
