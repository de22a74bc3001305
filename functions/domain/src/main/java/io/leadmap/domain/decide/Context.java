package io.leadmap.domain.decide;

import io.leadmap.domain.history.Actor;
import io.leadmap.domain.history.Cause;
import io.leadmap.domain.mail.EmailId;
import io.leadmap.domain.practice.Practice;

import java.time.Instant;
import java.util.Set;

/**
 * All that a decision knows besides the lead and the command.
 *
 * @param now the time; entries are never stamped earlier than the lead's last one
 * @param inFlight automatic mails that the sender has claimed already: it is too late to skip them
 */
public record Context(
        Practice practice, Actor actor, Cause cause, Instant now, Set<EmailId> inFlight) {

    public Context {
        inFlight = Set.copyOf(inFlight);
    }

    public Context(Practice practice, Actor actor, Cause cause, Instant now) {
        this(practice, actor, cause, now, Set.of());
    }
}
