package io.leadmap.pmsworker;

import io.leadmap.domain.decide.Decider;
import io.leadmap.domain.decide.Decision;
import io.leadmap.domain.lead.IdentityKey;
import io.leadmap.ports.Appointments;
import io.leadmap.ports.Attempts;
import io.leadmap.ports.Attempts.Attempt;
import io.leadmap.ports.Attempts.Round;
import io.leadmap.ports.Leads;
import io.leadmap.ports.Leads.Append;
import io.leadmap.ports.Leads.Appended;
import io.leadmap.ports.Snapshot;
import io.leadmap.ports.Suppressions;
import io.leadmap.ports.ToDos;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Stores what was found out about appointments and leads; writes of the PMS repeat by themselves.
 */
final class TakeSteps {

    private final Leads leads;
    private final Appointments appointments;
    private final Suppressions suppressions;
    private final ToDos todos;
    private final Attempts attempts;

    TakeSteps(PmsPorts ports, Attempts attempts) {
        this.leads = ports.leads();
        this.appointments = ports.appointments();
        this.suppressions = ports.suppressions();
        this.todos = ports.toDos();
        this.attempts = attempts;
    }

    /**
     * What was found out.
     *
     * @param after what is to be looked at once the step is taken
     */
    record Found(Step step, After after) {

        /** There is nothing to be done. */
        static final Found NOTHING = new Found(new Step.Nothing());

        Found(Step step) {
            this(step, new After.Nothing());
        }
    }

    /**
     * Takes the step that is found; looks again as long as somebody else is faster.
     *
     * @return what is to be looked at now
     */
    After until(Occasion occasion, Supplier<Found> look) {
        return attempts.append(
                leads,
                round -> {
                    Found found = look.get();
                    return switch (found.step()) {
                        case Step.Nothing() -> new Attempt.Over<>(found.after());
                        case Step.Keep(var changed, var ask) -> {
                            ask.ifPresent(todo -> todos.ask(occasion.practice().id(), todo));
                            yield keep(occasion, changed, found.after());
                        }
                        case Step.Tell tell -> tell(occasion, round, tell, found.after());
                        case Step.Begin begin -> begin(occasion, round, begin, found.after());
                    };
                });
    }

    private Attempt<After> keep(Occasion occasion, Optional<Snapshot> changed, After after) {
        return changed.isEmpty() || appointments.store(occasion.practice().id(), changed.get())
                ? new Attempt.Over<>(after)
                : new Attempt.Again<>();
    }

    private Attempt<After> tell(Occasion occasion, Round round, Step.Tell tell, After after) {
        Decision decision =
                Decider.decide(
                        tell.lead(),
                        tell.command(),
                        suppressions.inform(occasion.context(round), tell.lead(), tell.command()));
        return switch (decision) {
            case Decision.Refused refused -> keep(occasion, tell.otherwise(), after);
            case Decision.Unchanged unchanged -> keep(occasion, tell.otherwise(), after);
            case Decision.Accepted accepted ->
                    store(
                            new Append(
                                    tell.lead(),
                                    accepted,
                                    Map.of(),
                                    List.of(),
                                    tell.also().orElse(null)),
                            after);
        };
    }

    private Attempt<After> begin(Occasion occasion, Round round, Step.Begin begin, After after) {
        Decision decision =
                Decider.begin(
                        begin.id(),
                        begin.command(),
                        suppressions.inform(occasion.context(round), null, begin.command()));
        return switch (decision) {
            case Decision.Refused refused -> new Attempt.Over<>(after);
            case Decision.Unchanged unchanged -> new Attempt.Over<>(after);
            case Decision.Accepted accepted -> {
                Map<IdentityKey, Long> guards = new HashMap<>(begin.among().revisions());
                guards.keySet().retainAll(IdentityKey.of(accepted.after()));
                yield store(new Append(null, accepted, guards, List.of(), begin.also()), after);
            }
        };
    }

    private static Attempt<After> store(Append append, After after) {
        return new Attempt.Store<>(
                append,
                ended ->
                        switch (ended) {
                            case Appended.Stored() -> after;
                            case Appended.Repeated repeated ->
                                    throw new IllegalStateException(
                                            "PMS events carry no idempotency key");
                        });
    }
}
