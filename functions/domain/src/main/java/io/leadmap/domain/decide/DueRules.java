package io.leadmap.domain.decide;

import io.leadmap.domain.drip.DripRun;
import io.leadmap.domain.lead.Attempts;
import io.leadmap.domain.lead.Lead;
import io.leadmap.domain.lead.Status;
import io.leadmap.domain.practice.Settings;

import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * When something is to be decided about a lead without anybody asking; what the due index holds
 * (architecture decision 3).
 */
public final class DueRules {

    private DueRules() {}

    /**
     * When the dead-lead sweep gives the lead up, or proposes to: still CREATED, at the limit of
     * attempts, and the grace after the last one over (domain section 3). CONTACTED and later never
     * are; SPAM and DUPLICATE hold it.
     */
    public static Optional<Instant> deadLeadDue(Lead lead, Settings settings) {
        Attempts attempts = lead.attempts();
        boolean held = SuspensionRules.holdsEverything(lead);
        if (lead.status() != Status.CREATED
                || attempts.last() == null
                || attempts.count() < settings.attemptLimit()
                || held) {
            return Optional.empty();
        }
        boolean wanted =
                switch (settings.deadLeads()) {
                    case ACT -> true;
                    case PROPOSE -> !attempts.proposed();
                    case OFF -> false;
                };
        return wanted
                ? Optional.of(attempts.last().plus(settings.attemptGrace()))
                : Optional.empty();
    }

    /**
     * When the next mail of a run may be sent: when its delay is over and the sending window open.
     */
    public static Optional<Instant> dripDue(DripRun run, Settings settings) {
        Instant due = run.due();
        return run.state() == DripRun.State.ACTIVE && due != null
                ? Optional.of(settings.sendingWindow().openingFrom(due, settings.timeZone()))
                : Optional.empty();
    }

    /** When the next mail of each campaign may be sent, by campaign. */
    public static SortedMap<String, Instant> dripsDue(Lead lead, Settings settings) {
        SortedMap<String, Instant> due = new TreeMap<>();
        lead.drips()
                .values()
                .forEach(run ->
                        dripDue(run, settings).ifPresent(at -> due.put(run.campaignId(), at)));
        return due;
    }

    /**
     * When the day of a prepaid appointment ends, if the lead is to be invoiced then (domain
     * section 3, invoiced).
     */
    public static Optional<Instant> appointmentDayDue(Lead lead, Settings settings) {
        return AppointmentRules.dayEnd(lead, settings);
    }
}
