package io.leadmap.ports;

import io.leadmap.domain.decide.Addressed;
import io.leadmap.domain.decide.Command;
import io.leadmap.domain.decide.Context;
import io.leadmap.domain.lead.Lead;
import io.leadmap.domain.lead.LeadId;
import io.leadmap.domain.practice.PracticeId;
import io.leadmap.domain.suppression.AddressState;
import io.leadmap.domain.suppression.KnownAddresses;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a practice knows of email addresses, whatever lead they stand on (domain section 7). Changes
 * are written by {@link Leads#append}, together with the entry that tells of them; what is kept
 * outlives the lead.
 */
public interface Suppressions {

    /**
     * What is known of each of these normalised addresses, read with strong consistency; those that
     * nothing is known of are among them.
     */
    KnownAddresses of(PracticeId practice, Set<String> addresses);

    /**
     * The address of this id, with the leads that have it now; empty if nothing is known of one.
     */
    Optional<Kept> find(PracticeId practice, String id);

    /** The same by the normalised address itself. */
    Optional<Kept> named(PracticeId practice, String address);

    /**
     * Every address that something is known of, in the order of their ids.
     *
     * @param after the id of the last one of the page before, null for the first
     */
    Page page(PracticeId practice, int limit, @Nullable String after);

    /**
     * Stores a change of an address that no lead has, so that there is no history to tell it; false
     * if it was stored by somebody else since it was read.
     */
    boolean store(PracticeId practice, AddressState state);

    /**
     * An address that is kept.
     *
     * @param id stands for the address, which it does not tell
     * @param leads that have the address now, oldest first
     */
    record Kept(String id, AddressState state, List<LeadId> leads) {
        public Kept {
            leads = List.copyOf(leads);
        }
    }

    /**
     * @param next the {@code after} of the next page, null after the last
     */
    record Page(List<Kept> kept, @Nullable String next) {
        public Page {
            kept = List.copyOf(kept);
        }
    }

    /**
     * A context with all that the decision about this command may ask about; only what the context
     * lacks is read.
     *
     * @param lead that is decided on, null if the command begins one
     */
    default Context inform(Context context, @Nullable Lead lead, Command command) {
        Set<String> lacking = context.addresses().lacking(Addressed.by(lead, command));
        return lacking.isEmpty() ? context : context.with(of(context.practice().id(), lacking));
    }
}
