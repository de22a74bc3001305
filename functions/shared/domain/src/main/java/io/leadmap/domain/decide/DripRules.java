package io.leadmap.domain.decide;

import io.leadmap.domain.drip.DripRun;
import io.leadmap.domain.history.DripEntry;
import io.leadmap.domain.lead.Lead;
import io.leadmap.domain.lead.Status;
import io.leadmap.domain.practice.DripCampaign;
import io.leadmap.domain.practice.DripCampaign.DripMail;
import io.leadmap.domain.practice.Macro;
import io.leadmap.domain.practice.Settings;

import java.util.Optional;

/** Drip campaigns: enrolment, the next mail, pauses and stops (domain section 6). */
final class DripRules {

    private DripRules() {}

    static Optional<Refusal> enrol(Chapter chapter, Command.EnrolDrip command) {
        Optional<DripCampaign> campaign = chapter.practice().drip(command.campaignId());
        if (campaign.isEmpty()) {
            return Optional.of(new Refusal.Unknown("drip"));
        }
        Optional<Refusal> refusal = obstacle(chapter, command.campaignId()).map(DripRules::refused);
        if (refusal.isEmpty()) {
            begin(chapter, campaign.get(), true);
        }
        return refusal;
    }

    /**
     * Why this campaign cannot begin now, if so. A suspended lead may be enrolled: its run begins
     * paused. Who had the campaign once, to its end or not, has it again only where it says so.
     */
    static Optional<String> obstacle(Chapter chapter, String campaignId) {
        Optional<DripCampaign> campaign = chapter.practice().drip(campaignId);
        if (campaign.isEmpty()) {
            return Optional.of(Reasons.NOT_CONFIGURED);
        }
        DripRun last = chapter.lead().drips().runs().get(campaignId);
        if (last != null && last.isLive()) {
            return Optional.of(Reasons.ENROLLED_ALREADY);
        }
        if (!campaign.get().active()) {
            return Optional.of(Reasons.CAMPAIGN_OFF);
        }
        boolean hadIt = last != null && !campaign.get().again();
        return stopReason(chapter)
                .or(() -> hadIt ? Optional.of(Reasons.ENROLLED_BEFORE) : Optional.empty());
    }

    /** Begins a run, paused while the lead is suspended. */
    static void begin(Chapter chapter, DripCampaign campaign, boolean byHand) {
        boolean paused = !chapter.lead().suspension().causes().isEmpty();
        chapter.add(new DripEntry.DripEnrolled(campaign.id(), byHand, paused));
    }

    static Optional<Refusal> stop(Chapter chapter, Command.StopDrip command) {
        if (chapter.lead().drips().live(command.campaignId()).isEmpty()) {
            return Optional.of(
                    new Refusal.Conflict(
                            Refusal.Reason.NOT_ENROLLED,
                            "The lead is not enrolled in this campaign."));
        }
        halt(chapter, command.campaignId(), Reasons.BY_HAND);
        return Optional.empty();
    }

    /**
     * Queues the mail that is due, if one is, now and inside the sending window, by the campaign
     * and the settings of now; every stop is checked again. While a campaign is off its runs wait.
     */
    static Optional<Refusal> advance(Chapter chapter, Command.AdvanceDrip command) {
        Optional<DripCampaign> campaign =
                chapter.practice().drip(command.campaignId()).filter(DripCampaign::active);
        chapter.lead()
                .drips()
                .live(command.campaignId())
                .filter(run -> run.state() == DripRun.State.ACTIVE)
                .filter(run -> DueRules.isOpen(chapter.settings(), chapter.at()))
                .ifPresent(run -> campaign.ifPresent(c -> advance(chapter, c, run)));
        return Optional.empty();
    }

    private static void advance(Chapter chapter, DripCampaign campaign, DripRun run) {
        DripMail next = campaign.nextAfter(run.decided());
        if (next != null && run.since().plus(next.delay()).isAfter(chapter.at())) {
            return;
        }
        Optional<String> stop = stopReason(chapter);
        Optional<Macro> macro =
                Optional.ofNullable(next).flatMap(mail -> chapter.practice().macro(mail.macroId()));
        if (stop.isPresent()) {
            halt(chapter, campaign.id(), stop.get());
        } else if (next == null) { // the campaign was shortened
            chapter.add(new DripEntry.DripFinished(campaign.id()));
        } else if (macro.isEmpty()) {
            halt(chapter, campaign.id(), Reasons.NOT_CONFIGURED);
        } else {
            send(chapter, campaign, next, macro.get());
        }
    }

