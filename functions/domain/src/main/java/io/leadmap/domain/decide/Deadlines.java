package io.leadmap.domain.decide;

import io.leadmap.domain.appointment.Appointment;
import io.leadmap.domain.drip.DripRun;
import io.leadmap.domain.lead.Attempts;
import io.leadmap.domain.lead.Lead;
import io.leadmap.domain.lead.Status;
import io.leadmap.domain.lead.SuspensionCause;
import io.leadmap.domain.practice.Settings;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * When a lead is to be looked at again though nothing happens to it: the entries of the due index
 * (architecture decision 3). What is really done then is decided anew.
 *
 * @param deadLead when the grace after the last attempt ends (domain section 3)
 * @param appointmentDay the end of the day of a prepaid appointment (domain section 3, invoiced)
 * @param drips when the next mail of each active drip is due, by campaign
 */
public record Deadlines(
        Optional<Instant> deadLead,
        Optional<Instant> appointmentDay,
        SortedMap<String, Instant> drips) {

    public Deadlines {
        drips = Collections.unmodifiableSortedMap(new TreeMap<>(drips));
    }

    /** The deadlines of a lead as it is now, under these settings. */
    public static Deadlines of(Lead lead, Settings settings) {
        SortedMap<String, Instant> drips = new TreeMap<>();
        for (DripRun run : lead.drips().values()) {
            if (run.state() == DripRun.State.ACTIVE && run.due() != null) {
                drips.put(run.campaignId(), run.due());
            }
        }
        return new Deadlines(deadLead(lead, settings), appointmentDay(lead, settings), drips);
    }

    private static Optional<Instant> deadLead(Lead lead, Settings settings) {
        Attempts attempts = lead.attempts();
        boolean givenUp =
                settings.deadLeads() != Settings.DeadLeads.OFF
                        && lead.status() == Status.CREATED
                        && !lead.isSuspended(SuspensionCause.SPAM)
                        && !lead.isSuspended(SuspensionCause.DUPLICATE)
                        && attempts.count() >= settings.attemptLimit()
                        && !attempts.proposed();
        return givenUp && attempts.last() != null
                ? Optional.of(attempts.last().plus(settings.attemptGrace()))
                : Optional.empty();
    }

    private static Optional<Instant> appointmentDay(Lead lead, Settings settings) {
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
