package io.leadmap.domain.mail;

import org.jspecify.annotations.Nullable;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * Where a mail stands and what is known of it.
 *
 * @param told what has been written down already; repeated, it changes nothing
 * @param asked who was asked to find out about an uncertain mail: a person's id, null for anybody;
 *     null in every other state
 */
public record Standing(MailState state, Set<Outcome> told, @Nullable String asked) {

    public Standing {
        told =
                told.isEmpty()
                        ? Set.of()
                        : Collections.unmodifiableSet(EnumSet.copyOf(told)); // in a fixed order
        if (asked != null && state != MailState.UNCERTAIN) {
            throw new IllegalArgumentException("nobody is asked about a mail that is " + state);
        }
    }

    /** A mail in this state of which nothing else is known. */
    public static Standing of(MailState state) {
        return new Standing(state, Set.of(), null);
    }

    /** The same mail where it has come to now; nobody is asked any more. */
    public Standing at(MailState now) {
        return now == state ? this : new Standing(now, told, null);
    }

    /** The same mail once this was written down, too. */
    public Standing told(Outcome outcome) {
        Set<Outcome> more = EnumSet.of(outcome);
        more.addAll(told);
        return new Standing(state, more, asked);
    }

    /** The same uncertain mail once somebody was asked. */
    public Standing asked(@Nullable String person) {
        return new Standing(state, told, person);
    }
}
