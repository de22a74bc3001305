package io.leadmap.leadupdates;

import io.leadmap.domain.decide.Command;
import io.leadmap.domain.decide.Refusal;
import io.leadmap.domain.decide.ToDo;
import io.leadmap.domain.decide.ToDo.State;
import io.leadmap.domain.lead.LeadId;
import io.leadmap.domain.practice.PracticeId;
import io.leadmap.domain.practice.Role;
import io.leadmap.lambda.EntityTag;
import io.leadmap.leads.LeadWriter;
import io.leadmap.leads.RepeatableCalls;
import io.leadmap.leads.WriteRequest;
import io.leadmap.leads.Written;
import io.leadmap.ports.Attempts;
import io.leadmap.ports.Backoff;
import io.leadmap.ports.Digests;
import io.leadmap.ports.FirstAnswer;
import io.leadmap.ports.FirstAnswers;
import io.leadmap.ports.IdSource;
import io.leadmap.ports.ToDos;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;

/**
 * What people ask each other to do, and do (domain section 5). A to-do is its author's and its
 * assignee's, one for anybody is everybody's, and an administrator may touch all.
 */
public final class WriteToDos {

    private final ToDos toDos;
    private final RepeatableCalls calls;
    private final LeadWriter writer;
    private final IdSource ids;
    private final InstantSource clock;
    private final Attempts attempts;

    public WriteToDos(
            ToDos toDos,
            FirstAnswers answers,
            LeadWriter writer,
            IdSource ids,
            InstantSource clock,
            Backoff backoff) {
        this.toDos = toDos;
        this.calls = new RepeatableCalls(answers, clock);
        this.writer = writer;
        this.ids = ids;
        this.clock = clock;
        this.attempts = new Attempts(backoff);
    }

    /** What became of it. */
    public sealed interface Outcome {

        /** It is as it was asked to be, now or by the same call before. */
        record Done(ToDo toDo) implements Outcome {}

        /** There is no such to-do any more. */
        record Missing() implements Outcome {}

        /** The caller has seen an older version. */
        record Stale(ToDo current) implements Outcome {}

        record Refused(Refusal refusal) implements Outcome {}

        /** The idempotency key came before with another body. */
        record KeyReused() implements Outcome {}
    }

    /**
     * Asks somebody to do something.
     *
     * @param assignee an active person's id; null for anybody
     * @param at when it is due; null for now
     */
    public Outcome add(
            WriteRequest request,
            @Nullable LeadId lead,
            @Nullable String assignee,
            String text,
            @Nullable Instant at) {
        String id = ids.next();
        Instant due = at == null ? clock.instant() : at;
        ToDo asked = new ToDo(id, lead, assignee, text, due, request.actor().id(), 1, State.OPEN);
        // Its id is remembered before it is asked for: a repetition asks for the same one.
        return calls.answered(request)
                .or(() -> calls.remember(request, 201, null, id))
                .map(first -> again(request, asked, first))
                .orElseGet(() -> ask(request, asked));
    }

    private Outcome again(WriteRequest request, ToDo asked, FirstAnswer first) {
        String id = first.reference();
        if (id == null || isReused(request, first)) {
            return new Outcome.KeyReused();
        }
        return toDos.find(request.practice(), id)
                .<Outcome>map(Outcome.Done::new)
                .orElseGet(() -> ask(request, asked.named(id)));
    }

    private Outcome ask(WriteRequest request, ToDo asked) {
        toDos.ask(request.practice().id(), asked);
        return new Outcome.Done(asked);
    }

    /** Changes what is open; to say again what it says already changes nothing. */
    public Outcome change(WriteRequest request, String id, Function<ToDo, ToDo> change) {
        return repeatable(
                request,
                id,
                200,
                toDo -> toDo.isOpen() ? store(request, toDo, change.apply(toDo)) : missing());
    }

    /** Takes back what is open. */
    public Outcome withdraw(WriteRequest request, String id) {
        return repeatable(request, id, 204, toDo -> close(request, toDo, State.WITHDRAWN));
    }

    /**
     * Says that it is done.
     *
     * @param note for the history of its lead, as HTML; null for none
     */
    public Outcome finish(WriteRequest request, String id, @Nullable String note) {
        return repeatable(
                request,
                id,
                200,
                toDo -> {
                    if (toDo.isOpen() && note != null && !isStale(request, toDo)) {
                        Optional<Outcome> refused = note(request, toDo, note);
                        if (refused.isPresent()) {
                            return refused;
                        }
                    }
                    return close(request, toDo, State.DONE);
                });
    }

