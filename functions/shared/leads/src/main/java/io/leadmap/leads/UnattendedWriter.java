package io.leadmap.leads;

import io.leadmap.domain.decide.Command;
import io.leadmap.domain.decide.Context;
import io.leadmap.domain.decide.Decider;
import io.leadmap.domain.decide.Decision;
import io.leadmap.domain.decide.Refusal;
import io.leadmap.domain.history.Actor;
import io.leadmap.domain.history.Cause;
import io.leadmap.domain.lead.Lead;
import io.leadmap.domain.lead.LeadId;
import io.leadmap.domain.practice.Practice;
import io.leadmap.domain.practice.PracticeId;
import io.leadmap.ports.Attempts;
import io.leadmap.ports.Attempts.Attempt;
import io.leadmap.ports.Backoff;
import io.leadmap.ports.Leads;
import io.leadmap.ports.Leads.Append;
import io.leadmap.ports.Leads.Appended;
import io.leadmap.ports.Practices;
import io.leadmap.ports.Suppressions;
import io.leadmap.ports.Unavailable;

import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;

/**
 * Runs commands that no person waits for: sweeps, the mail service's news, unsubscribing. There is
 * no version that anybody has seen, so everything is read anew in each further attempt, the command
 * itself included.
 */
public final class UnattendedWriter {

    private final Leads leads;
    private final Practices practices;
    private final Suppressions suppressions;
    private final InstantSource clock;
    private final Attempts attempts;

    public UnattendedWriter(
            Leads leads,
            Practices practices,
            Suppressions suppressions,
            InstantSource clock,
            Backoff backoff) {
        this.leads = leads;
        this.practices = practices;
        this.suppressions = suppressions;
        this.clock = clock;
        this.attempts = new Attempts(backoff);
    }

    /** What became of a command. */
    public sealed interface Result {

        record Stored(Decision.Accepted decision) implements Result {}

        /** There was nothing to do, or nothing any more. */
        record Nothing() implements Result {}

        record Refused(Refusal refusal) implements Result {}

        /** The practice has no such lead. */
        record NoLead() implements Result {}
    }

    /** Decides and stores; {@link Unavailable} if it collided too often. */
    public Result write(
            PracticeId practice, LeadId lead, Actor actor, Cause cause, Command command) {
        return write(practice, lead, actor, cause, current -> Optional.of(command));
    }

    /**
     * Decides and stores; {@link Unavailable} if it collided too often.
     *
     * @param command made for the lead as it is in this attempt; empty if there is nothing to do
     */
    public Result write(
            PracticeId practice,
            LeadId lead,
            Actor actor,
            Cause cause,
            Function<Lead, Optional<Command>> command) {
        return see(practice, lead)
                .map(seen -> write(seen, actor, cause, command))
                .orElseGet(Result.NoLead::new);
    }

    /**
     * A lead and its practice as they were read.
     *
     * @param configuration the newest
     */
    public record Seen(Practice configuration, Lead lead) {}

    /** Reads a lead and its practice; empty if the practice has no such lead. */
    public Optional<Seen> see(PracticeId practice, LeadId lead) {
        return practices
                .find(practice)
                .flatMap(found -> leads.find(practice, lead).map(known -> new Seen(found, known)));
    }

    /**
     * The same for who has read the lead already, and decides on that unless the lead has moved on.
     *
     * @param command made for the lead as it is in this attempt; empty if there is nothing to do
     */
    public Result write(
            Seen seen, Actor actor, Cause cause, Function<Lead, Optional<Command>> command) {
        return attempts.append(
                leads,
                round -> {
                    Optional<Seen> now =
                            round.isFirst()
                                    ? Optional.of(seen)
                                    : see(seen.lead().practice(), seen.lead().id());
                    if (now.isEmpty()) {
                        return new Attempt.Over<>(new Result.NoLead());
                    }
                    Lead lead = now.get().lead();
                    Optional<Command> wanted = command.apply(lead);
                    if (wanted.isEmpty()) {
                        return new Attempt.Over<>(new Result.Nothing());
                    }
                    Context context =
                            new Context(
                                    now.get().configuration(),
                                    actor,
                                    cause,
                                    clock.instant(),
                                    round.inFlight());
                    Context informed = suppressions.inform(context, lead, wanted.get());
                    return attempt(lead, Decider.decide(lead, wanted.get(), informed));
                });
    }

    private static Attempt<Result> attempt(Lead before, Decision decision) {
        return switch (decision) {
            case Decision.Refused(Refusal refusal) ->
                    new Attempt.Over<>(new Result.Refused(refusal));
            case Decision.Unchanged unchanged -> new Attempt.Over<>(new Result.Nothing());
            case Decision.Accepted accepted ->
                    new Attempt.Store<>(
                            Append.of(before, accepted),
                            ended ->
                                    switch (ended) {
                                        case Appended.Stored() -> new Result.Stored(accepted);
                                        case Appended.Repeated repeated -> new Result.Nothing();
                                    });
        };
    }
}
