package io.leadmap.domain.mail;

/**
 * Where a mail stands, in the order of gravity: graver news moves it, whatever order it comes in
 * (domain section 7). UNCERTAIN is never sent again by machine.
 */
public enum MailState {
    QUEUED,
    CLAIMED,
    UNCERTAIN,

    /** It was not sent and never will be. */
    SKIPPED,
    SENT,

    /** The recipient's server did not take it for now, or somebody answers that they are away. */
    SOFT_BOUNCED,
    DELIVERED,

    /** The mail service refused it, at once or after it had taken it. */
    FAILED,

    /** No mail will ever arrive there. */
    BOUNCED,
    COMPLAINED;

    /** Tells whether news of this state moves a mail that stands in the other. */
    public boolean isGraverThan(MailState other) {
        return compareTo(other) > 0;
    }
}
