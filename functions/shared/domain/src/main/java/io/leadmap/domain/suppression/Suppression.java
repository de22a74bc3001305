package io.leadmap.domain.suppression;

import io.leadmap.domain.mail.EmailId;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * One reason why mail to an address is suppressed in a practice (domain section 7).
 *
 * @param since when it began
 * @param mail the mail that led to it
 * @param lifted how it ended, null while it stands
 */
public record Suppression(Kind kind, Instant since, EmailId mail, @Nullable Lifting lifted) {

    /** The reasons, the gravest first. */
    public enum Kind {
        COMPLAINT,
        HARD_BOUNCE,
        UNSUBSCRIBE;

        /** Tells whether it stops all mail, or marketing mail alone. */
        public boolean blocksAllMail() {
            return switch (this) {
                case COMPLAINT, HARD_BOUNCE -> true;
                case UNSUBSCRIBE -> false;
            };
        }

        /** Tells whether this is a way to end it. */
        public boolean endsBy(Ending ending) {
            return switch (this) {
                case COMPLAINT -> ending == Ending.CONSENT_ON_OWN_FORM;
                case HARD_BOUNCE -> ending == Ending.ADMINISTRATOR;
                case UNSUBSCRIBE -> true;
            };
        }

        /**
         * Tells whether the same mail may lead to it only once: the mail service repeats its news,
         * people mean what they click.
         */
        private boolean isNews() {
            return this != UNSUBSCRIBE;
        }
    }

    /** The ways to end a suppression. */
    public enum Ending {
        /** The consent of a public form was ticked; anybody may have typed the address there. */
        CONSENT_ON_PUBLIC_FORM,
        /** The consent of a form that only this lead has the link to was ticked. */
        CONSENT_ON_OWN_FORM,
        /** An administrator says why. */
        ADMINISTRATOR
    }

    /**
     * How it ended.
     *
     * @param by the administrator's id, null for the lead
     * @param why the administrator's reason, or the wording that the lead consented to
     */
    public record Lifting(Instant at, @Nullable String by, String why) {}

    /** Tells whether it holds now. */
    public boolean stands() {
        return lifted == null;
    }

    /** The same, ended. */
    Suppression lifted(Lifting how) {
        return new Suppression(kind, since, mail, how);
    }

    /** Tells whether this mail has led to it already, which news that is repeated cannot again. */
    boolean isRepeatedBy(EmailId again) {
        return stands() || (kind.isNews() && mail.equals(again));
    }
}
