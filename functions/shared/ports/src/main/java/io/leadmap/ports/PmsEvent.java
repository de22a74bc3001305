package io.leadmap.ports;

import io.leadmap.domain.appointment.Appointment.Invoice;
import io.leadmap.domain.appointment.Appointment.State;
import io.leadmap.domain.lead.LeadId;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;

/** Something that happened in a PMS, in our words but not yet checked against what we know. */
public sealed interface PmsEvent {

    /** An appointment as it is now. */
    record AppointmentChanged(ToldAppointment appointment, ToldPatient patient)
            implements PmsEvent {}

    /** A patient as they are now. */
    record PatientChanged(ToldPatient patient) implements PmsEvent {}

    /** Two patients were one person. */
    record PatientMerged(String from, String into) implements PmsEvent {}

    /** An event that we do not know: kept, and nothing else. */
    record Unknown(String type) implements PmsEvent {}

    /**
     * An appointment as the PMS tells of it.
     *
     * @param version the provider's number for this state of it, null where it gives none
     * @param updatedAt when it was so
     * @param bookedAt null where the PMS gives none
     * @param location our division's id or the PMS's own id of a place; null if it names none
     */
    record ToldAppointment(
            String id,
            @Nullable Long version,
            Instant updatedAt,
            State state,
            @Nullable Instant bookedAt,
            Instant startsAt,
            @Nullable Instant endsAt,
            @Nullable String location,
            @Nullable LeadId reference,
            @Nullable Invoice invoice) {}

    /**
     * A patient as the PMS tells of them.
     *
     * @param updatedAt when it was so
     * @param phone as it was typed
     */
    record ToldPatient(
            String id,
            Instant updatedAt,
            @Nullable String firstName,
            @Nullable String lastName,
            @Nullable String email,
            @Nullable String phone,
            @Nullable LocalDate dateOfBirth,
            @Nullable Instant createdAt) {

        /** Without personal data. */
        @Override
        public String toString() {
            return "ToldPatient[" + id + ", " + updatedAt + "]";
        }
    }
}
