package io.leadmap.domain.decide;

import io.leadmap.domain.history.Actor;
import io.leadmap.domain.history.Cause;
import io.leadmap.domain.mail.EmailId;
import io.leadmap.domain.practice.Practice;
import io.leadmap.domain.suppression.KnownAddresses;

import java.time.Instant;
import java.util.Set;

/**
 * All that a decision knows besides the lead and the command.
 *
 * @param now the time; entries are never stamped earlier than the lead's last one
 * @param inFlight automatic mails that the sender has claimed already: it is too late to skip them
 * @param addresses what is known of the addresses that the decision asks about ({@link Addressed})
 */
public record Context(
        Practice practice,
        Actor actor,
        Cause cause,
        Instant now,
        Set<EmailId> inFlight,
        KnownAddresses addresses) {

    public Context {
        inFlight = Set.copyOf(inFlight);
    }

    /** Before any address is read. */
    public Context(
            Practice practice, Actor actor, Cause cause, Instant now, Set<EmailId> inFlight) {
        this(practice, actor, cause, now, inFlight, KnownAddresses.NONE);
    }

    /** The same with what is known of more addresses. */
    public Context with(KnownAddresses more) {
        return new Context(practice, actor, cause, now, inFlight, addresses.and(more));
    }
}
