package io.leadmap.domain.drip;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;

/**
 * One run of a drip campaign for one lead (domain section 6).
 *
 * @param run 1 for the first enrolment, raised by every later one
 * @param enrolledBy the map run that enrolled it, 0 if none did; a change of map stops it
 * @param next index of the next mail
 * @param due when the next mail is due, null unless active. The sending window may make it later
 * @param left what was left of the delay when the run was paused, null unless paused
 */
public record DripRun(
        String campaignId,
        int run,
        int enrolledBy,
        Instant enrolledAt,
        State state,
        int next,
        @Nullable Instant due,
        @Nullable Duration left) {

    /** Where a run stands. */
    public enum State {
        ACTIVE,
        PAUSED,
        STOPPED,
        FINISHED
    }

    public boolean isLive() {
        return state == State.ACTIVE || state == State.PAUSED;
    }
}
