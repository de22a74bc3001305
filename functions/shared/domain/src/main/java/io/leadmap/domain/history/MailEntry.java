package io.leadmap.domain.history;

import io.leadmap.domain.mail.Email;
import io.leadmap.domain.mail.EmailId;

import org.jspecify.annotations.Nullable;

/** Tells of one mail to the lead (domain section 7). */
public sealed interface MailEntry extends Entry {

    /** The mail that it tells of. */
    EmailId emailId();

    /**
     * @param subject with its placeholders resolved
     * @param macroId null for a mail written without one
     * @param campaignId the drip that sends it, null otherwise
     */
    record EmailQueued(
            EmailId emailId,
            Email.Kind kind,
            String subject,
            @Nullable String macroId,
            @Nullable String campaignId)
            implements MailEntry, HandsOver {}

    /**
     * @param to the address that it really went to; null in histories that do not say
     * @param textHash SHA-256 of what was really sent, hexadecimal
     */
    record EmailSent(EmailId emailId, @Nullable String to, String subject, String textHash)
            implements MailEntry {}

    record EmailDelivered(EmailId emailId) implements MailEntry {}

    /**
     * @param hard no mail will ever arrive there
     * @param formerAddress it was sent to an address that is not the lead's any more, and says
     *     nothing about the one that is
     */
    record EmailBounced(EmailId emailId, boolean hard, boolean formerAddress, String reason)
            implements MailEntry {}

    /**
     * @param formerAddress it was sent to an address that is not the lead's any more
     * @param reason the type of feedback in the words of the mail service (RFC 5965)
     */
    record EmailComplained(EmailId emailId, boolean formerAddress, String reason)
            implements MailEntry {

        /** The type of feedback that says that a mail was no spam. */
        public static final String NOT_SPAM = "not-spam";

        /** Tells whether it is the contrary of a complaint, which changes nothing. */
        public boolean isNotSpam() {
            return reason.equals(NOT_SPAM);
        }
    }

    /** It never will be sent. */
    record EmailSkipped(EmailId emailId, String reason) implements MailEntry {}

    /** The mail service refused it. */
    record EmailFailed(EmailId emailId, String reason) implements MailEntry {}

    /** Whether it was sent cannot be known; a person decides. */
    record EmailUncertain(EmailId emailId, String reason) implements MailEntry {}

    /**
     * A person decided about an uncertain mail.
     *
     * @param again the mail that is sent in its place; null if it counts as sent
     */
    record EmailSettled(EmailId emailId, As as, @Nullable EmailId again) implements MailEntry {

        /** What a person decided. */
        public enum As {
            /** It arrived, or nobody minds. */
            SENT,
            /** Another mail says the same; late news of the first stay with the first. */
            SEND_AGAIN
        }
    }
}
