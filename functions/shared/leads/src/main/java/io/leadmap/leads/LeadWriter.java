package io.leadmap.leads;

import io.leadmap.domain.decide.Command;
import io.leadmap.domain.decide.Context;
import io.leadmap.domain.decide.Decider;
import io.leadmap.domain.decide.Decision;
import io.leadmap.domain.decide.Refusal;
import io.leadmap.domain.history.Commit;
import io.leadmap.domain.lead.IdentityKey;
import io.leadmap.domain.lead.Lead;
import io.leadmap.domain.lead.LeadId;
import io.leadmap.domain.practice.PracticeId;
import io.leadmap.domain.suppression.KnownAddresses;
import io.leadmap.lambda.EntityTag;
import io.leadmap.ports.Attempts;
import io.leadmap.ports.Attempts.Attempt;
import io.leadmap.ports.Attempts.Round;
import io.leadmap.ports.Backoff;
import io.leadmap.ports.FirstAnswer;
import io.leadmap.ports.FirstAnswers;
import io.leadmap.ports.Histories;
import io.leadmap.ports.Leads;
import io.leadmap.ports.Leads.Append;
import io.leadmap.ports.Leads.Appended;
import io.leadmap.ports.Suppressions;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * Runs a person's command on a lead: read, decide, append, and again if somebody else was faster
 * ({@link Attempts}). A key that was used before gets the first answer; a version that has passed
 * is refused.
 */
public final class LeadWriter {

    private final Leads leads;
    private final Histories histories;
    private final RepeatableCalls calls;
    private final Suppressions suppressions;
    private final InstantSource clock;
    private final Attempts attempts;

    public LeadWriter(
            Leads leads,
            Histories histories,
            FirstAnswers answers,
            Suppressions suppressions,
            InstantSource clock,
            Backoff backoff) {
        this.leads = leads;
        this.histories = histories;
        this.calls = new RepeatableCalls(answers, clock);
        this.suppressions = suppressions;
        this.clock = clock;
        this.attempts = new Attempts(backoff);
    }

    /**
     * Decides and stores a command on a lead; answered with 200. A fault if it collided too often.
     */
    public Written write(WriteRequest request, LeadId id, Command command) {
        return write(request, id, lead -> command, 200, accepted -> null);
    }

    /** Decides and stores a command that depends on what the lead is now; answered with 200. */
    public Written write(WriteRequest request, LeadId id, Function<Lead, Command> command) {
        return write(request, id, command, 200, accepted -> null);
    }

    /**
     * Decides and stores a command on a lead.
     *
     * @param command made anew for each attempt
     * @param status what a success is answered with
     * @param reference what else the answer names
     */
    public Written write(
            WriteRequest request,
            LeadId id,
            Function<Lead, Command> command,
            int status,
            Function<Decision.Accepted, @Nullable String> reference) {
        Success success = new Success(status, reference);
        return repeatable(
                request,
                round -> {
                    Optional<Lead> found = leads.find(request.practice().id(), id);
                    if (found.isEmpty()) {
                        return new Attempt.Over<>(new Written.Missing());
                    }
                    Lead lead = found.get();
                    EntityTag.Seen seen = request.ifMatch();
                    if (seen != null && !seen.versions().contains(lead.revision().version())) {
                        return new Attempt.Over<>(stale(lead, seen.newest()));
                    }
                    return decided(
                            request, lead, command.apply(lead), context(request, round), success);
                });
    }

    /**
     * Begins a lead or goes on with one, as is found out anew for each attempt; answered with 201.
     * A fault if it collided too often.
     *
     * @param look finds out how, by the time of the attempt
     */
    public Written begin(WriteRequest request, Function<Instant, Start> look) {
        Success success = new Success(201, accepted -> null);
        return repeatable(
                request,
                round -> {
                    Context context = context(request, round);
                    return switch (look.apply(context.now())) {
                        case Start.New(var id, var command, var known) -> {
                            Context informed =
                                    suppressions.inform(
                                            context.with(known.addresses()), null, command);
                            yield attempt(
                                    request,
                                    null,
                                    Decider.begin(id, command, informed),
                                    known.revisions(),
                                    success);
                        }
                        case Start.Found(Lead lead, Command command, KnownAddresses addresses) ->
                                decided(request, lead, command, context.with(addresses), success);
                    };
                });
    }

