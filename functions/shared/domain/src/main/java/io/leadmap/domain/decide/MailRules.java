package io.leadmap.domain.decide;

import io.leadmap.domain.history.MailEntry;
import io.leadmap.domain.lead.IdentityKey;
import io.leadmap.domain.lead.Lead;
import io.leadmap.domain.lead.LeadMail;
import io.leadmap.domain.macro.PlaceholderValues;
import io.leadmap.domain.macro.Placeholders;
import io.leadmap.domain.mail.Email;
import io.leadmap.domain.mail.EmailId;
import io.leadmap.domain.mail.MailState;
import io.leadmap.domain.mail.Mailbox;
import io.leadmap.domain.mail.Standing;
import io.leadmap.domain.practice.Macro;
import io.leadmap.domain.practice.Person;
import io.leadmap.domain.text.Line;
import io.leadmap.domain.text.Prose;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Mail to the lead: what may be sent, what it says, what is skipped (domain sections 5 and 7). */
final class MailRules {

    private MailRules() {}

    /**
     * Queues what an agent has written. An unsubscribe does not stop it, a hard bounce or complaint
     * does, and so does another address than its preview showed (domain section 7).
     */
    static Optional<Refusal> send(Chapter chapter, Command.SendEmail command) {
        String to = chapter.lead().email();
        if (to == null) {
            return Optional.of(
                    new Refusal.Conflict(
                            Refusal.Reason.NO_EMAIL, "The lead has no email address."));
        }
        if (command.to() != null
                && !IdentityKey.normalised(command.to()).equals(IdentityKey.normalised(to))) {
            return Optional.of(
                    new Refusal.Conflict(
                            Refusal.Reason.ADDRESS_CHANGED,
                            "The lead's address is " + to + " now; look at the mail once more."));
        }
        if (chapter.address().block().isPresent()) {
            return Optional.of(
                    new Refusal.Conflict(
                            Refusal.Reason.MAIL_BLOCKED,
                            "Mail to this address bounced or was complained about."));
        }
        PlaceholderValues values =
                PlaceholderValues.of(chapter.practice(), chapter.lead(), chapter.at());
        Placeholders.Rendered subject =
                Placeholders.render(command.subject(), Placeholders.Form.SUBJECT, values);
        Placeholders.Rendered html =
                Placeholders.render(command.html(), Placeholders.Form.HTML, values);
        List<Refusal.FieldError> errors = wrong(chapter, command, subject, html);
        if (!errors.isEmpty()) {
            return Optional.of(new Refusal.Invalid(errors));
        }
        post(chapter, command, to, new Email.Text.Written(subject.text(), html.text()));
        return Optional.empty();
    }

    private static void post(
            Chapter chapter, Command.SendEmail command, String to, Email.Text.Written text) {
        Email.Kind kind = Email.Kind.HAND_WRITTEN;
        List<String> copies =
                command.copies().stream()
                        .flatMap(c -> chapter.practice().person(c).stream())
                        .map(Person::email)
                        .distinct()
                        .toList();
        chapter.post(
                id -> new MailEntry.EmailQueued(id, kind, text.subject(), command.macroId(), null),
                id ->
                        new Email(
                                id,
                                kind,
                                to,
                                copies,
                                command.fromPractice() ? chapter.settings().from() : alias(chapter),
                                chapter.settings().replyTo(),
                                text,
                                null));
    }

    /** Queues a trigger's mail. */
    static void automatic(Chapter chapter, Macro macro) {
        queue(chapter, Email.Kind.AUTOMATIC, macro, null);
    }

    /** Queues a mail of a drip. */
    static void drip(Chapter chapter, Macro macro, String campaignId) {
        queue(chapter, Email.Kind.DRIP, macro, campaignId);
    }

    /**
     * Skips automatic mail that is queued; what the sender has claimed already cannot be stopped.
     */
    static void skipPending(Chapter chapter, String reason) {
        chapter.lead().mail().pending().keySet().forEach(mail -> skip(chapter, mail, reason));
    }

    /** Skips marketing mail that is queued: all that a drip sends. */
    static void skipPendingMarketing(Chapter chapter, String reason) {
        chapter.lead()
                .mail()
                .pending()
                .forEach((mail, pending) -> {
                    if (pending.campaignId() != null) {
                        skip(chapter, mail, reason);
                    }
                });
    }

    /** Skips what a drip has queued, as far as the sender has not claimed it. */
    static void skipPendingOf(Chapter chapter, String campaignId, String reason) {
        chapter.lead()
                .mail()
                .pending()
                .forEach((mail, pending) -> {
                    if (campaignId.equals(pending.campaignId())) {
                        skip(chapter, mail, reason);
                    }
                });
    }

    /**
     * Lets mail go that a suspension held, once nothing suspends the lead any more; what has become
     * pointless meanwhile is skipped (domain section 2).
     */
    static void resumePending(Chapter chapter) {
        if (!chapter.lead().suspension().causes().isEmpty()) {
            return;
        }
        Set<String> going = new HashSet<>();
        chapter.lead()
                .mail()
                .pending()
                .forEach((mail, pending) ->
                        pointless(chapter, pending, going)
                                .ifPresentOrElse(
                                        reason -> skip(chapter, mail, reason),
                                        () -> resume(chapter, mail, pending, going)));
    }

