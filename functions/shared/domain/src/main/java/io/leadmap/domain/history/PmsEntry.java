package io.leadmap.domain.history;

import io.leadmap.domain.appointment.Appointment;
import io.leadmap.domain.lead.PatientLink;

import java.util.List;

/** What the PMS says: of the patient that a lead is, and of its appointment (domain section 9). */
public sealed interface PmsEntry extends Entry {

    record PatientLinked(PatientLink patient) implements PmsEntry {}

    record AppointmentLinked(Appointment appointment) implements PmsEntry {}

    record AppointmentUnlinked(String connectionId, String appointmentId, String reason)
            implements PmsEntry {}

    /** What changed, found by comparing with the snapshot before. */
    record AppointmentChanged(Appointment appointment, List<Kind> kinds) implements PmsEntry {

        public AppointmentChanged {
            kinds = List.copyOf(kinds);
        }

        /** The kinds of change (domain section 9). */
        public enum Kind {
            BOOKED,
            RESCHEDULED,
            CANCELLED,
            REINSTATED,
            ARRIVED,
            DID_NOT_ARRIVE,
            COMPLETED,
            INVOICED,
            INVOICE_VOIDED,
            DELETED
        }
    }
}
