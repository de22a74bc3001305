package io.leadmap.leads;

import io.leadmap.domain.decide.DueRange;
import io.leadmap.domain.decide.DueRules;
import io.leadmap.domain.history.Actor;
import io.leadmap.domain.history.Cause;
import io.leadmap.domain.practice.Practice;
import io.leadmap.domain.practice.PracticeId;
import io.leadmap.ports.Deadline;
import io.leadmap.ports.DueWork;
import io.leadmap.ports.DueWork.Due;
import io.leadmap.ports.DueWork.Page;
import io.leadmap.ports.LeftTwice;
import io.leadmap.ports.Practices;
import io.leadmap.ports.Tally;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;

/**
 * Decides about every lead of which something is due by the settings of now, and about no other
 * (architecture decision 3). Whether anything is done is decided anew from the lead as it is then,
 * so that two sweeps at once do no harm: the second finds nothing to do.
 */
public final class Sweep {

    private static final int PAGE = 50;
    private static final String DUE = "due";
    private static final String CHANGED = "changed";

    private final DueWork dueWork;
    private final Practices practices;
    private final UnattendedWriter writer;
    private final InstantSource clock;

    public Sweep(
            DueWork dueWork, Practices practices, UnattendedWriter writer, InstantSource clock) {
        this.dueWork = dueWork;
        this.practices = practices;
        this.writer = writer;
        this.clock = clock;
    }

    /** The kinds of work that become due. */
    public enum Kind {
        /** Leads that reached the limit of attempts and whose grace is over. */
        DEAD_LEAD,
        /** The next mail of a drip. */
        DRIP,
        /** The end of the day of a paid appointment (domain section 3). */
        APPOINTMENT_DAY
    }

    /**
     * Sweeps what is due now of a kind, practice by practice; where it begins moves on with the
     * time, so that no practice waits behind the same others for ever. A lead that cannot be
     * written now is left for the next sweep and holds up no other.
     *
     * @param by the sweep's name, as the history gives it as the cause
     * @param deadline when to stop; what is left stays due
     * @return how many were due, changed, and left ({@code due}, {@code changed}, {@code left})
     * @throws LeftTwice if something could not be done in two turns; all others had theirs. What a
     *     practice's configuration or the index answers is thrown at the end, too
     */
    public SortedMap<String, Long> run(Kind kind, String by, Deadline deadline) {
        Instant now = clock.instant();
        Tally tally = new Tally(deadline);
        tally.count(DUE, 0);
        tally.count(CHANGED, 0);
        List<RuntimeException> faults = new ArrayList<>();
        for (PracticeId practice : turned(practices.ids(), now)) {
            try {
                if (tally.hasTime()) {
                    practices
                            .find(practice)
                            .map(configured -> ranges(kind, configured, now))
                            .ifPresent(ranges -> sweep(practice, ranges, by, tally));
                }
            } catch (RuntimeException e) {
                faults.add(e); // the others have their turn all the same
            }
        }
        SortedMap<String, Long> counts = tally.finish();
        if (!faults.isEmpty()) {
            throw faults.getFirst();
        }
        return counts;
    }

    private static List<PracticeId> turned(List<PracticeId> all, Instant now) {
        List<PracticeId> turned = new ArrayList<>(all);
        Collections.rotate(turned, -(int) (now.getEpochSecond() / 60 % Math.max(1, all.size())));
        return turned;
    }

    private static List<DueRange> ranges(Kind kind, Practice practice, Instant now) {
        return switch (kind) {
            case DEAD_LEAD -> DueRules.deadLeads(practice, now);
            case DRIP -> DueRules.drips(practice, now);
            case APPOINTMENT_DAY -> DueRules.appointmentDays(practice, now);
        };
    }

    private void sweep(PracticeId practice, List<DueRange> ranges, String by, Tally tally) {
        @Nullable String cursor = null;
        do {
            Page page = dueWork.within(practice, ranges, PAGE, cursor);
            for (Due due : page.due()) {
                if (!tally.hasTime()) {
                    return;
                }
                tally.count(DUE, 1);
                tally.attempt(CHANGED, item(practice, due), () -> sweep(practice, due, by));
            }
            cursor = page.next();
        } while (cursor != null && tally.hasTime());
    }

    private static String item(PracticeId practice, Due due) {
        return practice + "/" + due.lead() + " " + due.key();
    }

    private boolean sweep(PracticeId practice, Due due, String by) {
        return switch (writer.write(
                practice,
                due.lead(),
                Actor.SYSTEM,
                new Cause(Cause.Kind.SWEEP, by),
                due.key().command())) {
            case UnattendedWriter.Result.Stored stored -> true;
            case UnattendedWriter.Result.Nothing nothing -> false;
            case UnattendedWriter.Result.Refused refused -> false;
            case UnattendedWriter.Result.NoLead gone -> false;
        };
    }
}