    private static void resume(
            Chapter chapter, EmailId mail, LeadMail.Pending pending, Set<String> going) {
        if (pending.macroId() != null) {
            going.add(pending.macroId());
        }
        if (!chapter.isInFlight(mail)) {
            chapter.settle(mail, MailState.QUEUED, Standing.of(MailState.QUEUED));
        }
    }

    private static Optional<String> pointless(
            Chapter chapter, LeadMail.Pending pending, Set<String> going) {
        Lead lead = chapter.lead();
        Optional<String> obstacle =
                SendingRules.obstacle(
                        chapter.settings(),
                        lead,
                        chapter.address(),
                        pending.kind(),
                        pending.campaignId());
        if (obstacle.isPresent()) {
            return obstacle;
        }
        if (pending.since().plus(chapter.settings().heldExpiry()).isBefore(chapter.at())) {
            return Optional.of(Reasons.TOO_OLD);
        }
        String macro = pending.macroId();
        boolean isRepeated =
                macro != null
                        && pending.kind() == Email.Kind.AUTOMATIC
                        && (going.contains(macro) || lead.mail().hasJustGot(macro, chapter.at()));
        return isRepeated ? Optional.of(Reasons.JUST_SENT) : Optional.empty();
    }

    /**
     * Why a trigger's mail would come twice, if so: this command ends a suspension, and the lead
     * has just got a mail of the macro, or one is on its way (domain section 2).
     */
    static Optional<String> repetition(Chapter chapter, String macroId) {
        LeadMail mail = chapter.lead().mail();
        return chapter.hasReinstated()
                        && (mail.isPending(macroId) || mail.hasJustGot(macroId, chapter.at()))
                ? Optional.of(Reasons.JUST_SENT)
                : Optional.empty();
    }

    private static void skip(Chapter chapter, EmailId mail, String reason) {
        if (!chapter.isInFlight(mail)) {
            chapter.add(new MailEntry.EmailSkipped(mail, reason));
            chapter.settle(mail, MailState.QUEUED, Standing.of(MailState.SKIPPED));
        }
    }

    /** What to do about placeholders that mean nothing. */
    static String unknown(List<String> names) {
        return "Correct or remove the unknown placeholders: " + String.join(", ", names) + ".";
    }

    private static void queue(
            Chapter chapter, Email.Kind kind, Macro macro, @Nullable String campaignId) {
        Lead lead = chapter.lead();
        String to = lead.email();
        if (to == null) {
            throw new IllegalStateException("no address to mail to");
        }
        PlaceholderValues values =
                PlaceholderValues.unasked(chapter.practice(), lead, chapter.at());
        String subject =
                Placeholders.render(macro.subject(), Placeholders.Form.SUBJECT, values).text();
        chapter.post(
                id -> new MailEntry.EmailQueued(id, kind, subject, macro.id(), campaignId),
                id ->
                        new Email(
                                id,
                                kind,
                                to,
                                List.of(),
                                chapter.settings().from(),
                                chapter.settings().replyTo(),
                                new Email.Text.OfMacro(
                                        macro.id(),
                                        macro.version(),
                                        values.usedBy(macro.subject(), macro.html())),
                                campaignId));
    }

    private static List<Refusal.FieldError> wrong(
            Chapter chapter,
            Command.SendEmail command,
            Placeholders.Rendered subject,
            Placeholders.Rendered html) {
        List<Refusal.FieldError> errors = new ArrayList<>();
        if (!subject.unknown().isEmpty()) {
            errors.add(new Refusal.FieldError("subject", unknown(subject.unknown())));
        } else if (subject.text().isEmpty()) {
            errors.add(new Refusal.FieldError("subject", "Write a subject."));
        } else if (subject.text().length() > Texts.SUBJECT) {
            errors.add(new Refusal.FieldError("subject", Texts.tooLong(Texts.SUBJECT)));
        }
        if (!html.unknown().isEmpty()) {
            errors.add(new Refusal.FieldError("html", unknown(html.unknown())));
        } else if (Prose.of(html.text()).isEmpty()) {
            errors.add(new Refusal.FieldError("html", "Write the mail."));
        } else if (html.text().length() > Texts.MAIL) {
            errors.add(new Refusal.FieldError("html", Texts.tooLong(Texts.MAIL)));
        }
        if (command.macroId() != null && chapter.practice().macro(command.macroId()).isEmpty()) {
            errors.add(new Refusal.FieldError("macroId", "Choose one of the practice's macros."));
        }
        boolean strangers =
                command.copies().stream()
                        .anyMatch(c -> chapter.practice().activePerson(c).isEmpty());
        if (strangers) {
            errors.add(new Refusal.FieldError("cc", "Choose active people of the practice."));
        }
        return errors;
    }

    /** The practice's address under the name that leads know the acting person by. */
    private static String alias(Chapter chapter) {
        String from = chapter.settings().from();
        return chapter.practice()
                .person(chapter.actor().id())
                .flatMap(person ->
                        Mailbox.find(from)
                                .map(own ->
                                        new Mailbox(Line.of(person.alias()), own.address())
                                                .mailed()))
                .orElse(from);
    }
}
