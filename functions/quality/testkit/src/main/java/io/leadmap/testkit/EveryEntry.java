package io.leadmap.testkit;

import io.leadmap.domain.appointment.Appointment;
import io.leadmap.domain.history.ContactEntry;
import io.leadmap.domain.history.DripEntry;
import io.leadmap.domain.history.Entry;
import io.leadmap.domain.history.MailEntry;
import io.leadmap.domain.history.MapEntry;
import io.leadmap.domain.history.NoticeEntry;
import io.leadmap.domain.history.OwnerEntry;
import io.leadmap.domain.history.PmsEntry;
import io.leadmap.domain.history.RecordEntry;
import io.leadmap.domain.history.StatusEntry;
import io.leadmap.domain.history.SuppressionEntry;
import io.leadmap.domain.history.SuspensionEntry;
import io.leadmap.domain.history.TriggerEntry;
import io.leadmap.domain.lead.Attribution;
import io.leadmap.domain.lead.Channel;
import io.leadmap.domain.lead.Consent;
import io.leadmap.domain.lead.FieldKey;
import io.leadmap.domain.lead.FieldValue;
import io.leadmap.domain.lead.FieldValue.Text;
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
import java.util.Map;
import java.util.stream.Stream;

/**
 * One entry of each kind at least. Wherever a person's own words or values may stand, {@code
 * SECRET} stands.
 */
public final class EveryEntry {

    /** Stands for what only the sealed part may hold. */
    public static final String SECRET = "Secret-Tim";

    static final Instant AT = Instant.parse("2026-02-27T09:30:00Z");
    static final EmailId MAIL = new EmailId("brightwater-tim00000000-4-1");

    private static final Trigger.Key WELCOME =
            new Trigger.Key(Trigger.Anchor.form("enquiry"), "welcome");

    private EveryEntry() {}

    /** Every kind; another sample of a kind stands behind those that it has. */
    public static List<Entry> all() {
        return Stream.concat(kinds().stream(), EveryVariant.all()).toList();
    }

