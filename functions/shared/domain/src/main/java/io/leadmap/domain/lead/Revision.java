package io.leadmap.domain.lead;

import java.time.Instant;

/**
 * How far a lead's history goes (architecture decision 2).
 *
 * @param version counts changes of what an agent can see or edit; the API's ETag
 * @param seq counts entries of the history; the number of the last one
 * @param at the time of the last entry; later ones are never earlier
 */
public record Revision(long version, long seq, Instant at) {

    /** Before the first entry, which comes at this time. */
    static Revision none(Instant at) {
        return new Revision(0, 0, at);
    }

    /** After one more entry. */
    Revision next(Instant entered) {
        return new Revision(version, seq + 1, entered);
    }

    /** After a commit that an agent can see. */
    Revision seen() {
        return new Revision(version + 1, seq, at);
    }
}
