package io.leadmap.formintake;

import io.leadmap.domain.decide.Command;
import io.leadmap.domain.decide.Command.Submission;
import io.leadmap.domain.decide.Context;
import io.leadmap.domain.decide.Decider;
import io.leadmap.domain.decide.Decision;
import io.leadmap.domain.decide.Refusal;
import io.leadmap.domain.decide.Refusal.FieldError;
import io.leadmap.domain.decide.SamePerson;
import io.leadmap.domain.history.Actor;
import io.leadmap.domain.history.Cause;
import io.leadmap.domain.lead.IdentityKey;
import io.leadmap.domain.lead.Lead;
import io.leadmap.domain.lead.LeadId;
import io.leadmap.domain.practice.PracticeId;
import io.leadmap.ports.Attempts;
import io.leadmap.ports.Attempts.Attempt;
import io.leadmap.ports.Backoff;
import io.leadmap.ports.Digests;
import io.leadmap.ports.FirstAnswer;
import io.leadmap.ports.FirstAnswers;
import io.leadmap.ports.FormLimits;
import io.leadmap.ports.IdSource;
import io.leadmap.ports.Leads;
import io.leadmap.ports.Leads.Append;
import io.leadmap.ports.Leads.Appended;
import io.leadmap.ports.Leads.Known;
import io.leadmap.ports.Leads.Sharing;
import io.leadmap.ports.PhoneNumbers;
import io.leadmap.ports.Suppressions;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A stranger submits a form (domain sections 2 and 8): it joins the open lead of the same person,
 * or begins one, or begins one that an agent must look at. What is answered is the same in every
 * case.
 */
public final class SubmitForm {

    private static final Duration SAME_AGAIN = Duration.ofMinutes(10);

    private final Leads leads;
    private final Suppressions suppressions;
    private final FirstAnswers answers;
    private final FormLimits limits;
    private final int perMinute;
    private final PhoneNumbers phones;
    private final RenderStamp stamps;
    private final IdSource ids;
    private final InstantSource clock;
    private final Attempts attempts;

    /**
     * @param perMinute how many submissions one address may send to a practice in a minute
     */
    public SubmitForm(
            Leads leads,
            Suppressions suppressions,
            FirstAnswers answers,
            FormLimits limits,
            int perMinute,
            PhoneNumbers phones,
            RenderStamp stamps,
            IdSource ids,
            InstantSource clock,
            Backoff backoff) {
        this.leads = leads;
        this.suppressions = suppressions;
        this.answers = answers;
        this.limits = limits;
        this.perMinute = perMinute;
        this.phones = phones;
        this.stamps = stamps;
        this.ids = ids;
        this.clock = clock;
        this.attempts = new Attempts(backoff);
    }

    /**
     * What came and from where.
     *
     * @param byProgram sent as JSON: names that the form does not have are a mistake; elsewhere
     *     site builders add their own
     * @param address the sender's network address
     * @param idempotencyKey the caller's own, null for none
     */
    public record Sent(
            Typed typed, boolean byProgram, String address, @Nullable String idempotencyKey) {}

    /** Keeps a submission, unless something is wrong with it. A fault if it could not be kept. */
    public FormOutcome submit(HostedForm form, Sent sent) {
        Instant now = clock.instant();
        PracticeId practice = form.practice().id();
        if (limits.count(practice, sent.address(), now) > perMinute) {
            return new FormOutcome.TooMany(Duration.ofSeconds(60 - now.getEpochSecond() % 60));
        }
        List<FieldError> unknown =
                sent.byProgram()
                        ? sent.typed().unknownTo(form).stream()
                                .map(name -> new FieldError(name, "The form has no such field."))
                                .toList()
                        : List.of();
        if (!unknown.isEmpty()) {
            return new FormOutcome.UnknownFields(unknown);
        }
        Memory memory = Memory.of(form, sent, now);
        Optional<FirstAnswer> first =
                memory.marks().stream()
                        .flatMap(mark -> answers.find(practice, mark.key(), now).stream())
                        .findFirst();
        if (first.isPresent()) {
            return again(practice, memory, first.get(), now);
        }
        FormReader.Read read =
                FormReader.read(form, sent.typed(), phones, isSuspicious(form, sent, now), now);
        return read.errors().isEmpty()
                ? keep(form, read.submission(), memory, now)
                : new FormOutcome.Wrong(read.errors());
    }

    private boolean isSuspicious(HostedForm form, Sent sent, Instant now) {
        String stamp = sent.typed().one(RenderStamp.FIELD);
        return !sent.typed().one(Typed.HONEYPOT).isEmpty()
                || (!stamp.isEmpty() && stamps.isSuspicious(form, stamp, now));
    }

