package io.leadmap.domain.appointment;

import io.leadmap.domain.appointment.Appointment.Invoice;
import io.leadmap.domain.appointment.Appointment.State;
import io.leadmap.domain.practice.Settings;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** When an appointment makes its lead a customer (domain section 3, decision <em>invoiced</em>). */
public final class Invoicing {

    private Invoicing() {}

    /**
     * Tells whether the appointment counts as seen and invoiced at {@code now}.
     *
     * <p>A fee for a cancelled or unattended appointment does not. An invoice dated on or after the
     * appointment's day does at once; an earlier one (deposit, prepayment) once the patient
     * arrived, or when the day is over. Without an invoice a completed appointment does where the
     * practice says so.
     */
    public static boolean counts(Appointment appointment, Settings settings, Instant now) {
        if (!appointment.state().isLive()) {
            return false;
        }
        if (appointment.invoice() == null) {
            return settings.seenCountsAsCustomer() && appointment.state() == State.COMPLETED;
        }
        return !isPrepaid(appointment, settings.timeZone())
                || appointment.state() != State.BOOKED
                || !now.isBefore(endOfDay(appointment, settings.timeZone()));
    }

    /**
     * Tells whether an appointment that nobody reported as arrived or not has an invoice: it counts
     * at the end of its day at the latest.
     */
    public static boolean isPaidAhead(Appointment appointment) {
        return appointment.state() == State.BOOKED && appointment.invoice() != null;
    }

    private static boolean isPrepaid(Appointment appointment, ZoneId zone) {
        Invoice invoice = appointment.invoice();
        return invoice != null
                && LocalDate.ofInstant(invoice.at(), zone)
                        .isBefore(LocalDate.ofInstant(appointment.startsAt(), zone));
    }

    /** The midnight after its start. */
    public static Instant endOfDay(Appointment appointment, ZoneId zone) {
        return LocalDate.ofInstant(appointment.startsAt(), zone)
                .plusDays(1)
                .atStartOfDay(zone)
                .toInstant();
    }
}
