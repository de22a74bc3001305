package io.leadmap.ports;

import io.leadmap.domain.decide.Decision;
import io.leadmap.domain.lead.IdentityKey;
import io.leadmap.domain.lead.Lead;
import io.leadmap.domain.lead.LeadId;
import io.leadmap.domain.mail.EmailId;
import io.leadmap.domain.practice.PracticeId;
import io.leadmap.domain.suppression.KnownAddresses;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where leads and their histories are kept: one transaction a command (architecture decision 2).
 */
public interface Leads {

    /**
     * The lead as it is now, read with strong consistency; empty if the practice has none of this
     * id.
     */
    Optional<Lead> find(PracticeId practice, LeadId lead);

    /**
     * The leads that share each key, oldest first, with the revision to give to {@link
     * Append#guards}; and, from the same read, what is known of the email addresses among the keys.
     */
    Known known(PracticeId practice, Set<IdentityKey> keys);

    /** Only the leads that share each key. */
    default Map<IdentityKey, Sharing> sharing(PracticeId practice, Set<IdentityKey> keys) {
        return known(practice, keys).sharing();
    }

    /**
     * Appends to the history and projects onto the lead, its guards, mails, to-dos, due entries and
     * what is known of addresses: all or nothing. A mail whose id another one has is a fault, as
     * deciding again would change nothing.
     */
    Appended append(Append append);

    /** What is known of identity keys. */
    record Known(Map<IdentityKey, Sharing> sharing, KnownAddresses addresses) {
        public Known {
            sharing = Map.copyOf(sharing);
        }

        /** The revisions to give to {@link Append#guards}. */
        public Map<IdentityKey, Long> revisions() {
            Map<IdentityKey, Long> revisions = new HashMap<>();
            sharing.forEach((key, shared) -> revisions.put(key, shared.revision()));
            return revisions;
        }
    }

    /**
     * Leads that share an email or a phone.
     *
     * @param revision 0 if nobody has the key
     */
    record Sharing(List<LeadId> leads, long revision) {
        public Sharing {
            leads = List.copyOf(leads);
        }
    }

    /**
     * One transaction.
     *
     * @param before the lead that was decided on, null for a new one; the transaction fails if it
     *     has moved on
     * @param guards the keys that must still be at these revisions; empty where doubles may be made
     * @param answers each remembered under its key; where one is already, nothing is stored
     * @param also a PMS snapshot that is stored along, null for none
     */
    record Append(
            @Nullable Lead before,
            Decision.Accepted decision,
            Map<IdentityKey, Long> guards,
            List<FirstAnswer> answers,
            @Nullable Snapshot also) {

        public Append {
            guards = Map.copyOf(guards);
            answers = List.copyOf(answers);
        }

        public static Append of(@Nullable Lead before, Decision.Accepted decision) {
            return new Append(before, decision, Map.of(), List.of(), null);
        }
    }

    /** What became of an append. Faults (table refuses, time-out) are exceptions. */
    sealed interface Appended {

        /** There is nothing to be tried again. */
        sealed interface Ended extends Appended {}

        record Stored() implements Ended {}

        /** The lead, a guard or an address has moved on: read again and decide again. */
        record Moved() implements Appended {}

        /** The sender has claimed these mails meanwhile: decide again with them in flight. */
        record InFlight(Set<EmailId> mails) implements Appended {}

        /** What one of the answers is kept under was used before. */
        record Repeated(FirstAnswer first) implements Ended {}
    }
}
