package io.leadmap.ports;

/**
 * Hands a finished mail to the mail service, once: nothing below repeats it (architecture decision
 * 4).
 */
public interface MailTransport {

    /** The tag with the mail's id, which its events carry back. */
    String MAIL_TAG = "mail";

    /** The tag with the lead's id. */
    String LEAD_TAG = "lead";

    /** The tag with the practice's id. */
    String PRACTICE_TAG = "practice";

    Handover send(OutgoingMail mail);

    /** What is known afterwards. */
    sealed interface Handover {

        /**
         * @param messageId the mail service's
         */
        record Accepted(String messageId) implements Handover {}

        /**
         * Nothing was sent and the same mail may be handed over again: throttled, or the request
         * was never written.
         */
        record NotYet(String reason) implements Handover {}

        /** The mail service says no, for good. */
        record Rejected(String reason) implements Handover {}

        /**
         * The request was written and its answer lost: it may have been sent. Never to be repeated
         * by machine.
         */
        record Unknown(String reason) implements Handover {}
    }
}
