package io.leadmap.application.lead;

import io.leadmap.application.Backoff;
import io.leadmap.application.FirstAnswer;
import io.leadmap.application.FirstAnswers;
import io.leadmap.application.Histories;
import io.leadmap.application.Leads;
import io.leadmap.application.Leads.Append;
import io.leadmap.application.Leads.Appended;
import io.leadmap.application.Store;
import io.leadmap.application.Suppressions;
import io.leadmap.application.Unavailable;
import io.leadmap.domain.decide.Command;
import io.leadmap.domain.decide.Context;
import io.leadmap.domain.decide.Decider;
import io.leadmap.domain.decide.Decision;
import io.leadmap.domain.decide.Refusal;
import io.leadmap.domain.history.Commit;
import io.leadmap.domain.lead.IdentityKey;
import io.leadmap.domain.lead.Lead;
import io.leadmap.domain.lead.LeadId;
import io.leadmap.domain.mail.EmailId;
import io.leadmap.domain.practice.PracticeId;
import io.leadmap.domain.suppression.Addresses;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Runs a person's command on a lead: read, decide, append, and again if somebody else was faster,
 * five times at most (architecture decision 2). A key that was used before gets the first answer; a
 * version that has passed is refused.
 */
public final class LeadWriter {

    private static final int ATTEMPTS = 5;

    private final Leads leads;
    private final Histories histories;
    private final FirstAnswers answers;
    private final Suppressions suppressions;
    private final InstantSource clock;
    private final Backoff backoff;

    public LeadWriter(Store store, InstantSource clock, Backoff backoff) {
        this.leads = store.leads();
        this.histories = store.histories();
        this.answers = store.firstAnswers();
        this.suppressions = store.suppressions();
        this.clock = clock;
        this.backoff = backoff;
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
        return attempts(
                request,
                status,
                reference,
                inFlight -> {
                    Optional<Lead> found = leads.find(request.practice().id(), id);
                    if (found.isEmpty()) {
                        return new Attempt.Over(new Written.Missing());
                    }
                    Lead lead = found.get();
                    WriteRequest.Seen seen = request.ifMatch();
                    if (seen != null && !seen.versions().contains(lead.revision().version())) {
                        return new Attempt.Over(stale(lead, seen.newest()));
                    }
                    return decided(lead, command.apply(lead), context(request, inFlight));
                });
    }

    /**
     * Begins a lead or goes on with one, as is found out anew for each attempt; answered with 201.
     * A fault if it collided too often.
     *
     * @param look finds out how, by the time of the attempt
     */
    public Written begin(WriteRequest request, Function<Instant, Start> look) {
        return attempts(
                request,
                201,
                accepted -> null,
                inFlight -> {
                    Context context = context(request, inFlight);
                    return switch (look.apply(context.now())) {
                        case Start.New(var id, var command, var known) ->
                                new Attempt.Decided(
                                        null,
                                        Decider.begin(
                                                id,
                                                command,
                                                suppressions.inform(
                                                        context.with(known.addresses()),
                                                        null,
                                                        command)),
                                        known.revisions());
                        case Start.Found(Lead lead, Command command, Addresses addresses) ->
                                decided(lead, command, context.with(addresses));
                    };
                });
    }

    private Attempt decided(Lead lead, Command command, Context context) {
        Context informed = suppressions.inform(context, lead, command);
        return new Attempt.Decided(lead, Decider.decide(lead, command, informed), Map.of());
    }

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
        record Found(Lead lead, Command command, Addresses addresses) implements Start {}
    }

    private Written attempts(
            WriteRequest request,
            int status,
            Function<Decision.Accepted, @Nullable String> reference,
            Function<Set<EmailId>, Attempt> decide) {
        Optional<Written> before = answered(request);
        if (before.isPresent()) {
            return before.get();
        }
        Set<EmailId> inFlight = new HashSet<>();
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            switch (decide.apply(inFlight)) {
                case Attempt.Over(Written written) -> {
                    return written;
                }
                case Attempt.Decided decided -> {
                    Optional<Written> written =
                            request.dryRun()
                                    ? Optional.of(new Written.Planned(decided.decision()))
                                    : store(request, decided, status, reference, inFlight);
                    if (written.isPresent()) {
                        return written.get();
                    }
                }
            }
            backoff.pause(attempt);
        }
        throw new Unavailable("a command collided " + ATTEMPTS + " times", null);
    }

    /** Empty if it must be decided again. */
    private Optional<Written> store(
            WriteRequest request,
            Attempt.Decided decided,
            int status,
            Function<Decision.Accepted, @Nullable String> reference,
            Set<EmailId> inFlight) {
        return switch (decided.decision()) {
            case Decision.Refused(Refusal refusal) -> Optional.of(new Written.Refused(refusal));
            case Decision.Unchanged(Lead lead) -> Optional.of(unchanged(request, lead, status));
            case Decision.Accepted accepted -> {
                String named = reference.apply(accepted);
                Append append =
                        new Append(
                                decided.before(),
                                accepted,
                                decided.guards(),
                                request
                                        .repeatable()
                                        .map(key -> answer(key, accepted.after(), status, named))
                                        .stream()
                                        .toList(),
                                null);
                yield switch (leads.append(append)) {
                    case Appended.Stored() ->
                            Optional.of(new Written.Done(status, accepted.after(), named));
                    case Appended.Moved() -> Optional.empty();
                    case Appended.InFlight(Set<EmailId> mails) -> {
                        inFlight.addAll(mails);
                        yield Optional.empty();
                    }
                    case Appended.Repeated(FirstAnswer first) -> Optional.of(again(request, first));
                };
            }
        };
    }

    private Context context(WriteRequest request, Set<EmailId> inFlight) {
        return new Context(
                request.practice(), request.actor(), request.cause(), clock.instant(), inFlight);
    }

    /** What this call or another one with its key was answered before, if its key is remembered. */
    public Optional<Written> answered(WriteRequest request) {
        return request.dryRun()
                ? Optional.empty()
                : request.repeatable()
                        .flatMap(key ->
                                answers.find(request.practice().id(), key.key(), clock.instant()))
                        .map(first -> again(request, first));
    }

    /** There is nothing to store but the answer, so that another call cannot use its key. */
    private Written unchanged(WriteRequest request, Lead lead, int status) {
        return request.repeatable()
                .flatMap(key ->
                        answers.remember(
                                lead.practice(), answer(key, lead, status, null), clock.instant()))
                .map(first -> again(request, first))
                .orElseGet(() -> new Written.Done(status, lead, null));
    }

    private FirstAnswer answer(
            WriteRequest.Repeatable key, Lead lead, int status, @Nullable String reference) {
        Instant expires = clock.instant().plus(FirstAnswer.KEPT);
        return new FirstAnswer(
                key.key(),
                key.bodyHash(),
                status,
                lead.id(),
                lead.revision().seq(),
                reference,
                expires);
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

    /** One round of reading and deciding. */
    private sealed interface Attempt {

        /**
         * @param guards the keys that must not have moved since
         */
        record Decided(@Nullable Lead before, Decision decision, Map<IdentityKey, Long> guards)
                implements Attempt {}

        record Over(Written written) implements Attempt {}
    }
}
