package io.leadmap.domain.appointment;

import io.leadmap.domain.lead.LeadId;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * The latest snapshot of an appointment in the PMS (domain section 9).
 *
 * @param id the PMS's id, unique in its connection
 * @param version the provider's number for this state of it or, without one, its update time in
 *     epoch milliseconds; {@link Edition} says which snapshot is the later
 * @param bookedAt when the booking was made; first seen, where the PMS gives none
 * @param startsAt when it takes place
 * @param divisionId ours; null if the appointment names no place
 * @param reference the lead that we named when we sent the patient, null if none came back
 * @param firstSeen when we first heard of it
 */
public record Appointment(
        String connectionId,
        String id,
        long version,
        State state,
        Instant bookedAt,
        Instant startsAt,
        @Nullable Instant endsAt,
        @Nullable String divisionId,
        @Nullable LeadId reference,
        @Nullable Invoice invoice,
        String patientId,
        Instant firstSeen) {

    /** Tells whether this is a snapshot of the same appointment. */
    public boolean isSameAs(@Nullable Appointment other) {
        return other != null && connectionId.equals(other.connectionId) && id.equals(other.id);
    }

    /** Tells whether another snapshot says the same, whatever its number. */
    public boolean saysTheSame(Appointment other) {
        return equals(
                new Appointment(
                        other.connectionId,
                        other.id,
                        version,
                        other.state,
                        other.bookedAt,
                        other.startsAt,
                        other.endsAt,
                        other.divisionId,
                        other.reference,
                        other.invoice,
                        other.patientId,
                        other.firstSeen));
    }

    /** What the PMS says of it. */
    public enum State {
        BOOKED,
        ARRIVED,
        COMPLETED,
        CANCELLED,
        DID_NOT_ARRIVE,
        DELETED;

        /**
         * Tells whether the visit is still to come, going on or done: neither cancelled, unattended
         * nor deleted.
         */
        public boolean isLive() {
            return this == BOOKED || this == ARRIVED || this == COMPLETED;
        }
    }

    /** An invoice for the appointment. */
    public record Invoice(String id, Instant at, BigDecimal amount, String currency) {}
}
