package io.leadmap.domain.appointment;

import io.leadmap.domain.practice.Connection;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;

/**
 * Whether an appointment is a new client's (domain section 9, setting <em>create leads for new
 * clients</em>).
 */
public final class NewClients {

    private NewClients() {}

    /**
     * Tells whether the patient is a new client: none of their other appointments that is live or
     * was attended lies within the gap before this one, or after it.
     *
     * @param known every appointment of the patient, this one may be among them
     * @param gapDays the practice's {@code newClientGapDays}
     */
    public static boolean isNew(
            Appointment appointment, Collection<Appointment> known, int gapDays) {
        Instant since = appointment.startsAt().minus(Duration.ofDays(gapDays));
        return known.stream()
                .filter(other -> !other.id().equals(appointment.id()))
                .filter(other -> other.state().isLive())
                .noneMatch(other -> other.startsAt().isAfter(since));
    }

    /**
     * Tells whether the appointment dates from before the connection's start and only fills the
     * memory.
     */
    public static boolean isMemoryOnly(Appointment appointment, Connection connection) {
        return appointment.bookedAt().isBefore(connection.startedAt())
                || appointment.startsAt().isBefore(connection.startedAt());
    }
}
