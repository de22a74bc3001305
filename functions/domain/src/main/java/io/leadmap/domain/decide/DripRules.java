package io.leadmap.domain.decide;

import io.leadmap.domain.drip.DripRun;
import io.leadmap.domain.history.Entry;
import io.leadmap.domain.lead.Lead;
import io.leadmap.domain.lead.Status;
import io.leadmap.domain.practice.DripCampaign;
import io.leadmap.domain.practice.DripCampaign.DripMail;
import io.leadmap.domain.practice.Macro;
import io.leadmap.domain.practice.Settings;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
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
     * paused.
     */
    static Optional<String> obstacle(Chapter chapter, String campaignId) {
        if (chapter.practice().drip(campaignId).isEmpty()) {
            return Optional.of(Reasons.NOT_CONFIGURED);
        }
        return chapter.lead().liveDrip(campaignId).isPresent()
                ? Optional.of(Reasons.ENROLLED_ALREADY)
                : stopReason(chapter);
    }

    /** Begins a run, paused while the lead is suspended. */
    static void begin(Chapter chapter, DripCampaign campaign, boolean byHand) {
        Duration delay = campaign.mails().getFirst().delay();
        Instant due = chapter.lead().suspensions().isEmpty() ? chapter.at().plus(delay) : null;
        chapter.add(new Entry.DripEnrolled(campaign.id(), due, delay, byHand));
    }

    static Optional<Refusal> stop(Chapter chapter, Command.StopDrip command) {
        if (chapter.lead().liveDrip(command.campaignId()).isEmpty()) {
            return Optional.of(
                    new Refusal.Conflict(
                            Refusal.Reason.NOT_ENROLLED,
                            "The lead is not enrolled in this campaign."));
        }
        halt(chapter, command.campaignId(), Reasons.BY_HAND);
        return Optional.empty();
    }

    /**
     * Queues the mail that is due, if one is, now and inside the sending window; every stop is
     * checked again.
     */
    static Optional<Refusal> advance(Chapter chapter, Command.AdvanceDrip command) {
        Lead lead = chapter.lead();
        Optional<DripRun> run = lead.liveDrip(command.campaignId());
        Optional<Instant> due = run.flatMap(r -> DueRules.dripDue(r, chapter.settings()));
        if (run.isEmpty() || due.isEmpty() || due.get().isAfter(chapter.at()) || !isOpen(chapter)) {
            return Optional.empty();
        }
        Optional<String> stop = stopReason(chapter);
        Optional<DripCampaign> campaign = chapter.practice().drip(command.campaignId());
        if (stop.isPresent() || campaign.isEmpty()) {
            halt(chapter, command.campaignId(), stop.orElse(Reasons.NOT_CONFIGURED));
            return Optional.empty();
        }
        next(chapter, campaign.get(), run.get().next());
        return Optional.empty();
    }

    static void stopAll(Chapter chapter, String reason) {
        chapter.lead().liveDrips().forEach(run -> halt(chapter, run.campaignId(), reason));
    }

    /** Stops what a map run enrolled: the lead changes map (domain section 3). */
    static void stopEnrolledBy(Chapter chapter, int mapRun) {
        chapter.lead().liveDrips().stream()
                .filter(run -> run.enrolledBy() == mapRun)
                .forEach(run -> halt(chapter, run.campaignId(), Reasons.MAP_CHANGED));
    }

    /** Pauses every run with what is left of its delay. */
    static void pauseAll(Chapter chapter) {
        for (DripRun run : chapter.lead().liveDrips()) {
            if (run.state() == DripRun.State.ACTIVE) {
                Duration left = Duration.between(chapter.at(), Objects.requireNonNull(run.due()));
                chapter.add(
                        new Entry.DripPaused(
                                run.campaignId(), left.isNegative() ? Duration.ZERO : left));
            }
        }
    }

    /** Resumes every paused run with what was left, unless a stop has turned meanwhile. */
    static void resumeAll(Chapter chapter) {
        Optional<String> stop = stopReason(chapter);
        for (DripRun run : chapter.lead().liveDrips()) {
            if (run.state() == DripRun.State.PAUSED) {
                Duration left = Objects.requireNonNull(run.left());
                Instant due = chapter.at().plus(left);
                stop.ifPresentOrElse(
                        reason -> halt(chapter, run.campaignId(), reason),
                        () -> chapter.add(new Entry.DripResumed(run.campaignId(), due)));
            }
        }
    }

    /** Stops a run, and with it what it has queued. */
    private static void halt(Chapter chapter, String campaignId, String reason) {
        chapter.add(new Entry.DripStopped(campaignId, reason));
        MailRules.skipPendingOf(chapter, campaignId, reason);
    }

    private static void next(Chapter chapter, DripCampaign campaign, int index) {
        if (index >= campaign.mails().size()) { // the campaign was shortened
            chapter.add(new Entry.DripFinished(campaign.id()));
            return;
        }
        DripMail mail = campaign.mails().get(index);
        Optional<Macro> macro = chapter.practice().macro(mail.macroId());
        if (macro.isEmpty()) {
            halt(chapter, campaign.id(), Reasons.NOT_CONFIGURED);
            return;
        }
        MailRules.drip(chapter, macro.get(), campaign.id());
        if (index + 1 < campaign.mails().size()) {
            Instant due = chapter.at().plus(campaign.mails().get(index + 1).delay());
            chapter.add(new Entry.DripAdvanced(campaign.id(), index + 1, due));
        } else {
            chapter.add(new Entry.DripFinished(campaign.id()));
        }
    }

    private static boolean isOpen(Chapter chapter) {
        return chapter.settings()
                .sendingWindow()
                .openingFrom(chapter.at(), chapter.settings().timeZone())
                .equals(chapter.at());
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
