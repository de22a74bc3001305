package io.leadmap.domain.decide;

import io.leadmap.domain.appointment.Appointment;
import io.leadmap.domain.history.Entry;
import io.leadmap.domain.lead.Lead;
import io.leadmap.domain.practice.Settings;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** What an appointment of the PMS does to a lead (domain sections 3 and 9). */
final class AppointmentRules {

    private AppointmentRules() {}

    static Optional<Refusal> begin(Chapter chapter, Command.BeginByAppointment command) {
        throw new UnsupportedOperationException("not yet");
    }

    static Optional<Refusal> observe(Chapter chapter, Command.ObserveAppointment command) {
        throw new UnsupportedOperationException("not yet");
    }

    static Optional<Refusal> endDay(Chapter chapter) {
        throw new UnsupportedOperationException("not yet");
    }

    static Optional<Refusal> fill(Chapter chapter, Command.FillFromPatient command) {
        throw new UnsupportedOperationException("not yet");
    }

    /** A patient that was chosen, or the survivor of a merge in the PMS. */
    static Optional<Refusal> link(Chapter chapter, Command.LinkPatient command) {
        if (chapter.practice().connection(command.patient().connectionId()).isEmpty()) {
            return Optional.of(
                    new Refusal.Invalid(
                            "connectionId", "Choose one of the practice's PMS connections."));
        }
        if (!command.patient().equals(chapter.lead().patient())) {
            chapter.add(new Entry.PatientLinked(command.patient()));
        }
        return Optional.empty();
    }

    /** When the day of a prepaid appointment ends, if something is to be decided then. */
    static Optional<Instant> dayEnd(Lead lead, Settings settings) {
        Appointment appointment = lead.appointment();
        if (appointment == null
                || appointment.invoice() == null
                || appointment.state() != Appointment.State.BOOKED
                || lead.status().isClosed()
                || !settings.automaticMoves().invoiced()) {
            return Optional.empty();
        }
        LocalDate day = LocalDate.ofInstant(appointment.startsAt(), settings.timeZone());
        return Optional.of(day.plusDays(1).atStartOfDay(settings.timeZone()).toInstant());
    }
}