    private Attempt<Written> decided(
            WriteRequest request, Lead lead, Command command, Context context, Success success) {
        Context informed = suppressions.inform(context, lead, command);
        return attempt(request, lead, Decider.decide(lead, command, informed), Map.of(), success);
    }

    /**
     * What a success is answered with.
     *
     * @param reference what else the answer names
     */
    private record Success(int status, Function<Decision.Accepted, @Nullable String> reference) {}

    /** How a lead comes to somebody who adds one. */
    public sealed interface Start {

        /**
         * A lead that nobody has yet.
         *
         * @param known the keys that were looked at, which must still be as they were; none where
         *     it does not matter who else begins a lead
         */
        record New(LeadId id, Command.Beginning command, Leads.Known known) implements Start {}

        /**
         * It is there already.
         *
         * @param addresses what was read of addresses on the way
         */
        record Found(Lead lead, Command command, KnownAddresses addresses) implements Start {}
    }

    /** Tries unless the request was answered before. */
    private Written repeatable(WriteRequest request, Function<Round, Attempt<Written>> decide) {
        return answered(request).orElseGet(() -> attempts.append(leads, decide));
    }

    /**
     * @param guards the keys that must not have moved since
     */
    private Attempt<Written> attempt(
            WriteRequest request,
            @Nullable Lead before,
            Decision decision,
            Map<IdentityKey, Long> guards,
            Success success) {
        if (request.dryRun()) {
            return new Attempt.Over<>(new Written.Planned(decision));
        }
        return switch (decision) {
            case Decision.Refused(Refusal refusal) ->
                    new Attempt.Over<>(new Written.Refused(refusal));
            case Decision.Unchanged(Lead lead) ->
                    new Attempt.Over<>(unchanged(request, lead, success.status()));
            case Decision.Accepted accepted -> {
                Lead after = accepted.after();
                String named = success.reference().apply(accepted);
                List<FirstAnswer> kept =
                        calls.answer(request, success.status(), after, named).stream().toList();
                yield new Attempt.Store<>(
                        new Append(before, accepted, guards, kept, null),
                        ended ->
                                switch (ended) {
                                    case Appended.Stored() ->
                                            new Written.Done(success.status(), after, named);
                                    case Appended.Repeated(FirstAnswer first) ->
                                            again(request, first);
                                });
            }
        };
    }

    private Context context(WriteRequest request, Round round) {
        return new Context(
                request.practice(),
                request.actor(),
                request.cause(),
                clock.instant(),
                round.inFlight());
    }

    /** What this call or another one with its key was answered before, if its key is remembered. */
    public Optional<Written> answered(WriteRequest request) {
        return request.dryRun()
                ? Optional.empty()
                : calls.answered(request).map(first -> again(request, first));
    }

    /** There is nothing to store but the answer. */
    private Written unchanged(WriteRequest request, Lead lead, int status) {
        return calls.remember(request, status, lead, null)
                .map(first -> again(request, first))
                .orElseGet(() -> new Written.Done(status, lead, null));
    }

    private Written again(WriteRequest request, FirstAnswer first) {
        if (request.repeatable().filter(key -> key.isAnsweredBy(first)).isEmpty()) {
            return new Written.KeyReused();
        }
        PracticeId practice = request.practice().id();
        LeadId lead = Objects.requireNonNull(first.lead(), "a command on a lead was about one");
        List<Commit> until =
                histories.read(practice, lead).stream()
                        .filter(commit -> commit.lastSeq() <= first.seq())
                        .toList();
        return new Written.Done(
                first.status(), Lead.fold(practice, lead, until), first.reference());
    }

    private Written stale(Lead current, long seen) {
        return Changes.since(current, seen, histories.read(current.practice(), current.id()));
    }
}
