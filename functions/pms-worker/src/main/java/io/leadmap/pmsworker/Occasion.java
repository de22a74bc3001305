package io.leadmap.pmsworker;

import io.leadmap.domain.decide.Context;
import io.leadmap.domain.history.Actor;
import io.leadmap.domain.history.Cause;
import io.leadmap.domain.practice.Practice;
import io.leadmap.ports.Attempts.Round;

import java.time.Instant;

/**
 * Why leads and appointments are looked at together.
 *
 * @param cause the PMS event's id, or that a lead has changed
 */
record Occasion(Practice practice, Cause cause, Instant now) {

    /**
     * @param cause the PMS event's id
     */
    static Occasion of(Practice practice, String cause, Instant now) {
        return new Occasion(practice, new Cause(Cause.Kind.PMS, cause), now);
    }

    Context context(Round round) {
        return new Context(practice, Actor.SYSTEM, cause, now, round.inFlight());
    }
}
