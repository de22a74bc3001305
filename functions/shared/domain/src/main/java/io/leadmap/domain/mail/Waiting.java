package io.leadmap.domain.mail;

import java.time.Instant;

/**
 * A queued mail that cannot go out yet.
 *
 * @param since from when on that has stood in its way
 * @param notBefore when it is tried next
 * @param found what stood in the way, in words for people of the practice
 */
public record Waiting(Instant since, Instant notBefore, Reason reason, String found) {

    /** What a mail waits for. */
    public enum Reason {
        /** That the mail service takes mail again, or that what is needed can be read again. */
        HANDOVER,

        /** That somebody sees to the account or the domain that the mail service sends for. */
        ACCOUNT,

        /** The practice's sending window: drips go out inside it only (domain section 6). */
        WINDOW,

        /** The lead's reinstatement (domain section 2). */
        SUSPENSION,

        /** The next hour: this one's automatic mail to leads of forms is out (domain section 7). */
        HOURLY_LIMIT
    }
}
