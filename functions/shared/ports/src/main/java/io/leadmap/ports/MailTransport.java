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
         * Nothing was sent and the same mail may be handed over again soon: throttled, or the
         * request was never written.
         *
         * @param found what stood in the way, in words for people of the practice
         */
        record NotYet(String found) implements Handover {}

        /**
         * Nothing was sent, and nothing will be until somebody has seen to the account or the
         * sending domain; then the same mail may be handed over.
         *
         * @param bar what stands in the way, as one word without anything personal
         * @param found the same in words for people of the practice
         */
        record Barred(String bar, String found) implements Handover {}

        /** The mail service says no to this one mail, for good. */
        record Rejected(String reason) implements Handover {}

        /**
         * The request was written and its answer lost: it may have been sent. Never to be repeated
         * by machine.
         */
        record Unknown(String reason) implements Handover {}
    }
}
