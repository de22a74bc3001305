package io.leadmap.domain.history;

import io.leadmap.domain.appointment.Appointment;
import io.leadmap.domain.lead.Attribution;
import io.leadmap.domain.lead.Channel;
import io.leadmap.domain.lead.Consent;
import io.leadmap.domain.lead.FieldKey;
import io.leadmap.domain.lead.FieldValue;
import io.leadmap.domain.lead.Fields;
import io.leadmap.domain.lead.LeadId;
import io.leadmap.domain.lead.LossReason;
import io.leadmap.domain.lead.PatientLink;
import io.leadmap.domain.lead.Status;
import io.leadmap.domain.lead.SuspensionCause;
import io.leadmap.domain.mail.Email;
import io.leadmap.domain.mail.EmailId;
import io.leadmap.domain.map.MapRun;
import io.leadmap.domain.practice.Trigger;
import io.leadmap.domain.suppression.Suppression;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/**
 * One thing that happened to a lead: what the history holds, and all that the lead is folded from.
 */
public sealed interface Entry {

    /** What type of entry it is, and so its name. */
    default EntryType type() {
        return EntryType.of(this);
    }

    /** Tells whether it changes what an agent can see or edit, so that the lead's version rises. */
    default boolean isVisible() {
        return type().changes().isPresent();
    }

    /** Tells whether it is the system's own, whoever's command it was written down with. */
    default boolean isBySystem() {
        return false;
    }

    /** The first entry of every lead, with everything that was known. */
    record LeadCreated(
            Channel channel,
            Fields fields,
            String division,
            @Nullable String source,
            @Nullable String owner,
            Instant firstContact,
            Attribution utm)
            implements Entry {

        /** Who has named the values follows from the entry, which does not keep it. */
        public LeadCreated {
            fields = Fields.of(fields.values());
        }
    }

    /**
     * An agent added a lead that the PMS had made (domain section 9): it is the agent's now, of
     * channel phone. What else the agent said stands in the entries after it.
     *
     * @param firstContact the earlier one of the two
     */
    record LeadTakenOver(Instant firstContact, Attribution utm) implements Entry {}

    /**
     * A submission of a form. What it changed stands in the entries after it.
     *
     * @param message free text, null if none
     */
    record FormReceived(
            String formId, Attribution utm, @Nullable Consent consent, @Nullable String message)
            implements Entry {}

    /** One field edited; null is blank. Division and source are given as their ids. */
    record FieldChanged(FieldKey field, @Nullable FieldValue from, @Nullable FieldValue to)
            implements Entry {}

    /** A move. The dates that it stamps are in {@link DateStamped} entries of the same commit. */
    record StatusChanged(
            Status from,
            Status to,
            @Nullable LossReason lossReason,
            @Nullable String comment,
            boolean bySweep)
            implements Entry {}

    /**
     * A date of the lead's life was set or cleared.
     *
     * @param at null clears it
     */
    record DateStamped(Which date, @Nullable Instant at, boolean byHand) implements Entry {

        /** The dates that are stamped apart from a move. */
        public enum Which {
            BOOKED,
            INVOICED
        }
    }

    record OwnerChanged(@Nullable String from, @Nullable String to) implements Entry {}

    /** An automatic change of owner that the lock refused. */
    record OwnerChangeRefused(@Nullable String to) implements Entry {}

    record TransferRequested(String to) implements Entry {}

    record TransferAccepted(@Nullable String from, String to, @Nullable String note)
            implements Entry {}

    record TransferDeclined(String to, @Nullable String note) implements Entry {}

    /**
     * A hand-over ended without an answer.
     *
     * @param lapsed by the system, because the person who was asked had been deactivated
     */
    record TransferWithdrawn(String to, @Nullable String note, boolean lapsed) implements Entry {
        @Override
        public boolean isBySystem() {
            return lapsed;
        }
    }

    record Suspended(SuspensionCause cause) implements Entry {}

    /** One cause ended; the lead may still be suspended for another. */
    record Reinstated(SuspensionCause cause) implements Entry {}

    record DuplicateSuspected(LeadId of) implements Entry {}

    record CallLogged(Outcome outcome, @Nullable String note) implements Entry {

        /** How a call went. All but REACHED are attempts. */
        public enum Outcome {
            REACHED,
            NO_ANSWER,
            VOICEMAIL,
            WRONG_NUMBER
        }
    }

    record NoteAdded(String html, @Nullable String macroId) implements Entry {}

    /** Tells of one mail to the lead. */
    sealed interface AboutMail extends Entry {

        EmailId emailId();
    }

    /**
     * Hands a mail to the ledger: to the lead or to a person. The mail is called after the number
     * of this entry, so that no two things can claim one id (domain section 7, a mail's identity).
     */
    sealed interface HandsOver extends Entry {

        EmailId emailId();
    }

    /**
     * @param subject with its placeholders resolved
     * @param macroId null for a mail written without one
     * @param campaignId the drip that sends it, null otherwise
     */
    record EmailQueued(
            EmailId emailId,
            Email.Kind kind,
            String subject,
            @Nullable String macroId,
            @Nullable String campaignId)
            implements AboutMail, HandsOver {}

    /**
     * @param to the address that it really went to; null in histories that do not say
     * @param textHash SHA-256 of what was really sent, hexadecimal
     */
    record EmailSent(EmailId emailId, @Nullable String to, String subject, String textHash)
            implements AboutMail {}

    record EmailDelivered(EmailId emailId) implements AboutMail {}

