package io.leadmap.domain.decide;

import io.leadmap.domain.history.Actor;
import io.leadmap.domain.history.StatusEntry;
import io.leadmap.domain.history.StatusEntry.DateStamped.Which;
import io.leadmap.domain.lead.Lead;
import io.leadmap.domain.lead.LossReason;
import io.leadmap.domain.lead.Status;
import io.leadmap.domain.map.MapRun;
import io.leadmap.domain.practice.Practice;
import io.leadmap.domain.practice.Role;

import org.jspecify.annotations.Nullable;

import java.util.Optional;

/** Moves from status to status, the dates they stamp and what they close (domain section 3). */
final class StatusRules {

    private StatusRules() {}

    /** A person sets a status. Any may be set, but leaving INVOICED needs an administrator. */
    static Optional<Refusal> byHand(Chapter chapter, Command.SetStatus command) {
        Lead lead = chapter.lead();
        Status from = lead.status();
        Status stood = lead.stage().standing();
        Status to = command.status();
        boolean corrected =
                to == Status.LOST
                        && command.lossReason() != null
                        && !command.lossReason().equals(lead.stage().lossReason());
        Optional<Refusal> wrong =
                wrongReason(chapter.practice(), to, command.lossReason(), command.comment());
        if (wrong.isPresent()) {
            return wrong;
        }
        if (from == to && !corrected) {
            return Optional.empty();
        }
        if (from == Status.INVOICED && !chapter.isByAdministrator()) {
            return Optional.of(new Refusal.RoleNeeded(Role.ADMINISTRATOR));
        }
        move(
                chapter,
                new StatusEntry.StatusChanged(
                        from, to, command.lossReason(), command.comment(), false));
        stampByHand(chapter, stood, to);
        return Optional.empty();
    }

    /**
     * Moves the lead because of something else than a person's choice, if it is not there already.
     */
    static void automatically(Chapter chapter, Status to) {
        Status from = chapter.lead().status();
        if (from != to) {
            move(chapter, new StatusEntry.StatusChanged(from, to, null, null, false));
        }
    }

    /**
     * Moves the lead with all that follows: what closes, stops, is skipped or is reopened. Dates
     * are the caller's.
     */
    static void move(Chapter chapter, StatusEntry.StatusChanged moved) {
        Status stood = chapter.lead().stage().standing();
        chapter.add(moved);
        if (stood == Status.INVOICED
                && chapter.lead().dates().invoiced() != null
                && chapter.lead().stage().standing() != stood) {
            // by hand: then time alone does not move the lead back (AppointmentRules)
            boolean byHand = chapter.actor().kind() == Actor.Kind.AGENT;
            chapter.add(new StatusEntry.DateStamped(Which.INVOICED, null, byHand));
        }
        if (moved.to().isClosed()) {
            MapRules.close(chapter, outcome(moved.to()));
            endMail(chapter, moved.to());
        } else if (moved.from().isClosed()) {
            MapRules.reopen(chapter);
        }
        if (DripRules.stopsOnBooking(chapter.lead(), chapter.settings())) {
            DripRules.stopAll(chapter, Reasons.BOOKED);
        }
    }

    /** The word for a closed status, as drips and skipped mails give it for their reason. */
    static String closed(Status status) {
        return switch (status) {
            case INVOICED -> Reasons.WON;
            case LOST -> Reasons.LOST;
            case INVALID -> Reasons.INVALID;
            case CREATED, CONTACTED, BOOKED, CANCELLED ->
                    throw new IllegalArgumentException(status + " is open");
        };
    }

    private static void endMail(Chapter chapter, Status status) {
        DripRules.stopAll(chapter, closed(status));
        MailRules.skipPending(chapter, closed(status));
        TriggerRules.expireHeld(chapter, closed(status));
    }

    private static MapRun.Outcome outcome(Status status) {
        return switch (status) {
            case INVOICED -> MapRun.Outcome.WON;
            case LOST -> MapRun.Outcome.LOST;
            case INVALID -> MapRun.Outcome.CLOSED;
            case CREATED, CONTACTED, BOOKED, CANCELLED ->
                    throw new IllegalArgumentException(status + " is open");
        };
    }

    /**
     * @param stood what the dates told of: a lead that comes back from INVALID to the status that
     *     it had is stamped with nothing
     */
    private static void stampByHand(Chapter chapter, Status stood, Status to) {
        if (stood == chapter.lead().stage().standing()) {
            return;
        }
        boolean wasBooked = chapter.lead().dates().booked() != null;
        if ((to == Status.BOOKED || to == Status.INVOICED) && !wasBooked) {
            chapter.add(new StatusEntry.DateStamped(Which.BOOKED, chapter.at(), true));
        }
        if (to == Status.INVOICED) {
            AppointmentRules.stampInvoicedByHand(chapter);
        }
        boolean unbooked =
                (stood == Status.BOOKED || stood == Status.INVOICED)
                        && (to == Status.CREATED || to == Status.CONTACTED);
        if (unbooked && wasBooked && chapter.lead().dates().bookedByHand()) {
            chapter.add(new StatusEntry.DateStamped(Which.BOOKED, null, false));
        }
    }

    private static Optional<Refusal> wrongReason(
            Practice practice, Status to, @Nullable LossReason reason, @Nullable String comment) {
        if (comment != null && comment.length() > Texts.COMMENT) {
            return Optional.of(new Refusal.Invalid("comment", Texts.tooLong(Texts.COMMENT)));
        }
        if (to != Status.LOST) {
            return reason == null
                    ? Optional.empty()
                    : Optional.of(
                            new Refusal.Invalid(
                                    "lossReason", "Leave the loss reason out: only LOST has one."));
        }
        if (reason == null) {
            return Optional.of(new Refusal.Invalid("lossReason", "Say why the lead was lost."));
        }
        if (!isKnown(practice, reason)) {
            return Optional.of(
                    new Refusal.Invalid(
                            "lossReason", "Choose one of the practice's loss reasons."));
        }
        return reason.equals(LossReason.OTHER) && comment == null
                ? Optional.of(
                        new Refusal.Invalid("comment", "Describe the other reason in a comment."))
                : Optional.empty();
    }

    private static boolean isKnown(Practice practice, LossReason reason) {
        return LossReason.STANDARD.contains(reason.id())
                || practice.lossReasons().stream().anyMatch(r -> r.id().equals(reason.id()));
    }
}
