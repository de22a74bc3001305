package io.leadmap.domain.lead;

import io.leadmap.domain.history.ContactEntry;

import java.time.Instant;

/**
 * What was done about a lead, and when something last happened (domain section 3).
 *
 * @param lastActivityAt the last thing that a person, the lead or the PMS did
 */
public record FollowUp(ContactAttempts attempts, Instant lastActivityAt) {

    /** Nobody has tried to reach it yet. */
    static FollowUp begun(Instant at) {
        return new FollowUp(ContactAttempts.NONE, at);
    }

    FollowUp withActivity(Instant at) {
        return new FollowUp(attempts, at);
    }

    /** The attempts count from here. */
    FollowUp begunAnew() {
        return new FollowUp(ContactAttempts.NONE, lastActivityAt);
    }

    FollowUp after(ContactEntry entry, Instant at) {
        return switch (entry) {
            case ContactEntry.CallLogged e ->
                    e.outcome() == ContactEntry.CallLogged.Outcome.REACHED
                            ? this
                            : new FollowUp(attempts.another(at), lastActivityAt);
            case ContactEntry.NoteAdded e -> this;
            case ContactEntry.SweepProposed e ->
                    new FollowUp(attempts.afterProposal(), lastActivityAt);
        };
    }
}
