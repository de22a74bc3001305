package io.leadmap.testkit;

import io.leadmap.domain.appointment.Appointment;
import io.leadmap.domain.history.Entry;
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
                new Entry.LeadCreated(
                        Channel.FORM,
                        Fields.of(Map.of(FieldKey.FIRST_NAME, new Text(SECRET))),
                        "root",
                        "google",
                        "ava",
                        AT,
                        Attribution.of(Map.of("utm_source", SECRET))),
                new Entry.LeadTakenOver(AT, Attribution.of(Map.of("utm_source", SECRET))),
                new Entry.FormReceived(
                        "enquiry",
                        Attribution.NONE,
                        new Consent(SECRET, true, AT, "enquiry"),
                        SECRET),
                new Entry.FieldChanged(FieldKey.EMAIL, new Text(SECRET), new Text(SECRET)),
                new Entry.FieldChanged(FieldKey.DIVISION, new Text("root"), new Text("massage")),
                new Entry.StatusChanged(
                        Status.CREATED, Status.LOST, LossReason.OTHER, SECRET, false),
                new Entry.DateStamped(Entry.DateStamped.Which.BOOKED, AT, true),
                new Entry.DateStamped(Entry.DateStamped.Which.INVOICED, null, false),
                new Entry.OwnerChanged(null, "ava"),
                new Entry.OwnerChangeRefused("ava"),
                new Entry.TransferRequested("ava"),
                new Entry.TransferAccepted("noah", "ava", SECRET),
                new Entry.TransferDeclined("ava", SECRET),
                new Entry.TransferWithdrawn("ava", SECRET, false),
                new Entry.TransferWithdrawn("ava", null, true),
                new Entry.Suspended(SuspensionCause.SPAM),
                new Entry.Reinstated(SuspensionCause.INCOMPLETE),
                new Entry.DuplicateSuspected(new LeadId("tim00000000")),
                new Entry.CallLogged(Entry.CallLogged.Outcome.NO_ANSWER, SECRET),
                new Entry.NoteAdded(SECRET, "voicemail"),
                new Entry.EmailQueued(MAIL, Email.Kind.HAND_WRITTEN, SECRET, "welcome", null),
                new Entry.EmailSent(MAIL, null, SECRET, "abc"),
                new Entry.EmailSent(MAIL, SECRET, SECRET, "abc"),
                new Entry.EmailDelivered(MAIL),
                new Entry.EmailBounced(MAIL, true, true, SECRET),
                new Entry.EmailComplained(MAIL, false, SECRET),
                new Entry.EmailSkipped(MAIL, SECRET),
                new Entry.EmailFailed(MAIL, SECRET),
                new Entry.EmailUncertain(MAIL, SECRET),
                new Entry.OwnerNotified(MAIL, "ava"),
                new Entry.PersonNotified(MAIL, "noah"),
                new Entry.Unsubscribed(MAIL),
                new Entry.Resubscribed("enquiry", SECRET),
                new Entry.SuppressionLifted(Suppression.Kind.HARD_BOUNCE, MAIL, SECRET),
                new Entry.DripEnrolled("physio-101", false, false),
                new Entry.DripAdvanced("physio-101", "stories"),
                new Entry.DripPaused("physio-101"),
                new Entry.DripResumed("physio-101"),
                new Entry.DripStopped("physio-101", "booked"),
                new Entry.DripFinished("physio-101"),
                new Entry.MapEntered("physio", 1),
                new Entry.MapClosed(MapRun.Outcome.WON),
                new Entry.MapReopened(),
                new Entry.TrackOpened("intake"),
                new Entry.TrackReady("intake"),
                new Entry.TrackClosed("intake"),
                new Entry.TrackReopened("intake"),
                new Entry.StepCompleted("intake", "called", new FieldValue.Flag(true)),
                new Entry.StepCompleted("intake", "asked", new Text(SECRET)),
                new Entry.StepCleared("intake", "called"),
                new Entry.TriggerFired(
                        WELCOME,
                        List.of(
                                new Trigger.Action.EmailLead("welcome"),
                                new Trigger.Action.EnrolDrip("physio-101"),
                                new Trigger.Action.NotifyOwner())),
                new Entry.TriggerHeld(WELCOME, List.of(new Trigger.Action.EmailLead("welcome"))),
                new Entry.TriggerExpired(
                        WELCOME, List.of(new Trigger.Action.EmailLead("welcome")), "tooOld"),
                new Entry.TriggerSkipped(
                        new Trigger.Key(
                                new Trigger.Anchor(Trigger.Anchor.Kind.TRACK, "intake"), "drip"),
                        List.of(new Trigger.Action.EnrolDrip("physio-101")),
                        "booked"),
                new Entry.SweepProposed(3),
                new Entry.PatientLinked(new PatientLink("pms", SECRET)),
                new Entry.AppointmentLinked(appointment(Appointment.State.DID_NOT_ARRIVE, null)),
                new Entry.AppointmentUnlinked("pms", "a-1", "deleted"),
                new Entry.AppointmentChanged(
                        appointment(Appointment.State.DID_NOT_ARRIVE, null),
                        List.of(Entry.AppointmentChanged.Kind.DID_NOT_ARRIVE)));
    }

    static Appointment appointment(Appointment.State state, Appointment.@Nullable Invoice invoice) {
        return new Appointment(
                "pms", "a-1", 1, state, AT, AT, null, null, null, invoice, SECRET, AT);
    }
}
