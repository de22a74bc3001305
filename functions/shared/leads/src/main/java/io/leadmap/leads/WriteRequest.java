package io.leadmap.leads;

import io.leadmap.domain.history.Actor;
import io.leadmap.domain.history.Cause;
import io.leadmap.domain.practice.Practice;
import io.leadmap.lambda.EntityTag;
import io.leadmap.ports.FirstAnswer;

import org.jspecify.annotations.Nullable;

import java.util.Optional;

/**
 * Who writes, and under which conditions.
 *
 * @param cause the request's id
 * @param ifMatch the versions that the caller has seen; null to write whatever the version is
 * @param repeatable under which key the answer is remembered, empty for none
 * @param dryRun decide and say what would happen, but store nothing
 */
public record WriteRequest(
        Practice practice,
        Actor actor,
        Cause cause,
        EntityTag.@Nullable Seen ifMatch,
        Optional<Repeatable> repeatable,
        boolean dryRun) {

    /** The same as a trial: whatever the version is, and nothing is stored or remembered. */
    public WriteRequest asDryRun() {
        return new WriteRequest(practice, actor, cause, null, Optional.empty(), true);
    }

    /** The same for a write among several: whatever the version is, and nothing is remembered. */
    public WriteRequest asOneOfSeveral() {
        return new WriteRequest(practice, actor, cause, null, Optional.empty(), false);
    }

    /** The same under a configuration that has changed meanwhile. */
    public WriteRequest in(Practice now) {
        return new WriteRequest(now, actor, cause, ifMatch, repeatable, dryRun);
    }

    /**
     * An idempotency key.
     *
     * @param key unique in the practice
     * @param bodyHash tells a repetition from another call with the same key
     */
    public record Repeatable(String key, String bodyHash) {

        /** Tells whether the remembered answer is that to this very call. */
        public boolean isAnsweredBy(FirstAnswer first) {
            return first.bodyHash().equals(bodyHash);
        }
    }
}
