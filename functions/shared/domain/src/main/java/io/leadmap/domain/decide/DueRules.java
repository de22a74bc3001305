package io.leadmap.domain.decide;

import io.leadmap.domain.drip.DripRun;
import io.leadmap.domain.lead.ContactAttempts;
import io.leadmap.domain.lead.Lead;
import io.leadmap.domain.mail.Email;
import io.leadmap.domain.practice.DripCampaign;
import io.leadmap.domain.practice.DripCampaign.DripMail;
import io.leadmap.domain.practice.Practice;
import io.leadmap.domain.practice.Settings;
import io.leadmap.domain.practice.Settings.DeadLeads;
import io.leadmap.domain.suppression.AddressState;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * When something is to be decided about a lead without anybody asking, by the settings of now
 * (domain section 3, decision <em>due</em>): of one lead, and where to look for all. A range may
 * hold what is not due, never miss what is; the decision is made anew from the lead.
 */
public final class DueRules {

    private DueRules() {}

    // ------------------------------------------------------------ where a sweep looks

    /** Leads that the sweep gives up now, or proposes to. */
    public static List<DueRange> deadLeads(Practice practice, Instant now) {
        Settings settings = practice.settings();
        List<DueRange> ranges = new ArrayList<>();
        if (settings.deadLeads() == DeadLeads.OFF) {
            return ranges;
        }
        Instant until = now.minus(settings.attemptGrace());
        for (int attempts = settings.attemptLimit();
                attempts <= Settings.HIGHEST_ATTEMPT_LIMIT;
                attempts++) {
            ranges.add(new DueRange(new DueKey.Unreached(attempts, false), until));
            if (settings.deadLeads() == DeadLeads.ACT) {
                ranges.add(new DueRange(new DueKey.Unreached(attempts, true), until));
            }
        }
        return ranges;
    }

    /** Runs of drips whose next mail goes out now: none while the sending window is closed. */
    public static List<DueRange> drips(Practice practice, Instant now) {
        Settings settings = practice.settings();
        List<DueRange> ranges = new ArrayList<>();
        if (!isOpen(settings, now)) {
            return ranges;
        }
        for (DripCampaign campaign : practice.drips()) {
            if (campaign.active()) {
                drips(campaign, now, ranges);
            }
        }
        return ranges;
    }

    /**
     * Behind a mail stands what waits for the one that follows it. Where an edit has made that
     * uncertain, nothing can be due before the shortest delay of all; behind the last mail, runs
     * end.
     */
    private static void drips(DripCampaign campaign, Instant now, List<DueRange> ranges) {
        List<DripMail> mails = campaign.mails();
        Instant soonest = now.minus(campaign.shortestDelay());
        ranges.add(
                new DueRange(
                        new DueKey.Drip(campaign.id(), null), now.minus(mails.getFirst().delay())));
        for (int i = 0; i < mails.size(); i++) {
            String mail = mails.get(i).id();
            if (!campaign.former().contains(mail)) {
                Duration delay = i + 1 < mails.size() ? mails.get(i + 1).delay() : Duration.ZERO;
                ranges.add(new DueRange(new DueKey.Drip(campaign.id(), mail), now.minus(delay)));
            }
        }
        campaign.former()
                .forEach(mail ->
                        ranges.add(new DueRange(new DueKey.Drip(campaign.id(), mail), soonest)));
    }

    /**
     * Paid appointments whose day is over: those that began before today, in the practice's zone.
     */
    public static List<DueRange> appointmentDays(Practice practice, Instant now) {
        ZoneId zone = practice.settings().timeZone();
        Instant today = LocalDate.ofInstant(now, zone).atStartOfDay(zone).toInstant();
        List<DueRange> ranges = new ArrayList<>();
        ranges.add(new DueRange(new DueKey.PaidVisit(true), today.minusNanos(1)));
        if (practice.settings().automaticMoves().invoiced()) {
            ranges.add(new DueRange(new DueKey.PaidVisit(false), today.minusNanos(1)));
        }
        return ranges;
    }

    // ------------------------------------------------------------ when it is one lead's turn

    /**
     * When the dead-lead sweep gives the lead up, or proposes to: still CREATED, at the limit of
     * attempts, and the grace after the last one over (domain section 3).
     */
    public static Optional<Instant> deadLeadDue(Lead lead, Settings settings) {
        return DueEntries.of(lead).unreached().isPresent()
                ? deadLeadDue(lead.followUp().attempts(), settings)
                : Optional.empty();
    }

    /** The same of a lead that is known to wait for somebody to reach it. */
    public static Optional<Instant> deadLeadDue(ContactAttempts attempts, Settings settings) {
        boolean wanted =
                switch (settings.deadLeads()) {
                    case ACT -> true;
                    case PROPOSE -> !attempts.proposed();
                    case OFF -> false;
                };
        return wanted && attempts.count() >= settings.attemptLimit()
                ? Optional.ofNullable(attempts.last())
                        .map(last -> last.plus(settings.attemptGrace()))
                : Optional.empty();
    }

    /**
     * When the next mail of a run goes out if nothing comes between: when its delay is over and the
     * sending window open, and not before now. Empty if none will.
     *
     * @param address what is known of the lead's address
     */
    public static Optional<Instant> nextMailAt(
            Lead lead, AddressState address, DripRun run, Practice practice, Instant now) {
        Settings settings = practice.settings();
        List<SendingCheck> checks =
                SendingRules.checks(settings, lead, address, Email.Kind.DRIP, run.campaignId());
        if (run.state() != DripRun.State.ACTIVE || SendingRules.decisive(checks).isPresent()) {
            return Optional.empty();
        }
        return nextMail(run, practice)
                .filter(mail -> practice.macro(mail.macroId()).isPresent())
                .map(mail -> run.since().plus(mail.delay()))
                .map(due -> due.isBefore(now) ? now : due)
                .map(due -> settings.sendingWindow().openingFrom(due, settings.timeZone()));
    }

    /** The next mail of a run, by the campaign of now; empty if none is left, or it is off. */
    public static Optional<DripMail> nextMail(DripRun run, Practice practice) {
        return practice.drip(run.campaignId())
                .filter(DripCampaign::active)
                .flatMap(campaign -> Optional.ofNullable(campaign.nextAfter(run.decided())));
    }

    /**
     * When the day of a paid appointment ends, if the lead is to be invoiced then (domain section
     * 3, invoiced).
     */
    public static Optional<Instant> appointmentDayDue(Lead lead, Settings settings) {
        return AppointmentRules.dayEnd(lead, settings);
    }

    static boolean isOpen(Settings settings, Instant now) {
        return settings.sendingWindow().openingFrom(now, settings.timeZone()).equals(now);
    }
}
