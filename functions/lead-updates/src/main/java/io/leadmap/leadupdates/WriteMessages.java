package io.leadmap.leadupdates;

import io.leadmap.domain.lead.LeadId;
import io.leadmap.domain.message.Message;
import io.leadmap.domain.practice.PracticeId;
import io.leadmap.lambda.EntityTag;
import io.leadmap.leads.RepeatableCalls;
import io.leadmap.leads.WriteRequest;
import io.leadmap.ports.Attempts;
import io.leadmap.ports.Backoff;
import io.leadmap.ports.FirstAnswer;
import io.leadmap.ports.FirstAnswers;
import io.leadmap.ports.IdSource;
import io.leadmap.ports.Messages;

import org.jspecify.annotations.Nullable;

import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What people tell each other (domain section 5). A message is its author's and its recipients';
 * for everybody else, administrators too, there is none.
 */
public final class WriteMessages {

    private final Messages messages;
    private final RepeatableCalls calls;
    private final IdSource ids;
    private final InstantSource clock;
    private final Attempts attempts;

    public WriteMessages(
            Messages messages,
            FirstAnswers answers,
            IdSource ids,
            InstantSource clock,
            Backoff backoff) {
        this.messages = messages;
        this.calls = new RepeatableCalls(answers, clock);
        this.ids = ids;
        this.clock = clock;
        this.attempts = new Attempts(backoff);
    }

    /** What became of it. */
    public sealed interface Outcome {

        /** It is as it was asked to be, now or by the same call before. */
        record Done(Message message) implements Outcome {}

        /** There is no such message for this person. */
        record Missing() implements Outcome {}

        /** The caller has seen an older version. */
        record Stale(Message current) implements Outcome {}

        /** The idempotency key came before with another body. */
        record KeyReused() implements Outcome {}
    }

    /**
     * Tells people something.
     *
     * @param to ids of active people besides the caller
     * @param html sanitised
     */
    public Outcome send(WriteRequest request, @Nullable LeadId lead, List<String> to, String html) {
        String id = ids.next();
        Message written = new Message(id, lead, me(request), to, html, clock.instant());
        // Its id is remembered before it is sent: a repetition sends the same one.
        return calls.answered(request)
                .or(() -> calls.remember(request, 201, null, id))
                .map(first -> again(request, written, first))
                .orElseGet(() -> sent(request, written));
    }

    private Outcome again(WriteRequest request, Message written, FirstAnswer first) {
        String id = first.reference();
        if (id == null || isReused(request, first)) {
            return new Outcome.KeyReused();
        }
        return found(request, id)
                .<Outcome>map(Outcome.Done::new)
                .orElseGet(() -> sent(request, written.named(id)));
    }

    private Outcome sent(WriteRequest request, Message message) {
        messages.send(practice(request), message);
        return new Outcome.Done(message);
    }

    /** Says that the caller has read it; said again, or by its author, it changes nothing. */
    public Outcome read(WriteRequest request, String id) {
        Optional<FirstAnswer> first = calls.answered(request);
        if (first.isPresent()) {
            return answered(request, first.get(), id);
        }
        Outcome outcome =
                attempts.until(() ->
                        found(request, id)
                                .map(message -> read(request, message))
                                .orElseGet(() -> Optional.of(new Outcome.Missing())));
        return outcome instanceof Outcome.Done
                ? calls.remember(request, 200, null, id)
                        .map(before -> answered(request, before, id))
                        .orElse(outcome)
                : outcome;
    }

    /** Empty if somebody else was faster. */
    private Optional<Outcome> read(WriteRequest request, Message message) {
        if (!message.isUnreadBy(me(request))) {
            return Optional.of(new Outcome.Done(message));
        }
        EntityTag.Seen seen = request.ifMatch();
        if (seen != null && !seen.versions().contains(message.version())) {
            return Optional.of(new Outcome.Stale(message));
        }
        return messages.read(practice(request), message, me(request), clock.instant())
                ? found(request, message.id()).map(Outcome.Done::new)
                : Optional.empty();
    }

    private Outcome answered(WriteRequest request, FirstAnswer first, String id) {
        return isReused(request, first)
                ? new Outcome.KeyReused()
                : found(request, id)
                        .<Outcome>map(Outcome.Done::new)
                        .orElseGet(Outcome.Missing::new);
    }

    private Optional<Message> found(WriteRequest request, String id) {
        return messages.find(practice(request), me(request), id);
    }

    private static boolean isReused(WriteRequest request, FirstAnswer first) {
        return request.repeatable().filter(key -> key.isAnsweredBy(first)).isEmpty();
    }

    private static PracticeId practice(WriteRequest request) {
        return request.practice().id();
    }

    private static String me(WriteRequest request) {
        return Objects.requireNonNull(request.actor().id());
    }
}
