package io.leadmap.domain.mail;

/** Where a mail stands (domain section 7). UNCERTAIN is never sent again by machine. */
public enum MailState {
    QUEUED,
    CLAIMED,
    SENT,
    DELIVERED,
    BOUNCED,
    COMPLAINED,
    SKIPPED,
    FAILED,
    UNCERTAIN
}
