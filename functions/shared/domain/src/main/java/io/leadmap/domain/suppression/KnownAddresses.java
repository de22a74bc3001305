package io.leadmap.domain.suppression;

import io.leadmap.domain.lead.IdentityKey;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * What was read of the addresses that a decision is about. To ask for an address that was not read
 * is a fault, so that nobody who forgets to read can mail to somebody who must not be mailed.
 *
 * @param states by normalised address
 */
public record KnownAddresses(Map<String, AddressState> states) {

    /** Nothing was read. */
    public static final KnownAddresses NONE = new KnownAddresses(Map.of());

    private static final AddressState NOWHERE = new AddressState("", 0, Map.of());

    public KnownAddresses {
        states = Map.copyOf(states);
    }

    /**
     * What is known of an address; nothing if there is none. A fault if it was not read.
     *
     * @param email as it was typed, null for none
     */
    public AddressState of(@Nullable String email) {
        if (email == null) {
            return NOWHERE;
        }
        AddressState state = states.get(IdentityKey.normalised(email));
        if (state == null) {
            throw new IllegalStateException("an address that was not read is asked for");
        }
        return state;
    }

    /** Which of these normalised addresses were not read. */
    public Set<String> lacking(Set<String> addresses) {
        Set<String> lacking = new LinkedHashSet<>(addresses);
        lacking.removeAll(states.keySet());
        return lacking;
    }

    /** What was known at a time, as far as it still is. */
    public KnownAddresses asOf(Instant at) {
        Map<String, AddressState> then = new HashMap<>();
        states.forEach((address, state) -> then.put(address, state.asOf(at)));
        return new KnownAddresses(then);
    }

    /** These with another one, or with a newer state of one. */
    public KnownAddresses with(AddressState state) {
        return and(new KnownAddresses(Map.of(state.address(), state)));
    }

    /** These and others; of an address that both have, the others' state. */
    public KnownAddresses and(KnownAddresses others) {
        Map<String, AddressState> all = new HashMap<>(states);
        all.putAll(others.states());
        return new KnownAddresses(all);
    }
}
