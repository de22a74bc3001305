package io.leadmap.dynamodb;

import io.leadmap.domain.appointment.Appointment;
import io.leadmap.domain.history.ContactEntry;
import io.leadmap.domain.history.DripEntry;
import io.leadmap.domain.history.Entry;
import io.leadmap.domain.history.EntryType;
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
import io.leadmap.domain.lead.Channel;
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
import io.leadmap.json.TrustingView;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** Reads what {@link EntryWriter} has written, in both parts. */
final class EntryReader {

    private final TrustingView open;
    private final TrustingView sealed;

    private EntryReader(TrustingView open, TrustingView sealed) {
        this.open = open;
        this.sealed = sealed;
    }

    /**
     * @param sealed an empty object if the entry says nothing personal
     */
    static Entry read(TrustingView open, TrustingView sealed) {
        return new EntryReader(open, sealed).entry();
    }

    private Entry entry() {
        String name = open.text("type");
        EntryType type = EntryType.named(name).orElseThrow(() -> unknown(name));
        return switch (type) {
            case LEAD_CREATED -> created();
            case LEAD_TAKEN_OVER ->
                    new RecordEntry.LeadTakenOver(
                            open.instant("firstContact"), PersonalJson.attribution(sealed, "utm"));
            case FORM_RECEIVED ->
                    new RecordEntry.FormReceived(
                            open.text("form"),
                            PersonalJson.attribution(sealed, "utm"),
                            sealed.has("consent")
                                    ? PersonalJson.consent(sealed.at("consent"))
                                    : null,
                            sealed.textOrNull("message"));
            case FIELD_CHANGED -> changed();
            case STATUS_CHANGED ->
                    new StatusEntry.StatusChanged(
                            open.choice(Status.class, "from"),
                            open.choice(Status.class, "to"),
                            open.has("lossReason") ? new LossReason(open.text("lossReason")) : null,
                            sealed.textOrNull("comment"),
                            open.flag("bySweep"));
            case DATE_STAMPED ->
                    new StatusEntry.DateStamped(
                            open.choice(StatusEntry.DateStamped.Which.class, "date"),
                            open.instantOrNull("at"),
                            open.flag("byHand"));
            case OWNER_CHANGED ->
                    new OwnerEntry.OwnerChanged(open.textOrNull("from"), open.textOrNull("to"));
            case OWNER_CHANGE_REFUSED -> new OwnerEntry.OwnerChangeRefused(open.textOrNull("to"));
            case TRANSFER_REQUESTED -> new OwnerEntry.TransferRequested(open.text("to"));
            case TRANSFER_ACCEPTED ->
                    new OwnerEntry.TransferAccepted(
                            open.textOrNull("from"), open.text("to"), sealed.textOrNull("note"));
            case TRANSFER_DECLINED ->
                    new OwnerEntry.TransferDeclined(open.text("to"), sealed.textOrNull("note"));
            case TRANSFER_WITHDRAWN ->
                    new OwnerEntry.TransferWithdrawn(
                            open.text("to"), sealed.textOrNull("note"), open.flag("lapsed"));
            case SUSPENDED ->
                    new SuspensionEntry.Suspended(open.choice(SuspensionCause.class, "cause"));
            case REINSTATED ->
                    new SuspensionEntry.Reinstated(open.choice(SuspensionCause.class, "cause"));
            case DUPLICATE_SUSPECTED ->
                    new SuspensionEntry.DuplicateSuspected(new LeadId(open.text("of")));
            case DUPLICATE_IGNORED ->
                    new SuspensionEntry.DuplicateIgnored(new LeadId(open.text("of")));
            case CALL_LOGGED ->
                    new ContactEntry.CallLogged(
                            open.choice(ContactEntry.CallLogged.Outcome.class, "outcome"),
                            sealed.textOrNull("note"));
            case NOTE_ADDED ->
                    new ContactEntry.NoteAdded(sealed.text("html"), open.textOrNull("macro"));
            case OWNER_NOTIFIED -> new NoticeEntry.OwnerNotified(mail(), open.text("person"));
            case PERSON_NOTIFIED -> new NoticeEntry.PersonNotified(mail(), open.text("person"));
            case UNSUBSCRIBED -> new SuppressionEntry.Unsubscribed(mail());
            case RESUBSCRIBED ->
                    new SuppressionEntry.Resubscribed(open.text("form"), sealed.text("wording"));
            case SUPPRESSION_LIFTED ->
                    new SuppressionEntry.SuppressionLifted(
                            open.choice(Suppression.Kind.class, "kind"),
                            mail(),
                            sealed.text("reason"));
            case SWEEP_PROPOSED -> new ContactEntry.SweepProposed(open.integer("attempts"));
            case PATIENT_LINKED ->
                    new PmsEntry.PatientLinked(
                            new PatientLink(open.text("connection"), open.text("patient")));
            case APPOINTMENT_LINKED -> new PmsEntry.AppointmentLinked(appointment());
            case APPOINTMENT_UNLINKED ->
                    new PmsEntry.AppointmentUnlinked(
                            open.text("connection"), open.text("appointment"), open.text("reason"));
            case APPOINTMENT_CHANGED ->
                    new PmsEntry.AppointmentChanged(
                            appointment(),
                            open.list(
                                    "kinds",
                                    change ->
                                            PmsEntry.AppointmentChanged.Kind.valueOf(
                                                    change.text())));
            case EMAIL_QUEUED ->
                    new MailEntry.EmailQueued(
                            mail(),
                            open.choice(Email.Kind.class, "kind"),
                            sealed.text("subject"),
                            open.textOrNull("macro"),
                            open.textOrNull("campaign"));
            case EMAIL_SENT ->
                    new MailEntry.EmailSent(
                            mail(),
                            sealed.textOrNull("to"),
                            sealed.text("subject"),
                            open.text("textHash"));
            case EMAIL_DELIVERED -> new MailEntry.EmailDelivered(mail());
            case EMAIL_BOUNCED ->
                    new MailEntry.EmailBounced(
                            mail(),
                            open.flag("hard"),
                            open.flag("formerAddress"),
                            sealed.text("reason"));
            case EMAIL_COMPLAINED ->
                    new MailEntry.EmailComplained(
                            mail(), open.flag("formerAddress"), open.text("reason"));
            case EMAIL_SKIPPED -> new MailEntry.EmailSkipped(mail(), sealed.text("reason"));
            case EMAIL_FAILED -> new MailEntry.EmailFailed(mail(), sealed.text("reason"));
            case EMAIL_UNCERTAIN -> new MailEntry.EmailUncertain(mail(), sealed.text("reason"));
            case EMAIL_SETTLED ->
                    new MailEntry.EmailSettled(
                            mail(), open.choice(MailEntry.EmailSettled.As.class, "as"), again());
            case DRIP_ENROLLED ->
                    new DripEntry.DripEnrolled(
                            campaign(), open.flag("byHand"), open.flag("paused"));
            case DRIP_ADVANCED -> new DripEntry.DripAdvanced(campaign(), open.text("mail"));
            case DRIP_PAUSED -> new DripEntry.DripPaused(campaign());
            case DRIP_RESUMED -> new DripEntry.DripResumed(campaign());
            case DRIP_STOPPED -> new DripEntry.DripStopped(campaign(), open.text("reason"));
            case DRIP_FINISHED -> new DripEntry.DripFinished(campaign());
            case MAP_ENTERED -> new MapEntry.MapEntered(open.text("map"), open.integer("version"));
            case MAP_CLOSED -> new MapEntry.MapClosed(open.choice(MapRun.Outcome.class, "outcome"));
            case MAP_REOPENED -> new MapEntry.MapReopened();
            case TRACK_OPENED -> new MapEntry.TrackOpened(open.text("track"));
            case TRACK_READY -> new MapEntry.TrackReady(open.text("track"));
            case TRACK_CLOSED -> new MapEntry.TrackClosed(open.text("track"));
            case TRACK_REOPENED -> new MapEntry.TrackReopened(open.text("track"));
            case STEP_COMPLETED ->
                    new MapEntry.StepCompleted(open.text("track"), open.text("step"), value());
            case STEP_CLEARED -> new MapEntry.StepCleared(open.text("track"), open.text("step"));
            case TRIGGER_FIRED -> new TriggerEntry.TriggerFired(trigger(), actions());
            case TRIGGER_HELD -> new TriggerEntry.TriggerHeld(trigger(), actions());
            case TRIGGER_EXPIRED ->
                    new TriggerEntry.TriggerExpired(trigger(), actions(), open.text("reason"));
            case TRIGGER_SKIPPED ->
                    new TriggerEntry.TriggerSkipped(trigger(), actions(), open.text("reason"));
        };
    }

