package io.leadmap.domain.mail;

/**
 * What the mail service can tell of a mail. Each is written down, and has its consequences, once a
 * mail, however often and in whatever order it is told (domain section 7).
 */
public enum Outcome {
    SENT,
    SOFT_BOUNCE,
    DELIVERED,
    FAILED,
    HARD_BOUNCE,

    /**
     * Somebody took the mail out of the spam folder: no complaint, though it is reported as one.
     */
    NOT_SPAM,
    COMPLAINT
}
