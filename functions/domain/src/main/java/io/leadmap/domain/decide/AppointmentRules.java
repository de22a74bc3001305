package io.leadmap.domain.decide;

import io.leadmap.domain.lead.Lead;
import io.leadmap.domain.practice.Settings;
import java.time.Instant;
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

    /** When the day of a prepaid appointment ends, if something is to be decided then. */
    static Optional<Instant> dayEnd(Lead lead, Settings settings) {
        return Optional.empty();
    }
}