    private FormOutcome keep(HostedForm form, Submission submission, Memory memory, Instant now) {
        String reference = ids.next();
        return attempts.append(
                leads,
                round -> {
                    Context context =
                            new Context(
                                    form.practice(),
                                    Actor.LEAD,
                                    new Cause(Cause.Kind.FORM, form.form().id()),
                                    now,
                                    round.inFlight());
                    Decided decided = decide(form, submission, context);
                    return switch (decided.decision()) {
                        case Decision.Refused(Refusal refusal) ->
                                new Attempt.Over<>(refused(refusal));
                        case Decision.Unchanged unchanged ->
                                throw new IllegalStateException(
                                        "a submission always leaves a trace");
                        case Decision.Accepted accepted ->
                                new Attempt.Store<>(
                                        new Append(
                                                decided.before(),
                                                accepted,
                                                decided.guards(),
                                                memory.answers(accepted.after(), reference),
                                                null),
                                        ended ->
                                                switch (ended) {
                                                    case Appended.Stored() ->
                                                            new FormOutcome.Taken(reference);
                                                    case Appended.Repeated(FirstAnswer first) ->
                                                            again(
                                                                    form.practice().id(),
                                                                    memory,
                                                                    first,
                                                                    now);
                                                });
                    };
                });
    }

    /**
     * A decision with what must not have moved meanwhile.
     *
     * @param before the lead that it joins, null if it begins one
     * @param guards so that two submissions at once do not begin two leads of one person
     */
    private record Decided(
            @Nullable Lead before, Decision decision, Map<IdentityKey, Long> guards) {}

    private Decided decide(HostedForm form, Submission submission, Context context) {
        Known known = leads.known(form.practice().id(), IdentityKey.of(submission.fields()));
        Context read = context.with(known.addresses());
        List<Lead> sharing = known(form, known.sharing());
        return switch (SamePerson.judge(form.practice(), submission, sharing)) {
            case SamePerson.Verdict.Join(Lead lead) -> {
                Command join = new Command.JoinForm(submission);
                Context informed = suppressions.inform(read, lead, join);
                yield new Decided(lead, Decider.decide(lead, join, informed), Map.of());
            }
            case SamePerson.Verdict.Begin(Optional<Command.Resembled> resembles) -> {
                Command.Beginning begin = new Command.BeginByForm(submission, resembles);
                Context informed = suppressions.inform(read, null, begin);
                yield new Decided(
                        null,
                        Decider.begin(new LeadId(ids.next()), begin, informed),
                        submission.suspectedSpam() ? Map.of() : known.revisions());
            }
        };
    }

    /** The leads that share a key, oldest first. */
    private List<Lead> known(HostedForm form, Map<IdentityKey, Sharing> sharing) {
        return sharing.values().stream()
                .flatMap(shared -> shared.leads().stream())
                .distinct()
                .map(lead -> leads.find(form.practice().id(), lead))
                .flatMap(Optional::stream)
                .sorted(Lead.BY_AGE)
                .toList();
    }

    private static FormOutcome refused(Refusal refusal) {
        if (refusal instanceof Refusal.Invalid(List<FieldError> errors)) {
            return new FormOutcome.Wrong(errors);
        }
        throw new IllegalStateException("a stranger's form is refused for its fields only");
    }

    /** The first reference; the key that it came under this time is remembered as well. */
    private FormOutcome again(PracticeId practice, Memory memory, FirstAnswer first, Instant now) {
        memory.marks().stream()
                .filter(mark -> !mark.key().equals(first.key()))
                .filter(Mark::isSender)
                .forEach(mark -> answers.remember(practice, mark.of(first), now));
        return new FormOutcome.Taken(Objects.requireNonNull(first.reference()));
    }

    /**
     * What a submission is found by when it comes again (domain sections 2 and 8): what it says,
     * for ten minutes, whoever sends it; and what it says under its sender's key, for a day. Two
     * people whose programs use the same key share nothing.
     */
    private record Memory(String hash, List<Mark> marks) {

        static Memory of(HostedForm form, Sent sent, Instant now) {
            String hash = Digests.sha256(sent.typed().identity(form));
            String use = "form/" + form.form().id() + "/";
            List<Mark> marks = new ArrayList<>();
            marks.add(new Mark(use + "same/" + hash, now.plus(SAME_AGAIN), false));
            if (sent.idempotencyKey() != null) {
                String key = Digests.sha256(sent.idempotencyKey() + "/" + hash);
                marks.add(new Mark(use + "key/" + key, now.plus(FirstAnswer.KEPT), true));
            }
            return new Memory(hash, List.copyOf(marks));
        }

        List<FirstAnswer> answers(Lead lead, String reference) {
            return marks.stream()
                    .map(mark ->
                            new FirstAnswer(
                                    mark.key(),
                                    hash,
                                    202,
                                    lead.id(),
                                    lead.revision().seq(),
                                    reference,
                                    mark.expires()))
                    .toList();
        }
    }

    /**
     * One thing that a submission is found by.
     *
     * @param isSender it holds the sender's own key
     */
    private record Mark(String key, Instant expires, boolean isSender) {

        FirstAnswer of(FirstAnswer first) {
            return new FirstAnswer(
                    key,
                    first.bodyHash(),
                    first.status(),
                    first.lead(),
                    first.seq(),
                    first.reference(),
                    expires);
        }
    }
}
