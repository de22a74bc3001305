package io.leadmap.domain.lead;

import io.leadmap.domain.appointment.Appointment;
import io.leadmap.domain.history.PmsEntry;

import org.jspecify.annotations.Nullable;

/**
 * What of the PMS a lead is linked to (domain section 9).
 *
 * @param patient whom the PMS knows the person as, null while that is not known
 * @param appointment the appointment that it is linked to, as the PMS last told of it; null for
 *     none
 */
public record PmsLinks(@Nullable PatientLink patient, @Nullable Appointment appointment) {

    public static final PmsLinks NONE = new PmsLinks(null, null);

    /** Tells whether it is linked to an appointment that is neither cancelled nor unattended. */
    public boolean hasLiveAppointment() {
        return appointment != null && appointment.state().isLive();
    }

    PmsLinks after(PmsEntry entry) {
        return switch (entry) {
            case PmsEntry.PatientLinked e -> new PmsLinks(e.patient(), appointment);
            case PmsEntry.AppointmentLinked e -> new PmsLinks(patient, e.appointment());
            case PmsEntry.AppointmentUnlinked e -> new PmsLinks(patient, null);
            case PmsEntry.AppointmentChanged e -> new PmsLinks(patient, e.appointment());
        };
    }
}
