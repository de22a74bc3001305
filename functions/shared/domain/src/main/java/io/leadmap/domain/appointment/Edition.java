package io.leadmap.domain.appointment;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Comparator;

/**
 * When something was told of an appointment or a patient, and which of two tellings is the later
 * (domain section 9, <i>order</i>). The provider's version decides where both have one. Otherwise
 * the times do; of the same time, the later arrival. Whoever interprets events in another order
 * comes to the same end.
 *
 * @param version the greatest that the provider has given so far, null for none
 * @param byTime this telling had no version: its time decides, whatever was numbered before
 * @param time when it was so, as the provider says
 * @param arrivedAt when we were told
 * @param eventId the provider's name for the event; decides where all else is the same
 */
public record Edition(
        @Nullable Long version, boolean byTime, Instant time, Instant arrivedAt, String eventId) {

    private static final Comparator<Edition> BY_TIME =
            Comparator.comparing(Edition::time)
                    .thenComparing(Edition::arrivedAt)
                    .thenComparing(Edition::eventId);

    /** One telling. */
    public static Edition told(
            @Nullable Long version, Instant time, Instant arrivedAt, String eventId) {
        return new Edition(version, version == null, time, arrivedAt, eventId);
    }

    /**
     * Tells whether this is news to who knows another.
     *
     * @param known null for nothing
     */
    public boolean follows(@Nullable Edition known) {
        if (known == null) {
            return true;
        }
        if (version != null && known.version != null) {
            if (version <= known.version) {
                return false;
            }
            if (!known.byTime) {
                return true;
            }
        }
        return BY_TIME.compare(this, known) > 0;
    }

    /** What is known once this has followed another. */
    public Edition after(@Nullable Edition known) {
        return version != null || known == null
                ? this
                : new Edition(known.version, true, time, arrivedAt, eventId);
    }
}
