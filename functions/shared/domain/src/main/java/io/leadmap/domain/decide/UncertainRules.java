package io.leadmap.domain.decide;

import io.leadmap.domain.history.MailEntry;
import io.leadmap.domain.history.MailEntry.EmailSettled.As;
import io.leadmap.domain.lead.Lead;
import io.leadmap.domain.mail.Email;
import io.leadmap.domain.mail.EmailId;
import io.leadmap.domain.mail.MailState;

import org.jspecify.annotations.Nullable;

import java.util.Optional;

/** A person's decision about a mail that may have been sent (domain section 7). */
final class UncertainRules {

    private UncertainRules() {}

    /**
     * Counts the mail as sent, or sends another in its place. The first is then never handed over
     * again under its own id, and later news still move it.
     */
    static Optional<Refusal> settle(Chapter chapter, Command.SettleUncertain command) {
        Lead lead = chapter.lead();
        Email email = command.email();
        if (!email.id().practice().equals(lead.practice())
                || !email.id().lead().equals(lead.id())
                || email.kind() == Email.Kind.NOTICE) {
            return Optional.of(new Refusal.Unknown("email"));
        }
        if (command.known().state() != MailState.UNCERTAIN) {
            return Optional.of(
                    new Refusal.Conflict(
                            Refusal.Reason.NOT_UNCERTAIN,
                            "It is known what became of this mail, or somebody has decided."));
        }
        Email.Text.Written again = command.again();
        if (again == null) {
            settled(chapter, command, As.SENT, null);
            return Optional.empty();
        }
        Optional<Refusal> refusal = obstacle(chapter, email);
        if (refusal.isEmpty()) {
            settled(chapter, command, As.SEND_AGAIN, post(chapter, email, again));
        }
        return refusal;
    }

    /** What only holds a mail holds the new one, too. */
    private static Optional<Refusal> obstacle(Chapter chapter, Email email) {
        Lead lead = chapter.lead();
        if (lead.email() == null) {
            return Optional.of(
                    new Refusal.Conflict(
                            Refusal.Reason.NO_EMAIL, "The lead has no email address."));
        }
        return SendingRules.obstacle(chapter.settings(), lead, chapter.address(), email)
                .filter(obstacle -> !SendingRules.isHeld(obstacle))
                .map(obstacle ->
                        new Refusal.Conflict(
                                Refusal.Reason.MAIL_BLOCKED,
                                "This mail may not go out any more: " + obstacle + "."));
    }

    private static EmailId post(Chapter chapter, Email email, Email.Text.Written text) {
        String to = chapter.lead().email();
        return chapter.post(
                id ->
                        new MailEntry.EmailQueued(
                                id, email.kind(), text.subject(), macro(email), email.campaignId()),
                id ->
                        new Email(
                                id,
                                email.kind(),
                                to == null ? email.to() : to,
                                email.copies(),
                                email.from(),
                                email.replyTo(),
                                text,
                                email.campaignId()));
    }

    private static @Nullable String macro(Email email) {
        return email.text() instanceof Email.Text.OfMacro macro ? macro.macroId() : null;
    }

    private static void settled(
            Chapter chapter, Command.SettleUncertain command, As as, @Nullable EmailId again) {
        EmailId mail = command.email().id();
        chapter.add(new MailEntry.EmailSettled(mail, as, again));
        chapter.settle(
                mail,
                MailState.UNCERTAIN,
                command.known().at(as == As.SENT ? MailState.SENT : MailState.SKIPPED));
        chapter.end(new ToDo.Asked(SettlementRules.uncertain(mail), command.known().asked()));
    }
}