    /**
     * @param hard no mail will ever arrive there
     * @param formerAddress it was sent to an address that is not the lead's any more, and says
     *     nothing about the one that is
     */
    record EmailBounced(EmailId emailId, boolean hard, boolean formerAddress, String reason)
            implements AboutMail {}

    /**
     * @param formerAddress it was sent to an address that is not the lead's any more
     * @param reason the type of feedback in the words of the mail service (RFC 5965)
     */
    record EmailComplained(EmailId emailId, boolean formerAddress, String reason)
            implements AboutMail {

        /** The type of feedback that says that a mail was no spam. */
        public static final String NOT_SPAM = "not-spam";

        /** Tells whether it is the contrary of a complaint, which changes nothing. */
        public boolean isNotSpam() {
            return reason.equals(NOT_SPAM);
        }
    }

    /** It never will be sent. */
    record EmailSkipped(EmailId emailId, String reason) implements AboutMail {}

    /** The mail service refused it. */
    record EmailFailed(EmailId emailId, String reason) implements AboutMail {}

    /** Whether it was sent cannot be known; a person decides. */
    record EmailUncertain(EmailId emailId, String reason) implements AboutMail {}

    /**
     * The lead's owner is told something by mail.
     *
     * @param person whom the mail goes to
     */
    record OwnerNotified(EmailId emailId, String person) implements HandsOver {}

    /**
     * Another person of the practice is told something by mail.
     *
     * @param person whom the mail goes to
     */
    record PersonNotified(EmailId emailId, String person) implements HandsOver {}

    /**
     * The address that a mail went to wants no more marketing mail.
     *
     * @param emailId the mail whose link was used
     */
    record Unsubscribed(EmailId emailId) implements Entry {}

    /**
     * The consent of a form was ticked, which ends an unsubscribe of the address that it named.
     *
     * @param wording what was consented to
     */
    record Resubscribed(String formId, String wording) implements Entry {}

    /**
     * An administrator ended a suppression of the address that the lead has.
     *
     * @param emailId the mail that had led to it
     */
    record SuppressionLifted(Suppression.Kind kind, EmailId emailId, String reason)
            implements Entry {}

    /**
     * @param byHand an agent enrolled it, so that a change of map does not stop it
     * @param paused the lead is suspended: the delay begins to count on reinstatement
     */
    record DripEnrolled(String campaignId, boolean byHand, boolean paused) implements Entry {}

    /**
     * A mail of the run was decided. When the next one is due follows from the campaign as it is
     * then.
     *
     * @param mailId the campaign's id of the mail that was decided
     */
    record DripAdvanced(String campaignId, String mailId) implements Entry {}

    record DripPaused(String campaignId) implements Entry {}

    /** Goes on with what was left of the delay when it was paused. */
    record DripResumed(String campaignId) implements Entry {}

    record DripStopped(String campaignId, String reason) implements Entry {}

    record DripFinished(String campaignId) implements Entry {}

    record MapEntered(String mapId, int version) implements Entry {}

    record MapClosed(MapRun.Outcome outcome) implements Entry {}

    record MapReopened() implements Entry {}

    record TrackOpened(String trackId) implements Entry {}

    record TrackReady(String trackId) implements Entry {}

    record TrackClosed(String trackId) implements Entry {}

    record TrackReopened(String trackId) implements Entry {}

    /** The value is what was entered; a checkbox is ticked. */
    record StepCompleted(String trackId, String stepId, FieldValue value) implements Entry {}

    record StepCleared(String trackId, String stepId) implements Entry {}

    /** What it did. */
    record TriggerFired(Trigger.Key trigger, List<Trigger.Action> actions) implements Entry {
        public TriggerFired {
            actions = List.copyOf(actions);
        }
    }

    /** What has to wait; its other actions were done. */
    record TriggerHeld(Trigger.Key trigger, List<Trigger.Action> actions) implements Entry {
        public TriggerHeld {
            actions = List.copyOf(actions);
        }
    }

    /**
     * A trigger that was held and whose turn will never come.
     *
     * @param actions what had still to be done
     */
    record TriggerExpired(Trigger.Key trigger, List<Trigger.Action> actions, String reason)
            implements Entry {
        public TriggerExpired {
            actions = List.copyOf(actions);
        }
    }

    /**
     * What a trigger did not do when its turn came, whether it had been held or not.
     *
     * @param actions all that were skipped for this reason
     */
    record TriggerSkipped(Trigger.Key trigger, List<Trigger.Action> actions, String reason)
            implements Entry {
        public TriggerSkipped {
            actions = List.copyOf(actions);
        }
    }

    /** The sweep would give the lead up; a person decides. */
    record SweepProposed(int attempts) implements Entry {}

    record PatientLinked(PatientLink patient) implements Entry {}

    record AppointmentLinked(Appointment appointment) implements Entry {}

    record AppointmentUnlinked(String connectionId, String appointmentId, String reason)
            implements Entry {}

    /** What changed, found by comparing with the snapshot before. */
    record AppointmentChanged(Appointment appointment, List<Kind> kinds) implements Entry {

        public AppointmentChanged {
            kinds = List.copyOf(kinds);
        }

        /** The kinds of change (domain section 9). */
        public enum Kind {
            BOOKED,
            RESCHEDULED,
            CANCELLED,
            REINSTATED,
            ARRIVED,
            DID_NOT_ARRIVE,
            COMPLETED,
            INVOICED,
            INVOICE_VOIDED,
            DELETED
        }
    }
}