    private static List<Entry> kinds() {
        return List.of(
                new RecordEntry.LeadCreated(
                        Channel.FORM,
                        Fields.of(Map.of(FieldKey.FIRST_NAME, new Text(SECRET))),
                        "root",
                        "google",
                        "ava",
                        AT,
                        Attribution.of(Map.of("utm_source", SECRET))),
                new RecordEntry.LeadTakenOver(AT, Attribution.of(Map.of("utm_source", SECRET))),
                new RecordEntry.FormReceived(
                        "enquiry",
                        Attribution.NONE,
                        new Consent(SECRET, true, AT, "enquiry"),
                        SECRET),
                new RecordEntry.FieldChanged(FieldKey.EMAIL, new Text(SECRET), new Text(SECRET)),
                new RecordEntry.FieldChanged(
                        FieldKey.DIVISION, new Text("root"), new Text("massage")),
                new StatusEntry.StatusChanged(
                        Status.CREATED, Status.LOST, LossReason.OTHER, SECRET, false),
                new StatusEntry.DateStamped(StatusEntry.DateStamped.Which.BOOKED, AT, true),
                new StatusEntry.DateStamped(StatusEntry.DateStamped.Which.INVOICED, null, false),
                new OwnerEntry.OwnerChanged(null, "ava"),
                new OwnerEntry.OwnerChangeRefused("ava"),
                new OwnerEntry.TransferRequested("ava"),
                new OwnerEntry.TransferAccepted("noah", "ava", SECRET),
                new OwnerEntry.TransferDeclined("ava", SECRET),
                new OwnerEntry.TransferWithdrawn("ava", SECRET, false),
                new OwnerEntry.TransferWithdrawn("ava", null, true),
                new SuspensionEntry.Suspended(SuspensionCause.SPAM),
                new SuspensionEntry.Reinstated(SuspensionCause.INCOMPLETE),
                new SuspensionEntry.DuplicateSuspected(new LeadId("tim00000000")),
                new SuspensionEntry.DuplicateIgnored(new LeadId("tim00000000")),
                new ContactEntry.CallLogged(ContactEntry.CallLogged.Outcome.NO_ANSWER, SECRET),
                new ContactEntry.NoteAdded(SECRET, "voicemail"),
                new MailEntry.EmailQueued(MAIL, Email.Kind.HAND_WRITTEN, SECRET, "welcome", null),
                new MailEntry.EmailSent(MAIL, null, SECRET, "abc"),
                new MailEntry.EmailSent(MAIL, SECRET, SECRET, "abc"),
                new MailEntry.EmailDelivered(MAIL),
                new MailEntry.EmailBounced(MAIL, true, true, SECRET),
                new MailEntry.EmailComplained(MAIL, false, SECRET),
                new MailEntry.EmailSkipped(MAIL, SECRET),
                new MailEntry.EmailFailed(MAIL, SECRET),
                new MailEntry.EmailUncertain(MAIL, SECRET),
                new MailEntry.EmailSettled(MAIL, MailEntry.EmailSettled.As.SENT, null),
                new MailEntry.EmailSettled(MAIL, MailEntry.EmailSettled.As.SEND_AGAIN, MAIL),
                new NoticeEntry.OwnerNotified(MAIL, "ava"),
                new NoticeEntry.PersonNotified(MAIL, "noah"),
                new SuppressionEntry.Unsubscribed(MAIL),
                new SuppressionEntry.Resubscribed("enquiry", SECRET),
                new SuppressionEntry.SuppressionLifted(Suppression.Kind.HARD_BOUNCE, MAIL, SECRET),
                new DripEntry.DripEnrolled("physio-101", false, false),
                new DripEntry.DripAdvanced("physio-101", "stories"),
                new DripEntry.DripPaused("physio-101"),
                new DripEntry.DripResumed("physio-101"),
                new DripEntry.DripStopped("physio-101", "booked"),
                new DripEntry.DripFinished("physio-101"),
                new MapEntry.MapEntered("physio", 1),
                new MapEntry.MapClosed(MapRun.Outcome.WON),
                new MapEntry.MapReopened(),
                new MapEntry.TrackOpened("intake"),
                new MapEntry.TrackReady("intake"),
                new MapEntry.TrackClosed("intake"),
                new MapEntry.TrackReopened("intake"),
                new MapEntry.StepCompleted("intake", "called", new FieldValue.Flag(true)),
                new MapEntry.StepCompleted("intake", "asked", new Text(SECRET)),
                new MapEntry.StepCleared("intake", "called"),
                new TriggerEntry.TriggerFired(
                        WELCOME,
                        List.of(
                                new Trigger.Action.EmailLead("welcome"),
                                new Trigger.Action.EnrolDrip("physio-101"),
                                new Trigger.Action.NotifyOwner())),
                new TriggerEntry.TriggerHeld(
                        WELCOME, List.of(new Trigger.Action.EmailLead("welcome"))),
                new TriggerEntry.TriggerExpired(
                        WELCOME, List.of(new Trigger.Action.EmailLead("welcome")), "tooOld"),
                new TriggerEntry.TriggerSkipped(
                        new Trigger.Key(
                                new Trigger.Anchor(Trigger.Anchor.Kind.TRACK, "intake"), "drip"),
                        List.of(new Trigger.Action.EnrolDrip("physio-101")),
                        "booked"),
                new ContactEntry.SweepProposed(3),
                new PmsEntry.PatientLinked(new PatientLink("pms", SECRET)),
                new PmsEntry.AppointmentLinked(appointment(Appointment.State.DID_NOT_ARRIVE, null)),
                new PmsEntry.AppointmentUnlinked("pms", "a-1", "deleted"),
                new PmsEntry.AppointmentChanged(
                        appointment(Appointment.State.DID_NOT_ARRIVE, null),
                        List.of(PmsEntry.AppointmentChanged.Kind.DID_NOT_ARRIVE)));
    }

    static Appointment appointment(Appointment.State state, Appointment.@Nullable Invoice invoice) {
        return new Appointment(
                "pms", "a-1", 1, state, AT, AT, null, null, null, invoice, SECRET, AT);
    }
}
