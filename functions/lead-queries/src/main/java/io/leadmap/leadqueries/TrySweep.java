package io.leadmap.leadqueries;

import io.leadmap.domain.decide.Context;
import io.leadmap.domain.decide.Decider;
import io.leadmap.domain.decide.Decision;
import io.leadmap.domain.decide.DueRange;
import io.leadmap.domain.decide.Foresight;
import io.leadmap.domain.decide.Foresight.Action;
import io.leadmap.domain.decide.Foresight.Because;
import io.leadmap.domain.history.Actor;
import io.leadmap.domain.history.Cause;
import io.leadmap.domain.lead.Lead;
import io.leadmap.domain.practice.Practice;
import io.leadmap.ports.DueWork;
import io.leadmap.ports.DueWork.Due;
import io.leadmap.ports.Leads;
import io.leadmap.ports.Suppressions;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What a sweep would do at a time, by the very decision that it makes, with nothing stored. It
 * looks at what may become due later, too, so that it can say why it would leave a lead alone.
 */
public final class TrySweep {

    private final DueWork dueWork;
    private final Leads leads;
    private final Suppressions suppressions;

    public TrySweep(DueWork dueWork, Leads leads, Suppressions suppressions) {
        this.dueWork = dueWork;
        this.leads = leads;
        this.suppressions = suppressions;
    }

    /** The sweeps that can be tried. */
    public enum Kind {
        DEAD_LEADS,
        DRIPS
    }

    /** What becomes of a lead. */
    public sealed interface Tried {

        Lead lead();

        Due due();

        record Would(Lead lead, Due due, Action action) implements Tried {}

        record WouldNot(Lead lead, Due due, Because because) implements Tried {}
    }

    /**
     * @param next where the next page begins, null after the last
     */
    public record Page(List<Tried> tried, @Nullable String next) {
        public Page {
            tried = List.copyOf(tried);
        }
    }

    /**
     * Tries a sweep on one page of leads.
     *
     * @param at the time of the sweep, now or later
     * @param cursor where the page before ended, null for the first
     */
    public Page page(Practice practice, Kind kind, Instant at, int limit, @Nullable String cursor) {
        DueWork.Page page =
                dueWork.within(practice.id(), ranges(practice, kind, at), limit, cursor);
        List<Tried> tried = new ArrayList<>();
        for (Due due : page.due()) {
            leads.find(practice.id(), due.lead())
                    .ifPresent(lead -> tried.add(tried(practice, lead, due, at)));
        }
        return new Page(tried, page.next());
    }

    private static List<DueRange> ranges(Practice practice, Kind kind, Instant at) {
        return switch (kind) {
            case DEAD_LEADS -> Foresight.deadLeads(at);
            case DRIPS -> Foresight.drips(practice, at);
        };
    }

    private Tried tried(Practice practice, Lead lead, Due due, Instant at) {
        Context context =
                suppressions.inform(
                        new Context(
                                practice,
                                Actor.SYSTEM,
                                new Cause(Cause.Kind.SWEEP, "dry-run"),
                                at,
                                Set.of()),
                        lead,
                        due.key().command());
        List<Action> actions =
                Decider.decide(lead, due.key().command(), context)
                                instanceof Decision.Accepted accepted
                        ? Foresight.action(accepted.commit().entries()).stream().toList()
                        : List.of();
        return actions.isEmpty()
                ? new Tried.WouldNot(
                        lead,
                        due,
                        Foresight.because(
                                lead,
                                due.key(),
                                context.addresses().of(lead.email()),
                                practice,
                                at))
                : new Tried.Would(lead, due, actions.getFirst());
    }
}
