package io.leadmap.leadupdates;

import io.leadmap.domain.decide.Command;
import io.leadmap.domain.decide.Refusal;
import io.leadmap.domain.decide.SuppressionRules;
import io.leadmap.domain.history.SuppressionEntry;
import io.leadmap.domain.lead.LeadId;
import io.leadmap.domain.practice.PracticeId;
import io.leadmap.domain.suppression.AddressState;
import io.leadmap.domain.suppression.Suppression;
import io.leadmap.domain.suppression.Suppression.Lifting;
import io.leadmap.leads.LeadWriter;
import io.leadmap.leads.RepeatableCalls;
import io.leadmap.leads.WriteRequest;
import io.leadmap.ports.FirstAnswer;
import io.leadmap.ports.FirstAnswers;
import io.leadmap.ports.Histories;
import io.leadmap.ports.Suppressions;
import io.leadmap.ports.Suppressions.Kept;

import java.time.InstantSource;
import java.util.Optional;

/**
 * An administrator ends a suppression, and every lead that has the address now says so in its
 * history (domain section 7). Interrupted, it may be repeated: nobody is told twice.
 */
public final class LiftSuppression {

    private final Suppressions suppressions;
    private final Histories histories;
    private final RepeatableCalls calls;
    private final LeadWriter writer;
    private final InstantSource clock;

    public LiftSuppression(
            Suppressions suppressions,
            Histories histories,
            FirstAnswers answers,
            LeadWriter writer,
            InstantSource clock) {
        this.suppressions = suppressions;
        this.histories = histories;
        this.calls = new RepeatableCalls(answers, clock);
        this.writer = writer;
        this.clock = clock;
    }

    /** What became of it. */
    public sealed interface Outcome {

        /** It has ended, now or before. */
        record Lifted(Kept address) implements Outcome {}

        record Refused(Refusal refusal) implements Outcome {}

        /** Nothing of the kind is known of an address with this id. */
        record Missing() implements Outcome {}

        /** The idempotency key came before with another body. */
        record KeyReused() implements Outcome {}
    }

    /**
     * Ends a suppression for a caller, whose key gets the first answer again.
     *
     * @param id of the address
     * @param reason not blank
     */
    public Outcome lift(WriteRequest request, String id, Suppression.Kind kind, String reason) {
        Optional<FirstAnswer> first = calls.answered(request);
        if (first.isPresent()) {
            return again(request, first.get(), id);
        }
        Outcome outcome = end(request, id, kind, reason);
        return outcome instanceof Outcome.Lifted
                ? calls.remember(request, 200, null, id)
                        .map(before -> again(request, before, id))
                        .orElse(outcome)
                : outcome;
    }

    private Outcome again(WriteRequest request, FirstAnswer first, String id) {
        return request.repeatable().filter(key -> key.isAnsweredBy(first)).isEmpty()
                ? new Outcome.KeyReused()
                : suppressions
                        .find(request.practice().id(), id)
                        .<Outcome>map(Outcome.Lifted::new)
                        .orElseGet(Outcome.Missing::new);
    }

    private Outcome end(WriteRequest request, String id, Suppression.Kind kind, String reason) {
        PracticeId practice = request.practice().id();
        Optional<Kept> found = suppressions.find(practice, id);
        Optional<Suppression> known =
                found.flatMap(kept -> Optional.ofNullable(kept.state().suppressions().get(kind)));
        if (found.isEmpty() || known.isEmpty()) {
            return new Outcome.Missing();
        }
        Optional<Refusal> stands = SuppressionRules.obstacleToLifting(kind);
        if (stands.isPresent()) {
            return new Outcome.Refused(stands.get());
        }
        AddressState state = found.get().state();
        for (LeadId lead : found.get().leads()) {
            if (!isTold(practice, lead, known.get())) {
                writer.write(
                        request.asOneOfSeveral(),
                        lead,
                        new Command.LiftSuppression(kind, state.address(), reason));
            }
        }
        Lifting how = new Lifting(clock.instant(), request.actor().id(), reason);
        return new Outcome.Lifted(ended(practice, id, kind, how));
    }

    /** Whether the lead's history says already that it ended. */
    private boolean isTold(PracticeId practice, LeadId lead, Suppression suppression) {
        return !suppression.stands()
                && histories.read(practice, lead).stream()
                        .filter(commit -> !commit.at().isBefore(suppression.since()))
                        .flatMap(commit -> commit.entries().stream())
                        .anyMatch(entry ->
                                entry
                                                instanceof
                                                SuppressionEntry.SuppressionLifted(
                                                        var kind,
                                                        var mail,
                                                        var why)
                                        && kind == suppression.kind()
                                        && mail.equals(suppression.mail()));
    }

    /** The address as it is now; ended here if there was no lead to end it with. */
    private Kept ended(PracticeId practice, String id, Suppression.Kind kind, Lifting how) {
        Kept kept = suppressions.find(practice, id).orElseThrow();
        return kept.state().standing(kind).isPresent()
                        && suppressions.store(practice, kept.state().lifted(kind, how))
                ? suppressions.find(practice, id).orElseThrow()
                : kept;
    }
}