    /** Says that it is not done after all, while it is remembered; a note that was added stays. */
    public Outcome reopen(WriteRequest request, String id) {
        return repeatable(
                request,
                id,
                200,
                toDo ->
                        switch (toDo.state()) {
                            case OPEN -> Optional.of(new Outcome.Done(toDo));
                            case DONE -> store(request, toDo, toDo.reopened());
                            case WITHDRAWN -> missing();
                        });
    }

    /** Adds the note once, whoever says how often that it is done; empty if it is there. */
    private Optional<Outcome> note(WriteRequest request, ToDo toDo, String note) {
        LeadId lead = toDo.lead();
        if (lead == null) {
            return Optional.of(
                    new Outcome.Refused(
                            new Refusal.Invalid("note", "There is no lead to note it for.")));
        }
        String hash = Digests.sha256(note);
        WriteRequest once =
                new WriteRequest(
                        request.practice(),
                        request.actor(),
                        request.cause(),
                        null,
                        Optional.of(
                                new WriteRequest.Repeatable(
                                        "done/" + toDo.id() + "/" + hash, hash)),
                        false);
        return switch (writer.write(once, lead, new Command.AddNote(note, null))) {
            case Written.Refused(Refusal refusal) -> Optional.of(new Outcome.Refused(refusal));
            case Written.Missing() -> missing();
            case Written.Done done -> Optional.empty();
            case Written.KeyReused reused -> Optional.empty();
            case Written.Planned planned -> Optional.empty();
            case Written.Stale stale -> Optional.empty();
        };
    }

    private Optional<Outcome> close(WriteRequest request, ToDo toDo, State as) {
        if (toDo.isOpen()) {
            return store(request, toDo, toDo.closed(as));
        }
        return toDo.state() == as ? Optional.of(new Outcome.Done(toDo)) : missing();
    }

    private static Optional<Outcome> missing() {
        return Optional.of(new Outcome.Missing());
    }

    /** Empty if somebody else was faster. */
    private Optional<Outcome> store(WriteRequest request, ToDo before, ToDo after) {
        if (after.equals(before)) {
            return Optional.of(new Outcome.Done(before));
        }
        if (isStale(request, before)) {
            return Optional.of(new Outcome.Stale(before));
        }
        PracticeId practice = request.practice().id();
        return toDos.change(practice, before, after, clock.instant())
                ? Optional.of(new Outcome.Done(after))
                : Optional.empty();
    }

    private static boolean isStale(WriteRequest request, ToDo toDo) {
        EntityTag.Seen seen = request.ifMatch();
        return seen != null && !seen.versions().contains(toDo.version());
    }

    private Outcome repeatable(
            WriteRequest request,
            String id,
            int status,
            Function<ToDo, Optional<Outcome>> attempt) {
        Optional<FirstAnswer> first = calls.answered(request);
        if (first.isPresent()) {
            return answered(request, first.get(), id);
        }
        Outcome outcome =
                attempts.until(() ->
                        toDos.find(request.practice(), id)
                                .map(toDo ->
                                        isTheirs(request, toDo)
                                                ? attempt.apply(toDo)
                                                : Optional.<Outcome>of(notTheirs()))
                                .orElseGet(WriteToDos::missing));
        return outcome instanceof Outcome.Done
                ? calls.remember(request, status, null, id)
                        .map(before -> answered(request, before, id))
                        .orElse(outcome)
                : outcome;
    }

    private Outcome answered(WriteRequest request, FirstAnswer first, String id) {
        return isReused(request, first)
                ? new Outcome.KeyReused()
                : toDos.find(request.practice(), id)
                        .<Outcome>map(Outcome.Done::new)
                        .orElseGet(Outcome.Missing::new);
    }

    private static boolean isReused(WriteRequest request, FirstAnswer first) {
        return request.repeatable().filter(key -> key.isAnsweredBy(first)).isEmpty();
    }

    private static boolean isTheirs(WriteRequest request, ToDo toDo) {
        String person = request.actor().id();
        return toDo.assignee() == null
                || toDo.assignee().equals(person)
                || (toDo.author() != null && toDo.author().equals(person))
                || request.actor().is(Role.ADMINISTRATOR);
    }

    private static Outcome notTheirs() {
        return new Outcome.Refused(new Refusal.RoleNeeded(Role.ADMINISTRATOR));
    }
}