    private static void send(Chapter chapter, DripCampaign campaign, DripMail mail, Macro macro) {
        MailRules.drip(chapter, macro, campaign.id());
        chapter.add(new DripEntry.DripAdvanced(campaign.id(), mail.id()));
        boolean isLast =
                chapter.lead()
                        .drips()
                        .live(campaign.id())
                        .filter(run -> campaign.nextAfter(run.decided()) == null)
                        .isPresent();
        if (isLast) {
            chapter.add(new DripEntry.DripFinished(campaign.id()));
        }
    }

    static void stopAll(Chapter chapter, String reason) {
        chapter.lead().drips().live().forEach(run -> halt(chapter, run.campaignId(), reason));
    }

    /** Stops what a map run enrolled: the lead changes map (domain section 3). */
    static void stopEnrolledBy(Chapter chapter, int mapRun) {
        chapter.lead().drips().live().stream()
                .filter(run -> run.enrolledBy() == mapRun)
                .forEach(run -> halt(chapter, run.campaignId(), Reasons.MAP_CHANGED));
    }

    /** Pauses every run: its delay counts no further. */
    static void pauseAll(Chapter chapter) {
        for (DripRun run : chapter.lead().drips().live()) {
            if (run.state() == DripRun.State.ACTIVE) {
                chapter.add(new DripEntry.DripPaused(run.campaignId()));
            }
        }
    }

    /** Resumes every paused run with what was left, unless a stop has turned meanwhile. */
    static void resumeAll(Chapter chapter) {
        Optional<String> stop = stopReason(chapter);
        for (DripRun run : chapter.lead().drips().live()) {
            if (run.state() == DripRun.State.PAUSED) {
                stop.ifPresentOrElse(
                        reason -> halt(chapter, run.campaignId(), reason),
                        () -> chapter.add(new DripEntry.DripResumed(run.campaignId())));
            }
        }
    }

    /** Stops a run, and with it what it has queued. */
    private static void halt(Chapter chapter, String campaignId, String reason) {
        chapter.add(new DripEntry.DripStopped(campaignId, reason));
        MailRules.skipPendingOf(chapter, campaignId, reason);
    }

    /**
     * Tells whether the lead is booked and the practice's drips stop on that (domain section 6).
     */
    static boolean stopsOnBooking(Lead lead, Settings settings) {
        return lead.status() == Status.BOOKED && settings.dripsStopOnBooked();
    }

    /** What ends every drip of this lead, if anything does; a blank email only pauses. */
    private static Optional<String> stopReason(Chapter chapter) {
        Lead lead = chapter.lead();
        if (stopsOnBooking(lead, chapter.settings())) {
            return Optional.of(Reasons.BOOKED);
        }
        return SendingRules.marketingObstacle(lead, chapter.address())
                .filter(o -> !o.equals(Reasons.NO_EMAIL));
    }

    private static Refusal refused(String obstacle) {
        return switch (obstacle) {
            case Reasons.ENROLLED_ALREADY ->
                    new Refusal.Conflict(
                            Refusal.Reason.ALREADY_ENROLLED,
                            "The lead is enrolled in this campaign already.");
            case Reasons.ENROLLED_BEFORE ->
                    new Refusal.Conflict(
                            Refusal.Reason.ALREADY_ENROLLED,
                            "The lead has had this campaign, and it is not to be had again.");
            case Reasons.CAMPAIGN_OFF ->
                    new Refusal.Conflict(
                            Refusal.Reason.CAMPAIGN_OFF, "The campaign is switched off.");
            case Reasons.BOOKED ->
                    new Refusal.Conflict(
                            Refusal.Reason.LEAD_BOOKED,
                            "The lead is booked, and the practice's drips stop on a booking.");
            case Reasons.UNSUBSCRIBED ->
                    new Refusal.Conflict(Refusal.Reason.MAIL_BLOCKED, "The lead has unsubscribed.");
            case Reasons.HARD_BOUNCE, Reasons.COMPLAINT ->
                    new Refusal.Conflict(
                            Refusal.Reason.MAIL_BLOCKED,
                            "Mail to this address bounced or was complained about.");
            case Reasons.WON, Reasons.LOST, Reasons.INVALID ->
                    new Refusal.Conflict(
                            Refusal.Reason.LEAD_CLOSED,
                            "The lead is closed; set an open status first.");
            default -> throw new IllegalStateException(obstacle + " refuses no enrolment");
        };
    }
}
