package io.leadmap.domain.decide;

import io.leadmap.domain.drip.DripRun;
import io.leadmap.domain.history.ContactEntry;
import io.leadmap.domain.history.DripEntry;
import io.leadmap.domain.history.Entry;
import io.leadmap.domain.history.MailEntry;
import io.leadmap.domain.history.StatusEntry;
import io.leadmap.domain.lead.ContactAttempts;
import io.leadmap.domain.lead.Lead;
import io.leadmap.domain.lead.Status;
import io.leadmap.domain.practice.DripCampaign;
import io.leadmap.domain.practice.Practice;
import io.leadmap.domain.practice.Settings;
import io.leadmap.domain.practice.Settings.DeadLeads;
import io.leadmap.domain.suppression.AddressState;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a sweep would come upon at a time, due or not, and why it would leave a lead as it is. It
 * decides nothing: whether a lead is due is decided by the command of its {@link DueKey}, as ever.
 */
public final class Foresight {

    private Foresight() {}

    /**
     * Why a sweep leaves a lead as it is.
     *
     * @param from when it would not any more if nothing comes between, null if that is not known
     */
    public record Because(Why why, @Nullable Instant from) {}

    /** The rule that keeps a sweep from a lead. */
    public enum Why {
        /** The practice has switched it off. */
        OFF,
        /** It has fewer attempts than the limit. */
        ATTEMPTS,
        /** The grace after the last attempt is not over. */
        GRACE,
        /** It was proposed already to give the lead up. */
        PROPOSED,
        /** The delay before the next mail is not over. */
        DELAY,
        /** The sending window is closed. */
        WINDOW,
        /** It has moved on meanwhile. */
        MOVED_ON
    }

    /** What a sweep does about a lead. */
    public enum Action {
        GIVE_UP,
        PROPOSE,
        SEND_MAIL,
        STOP_DRIP,
        FINISH_DRIP
    }

    // ------------------------------------------------------------ where it looks

    /** Every lead that somebody tried to reach in vain. */
    public static List<DueRange> deadLeads(Instant until) {
        List<DueRange> ranges = new ArrayList<>();
        for (int attempts = 1; attempts <= Settings.HIGHEST_ATTEMPT_LIMIT; attempts++) {
            ranges.add(new DueRange(new DueKey.Unreached(attempts, false), until));
            ranges.add(new DueRange(new DueKey.Unreached(attempts, true), until));
        }
        return ranges;
    }

    /** Every run of the practice's campaigns that is not paused. */
    public static List<DueRange> drips(Practice practice, Instant until) {
        List<DueRange> ranges = new ArrayList<>();
        for (DripCampaign campaign : practice.drips()) {
            ranges.add(new DueRange(new DueKey.Drip(campaign.id(), null), until));
            campaign.mails()
                    .forEach(mail ->
                            ranges.add(
                                    new DueRange(
                                            new DueKey.Drip(campaign.id(), mail.id()), until)));
            campaign.former()
                    .forEach(mail ->
                            ranges.add(new DueRange(new DueKey.Drip(campaign.id(), mail), until)));
        }
        return ranges;
    }

    // ------------------------------------------------------------ what it finds

    /** What the entries of a sweep's decision do about the lead; empty if nothing. */
    public static Optional<Action> action(List<Entry> entries) {
        return entries.stream().flatMap(entry -> done(entry).stream()).findFirst();
    }

    private static Optional<Action> done(Entry entry) {
        if (entry instanceof StatusEntry.StatusChanged moved) {
            return moved.to() == Status.LOST ? Optional.of(Action.GIVE_UP) : Optional.empty();
        }
        if (entry instanceof ContactEntry.SweepProposed) {
            return Optional.of(Action.PROPOSE);
        }
        if (entry instanceof MailEntry.EmailQueued) {
            return Optional.of(Action.SEND_MAIL);
        }
        if (entry instanceof DripEntry.DripStopped) {
            return Optional.of(Action.STOP_DRIP);
        }
        return entry instanceof DripEntry.DripFinished
                ? Optional.of(Action.FINISH_DRIP)
                : Optional.empty();
    }

    /**
     * Why a sweep at this time leaves a lead as it is, of which its decision has shown that it
     * does.
     *
     * @param address what is known of the lead's address
     */
    public static Because because(
            Lead lead, DueKey key, AddressState address, Practice practice, Instant at) {
        return switch (key) {
            case DueKey.Unreached unreached -> ofDeadLead(lead, practice.settings(), at);
            case DueKey.Drip(String campaign, String last) ->
                    lead.drips()
                            .live(campaign)
                            .filter(run -> run.state() == DripRun.State.ACTIVE)
                            .map(run -> ofDrip(lead, run, address, practice, at))
                            .orElseGet(Foresight::movedOn);
            case DueKey.PaidVisit visit -> movedOn();
        };
    }

    private static Because ofDeadLead(Lead lead, Settings settings, Instant at) {
        ContactAttempts attempts = lead.followUp().attempts();
        if (settings.deadLeads() == DeadLeads.OFF) {
            return new Because(Why.OFF, null);
        }
        if (DueEntries.of(lead).unreached().isEmpty()) {
            return movedOn();
        }
        if (settings.deadLeads() == DeadLeads.PROPOSE && attempts.proposed()) {
            return new Because(Why.PROPOSED, null);
        }
        if (attempts.count() < settings.attemptLimit()) {
            return new Because(Why.ATTEMPTS, null);
        }
        return DueRules.deadLeadDue(lead, settings)
                .filter(due -> due.isAfter(at))
                .map(due -> new Because(Why.GRACE, due))
                .orElseGet(Foresight::movedOn);
    }

    private static Because ofDrip(
            Lead lead, DripRun run, AddressState address, Practice practice, Instant at) {
        if (practice.drip(run.campaignId()).filter(DripCampaign::active).isEmpty()) {
            return new Because(Why.OFF, null);
        }
        Instant next = DueRules.nextMailAt(lead, address, run, practice, at).orElse(null);
        boolean waits =
                DueRules.nextMail(run, practice)
                        .filter(mail -> run.since().plus(mail.delay()).isAfter(at))
                        .isPresent();
        if (waits) {
            return new Because(Why.DELAY, next);
        }
        return DueRules.isOpen(practice.settings(), at) ? movedOn() : new Because(Why.WINDOW, next);
    }

    private static Because movedOn() {
        return new Because(Why.MOVED_ON, null);
    }
}
