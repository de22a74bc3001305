package io.leadmap.ports;

import io.leadmap.domain.appointment.Appointment;
import io.leadmap.domain.appointment.Edition;
import io.leadmap.domain.lead.LeadId;

import org.jspecify.annotations.Nullable;

/**
 * The latest snapshot of an appointment and the lead that has it.
 *
 * @param edition when it was told
 * @param lead null while no lead could take it
 * @param revision counts how often this appointment was stored; 0 for one that never was. Storing
 *     fails if it is no longer the stored one, and raises it by one, so that two leads never take
 *     the same appointment
 */
public record Snapshot(
        Appointment appointment, Edition edition, @Nullable LeadId lead, long revision) {

    /** The same with this lead, null for none. */
    public Snapshot of(@Nullable LeadId other) {
        return new Snapshot(appointment, edition, other, revision);
    }

    /** As it is once it is stored. */
    public Snapshot stored() {
        return new Snapshot(appointment, edition, lead, revision + 1);
    }

    /** Tells whether another says the same with the same lead, however often it was stored. */
    public boolean saysTheSame(Snapshot other) {
        return equals(new Snapshot(other.appointment, other.edition, other.lead, revision));
    }
}
