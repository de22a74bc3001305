package io.leadmap.domain.decide;

import io.leadmap.domain.appointment.Appointment;
import io.leadmap.domain.drip.DripRun;
import io.leadmap.domain.lead.ContactAttempts;
import io.leadmap.domain.lead.Lead;
import io.leadmap.domain.lead.Status;
import io.leadmap.domain.practice.Settings;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * All that the index of what is due holds of a lead. It follows from the lead alone, so that no
 * setting can be out of date in it (domain section 3, decision <em>due</em>).
 *
 * @param unreached the attempts of a lead that nobody has reached
 * @param paidVisit an appointment whose day may end with an invoice
 * @param drips the active runs by campaign
 */
public record DueEntries(
        Optional<DueEntry> unreached,
        Optional<DueEntry> paidVisit,
        SortedMap<String, DueEntry> drips) {

    public DueEntries {
        drips = Collections.unmodifiableSortedMap(new TreeMap<>(drips));
    }

    /** The entries of a lead as it is now. */
    public static DueEntries of(Lead lead) {
        SortedMap<String, DueEntry> drips = new TreeMap<>();
        lead.drips()
                .runs()
                .values()
                .forEach(run -> drip(run).ifPresent(entry -> drips.put(run.campaignId(), entry)));
        return new DueEntries(unreached(lead), paidVisit(lead), drips);
    }

    public Stream<DueEntry> all() {
        return Stream.of(unreached.stream(), paidVisit.stream(), drips.values().stream())
                .flatMap(entries -> entries);
    }

    /** CONTACTED and later are never swept; SPAM and DUPLICATE hold it. */
    private static Optional<DueEntry> unreached(Lead lead) {
        ContactAttempts attempts = lead.followUp().attempts();
        if (lead.status() != Status.CREATED
                || attempts.last() == null
                || SuspensionRules.holdsEverything(lead)) {
            return Optional.empty();
        }
        int count = Math.min(attempts.count(), Settings.HIGHEST_ATTEMPT_LIMIT);
        return Optional.of(
                new DueEntry(new DueKey.Unreached(count, attempts.proposed()), attempts.last()));
    }

    private static Optional<DueEntry> drip(DripRun run) {
        return run.state() == DripRun.State.ACTIVE
                ? Optional.of(
                        new DueEntry(
                                new DueKey.Drip(run.campaignId(), run.lastDecided()), run.since()))
                : Optional.empty();
    }

    private static Optional<DueEntry> paidVisit(Lead lead) {
        Appointment appointment = lead.pms().appointment();
        return appointment == null
                ? Optional.empty()
                : AppointmentRules.paidVisit(lead)
                        .map(key -> new DueEntry(key, appointment.startsAt()));
    }
}