    private Entry created() {
        return new RecordEntry.LeadCreated(
                open.choice(Channel.class, "channel"),
                sealed.has("fields") ? PersonalJson.fields(sealed.at("fields")) : Fields.NONE,
                open.text("division"),
                open.textOrNull("source"),
                open.textOrNull("owner"),
                open.instant("firstContact"),
                PersonalJson.attribution(sealed, "utm"));
    }

    private Entry changed() {
        FieldKey field = new FieldKey(open.text("field"));
        TrustingView values = field.isPersonal() ? sealed : open;
        return new RecordEntry.FieldChanged(
                field,
                PersonalJson.valueOrNull(values, "from"),
                PersonalJson.valueOrNull(values, "to"));
    }

    private Appointment appointment() {
        return AppointmentJson.read(open.at("appointment"), sealed);
    }

    private FieldValue value() {
        if (open.has("value")) {
            return PersonalJson.value(open.at("value"));
        }
        return sealed.isBlank()
                ? new FieldValue.Text("") // what was entered went with the key
                : PersonalJson.value(sealed.at("value"));
    }

    private Trigger.Key trigger() {
        return new Trigger.Key(TriggerJson.anchor(open.at("anchor")), open.text("trigger"));
    }

    private List<Trigger.Action> actions() {
        return open.list("actions", TriggerJson::action);
    }

    private EmailId mail() {
        return new EmailId(open.text("email"));
    }

    private @Nullable EmailId again() {
        String again = open.textOrNull("again");
        return again == null ? null : new EmailId(again);
    }

    private String campaign() {
        return open.text("campaign");
    }

    private static IllegalStateException unknown(String name) {
        return new IllegalStateException("an entry of unknown type " + name);
    }
}
