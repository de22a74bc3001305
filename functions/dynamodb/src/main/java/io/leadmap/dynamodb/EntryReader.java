package io.leadmap.dynamodb;

import io.leadmap.domain.appointment.Appointment;
import io.leadmap.domain.history.Entry;
import io.leadmap.domain.history.EntryType;
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

import java.util.List;

/** Reads what {@link EntryWriter} has written, in both parts. */
final class EntryReader {

    private final Tree open;
    private final Tree sealed;

    private EntryReader(Tree open, Tree sealed) {
        this.open = open;
        this.sealed = sealed;
    }

    /**
     * @param sealed an empty object if the entry says nothing personal
     */
    static Entry read(Tree open, Tree sealed) {
        return new EntryReader(open, sealed).entry();
    }

    private Entry entry() {
        String name = open.text("type");
        EntryType type = EntryType.named(name).orElseThrow(() -> unknown(name));
        return switch (type) {
            case LEAD_CREATED -> created();
            case LEAD_TAKEN_OVER ->
                    new Entry.LeadTakenOver(
                            open.instant("firstContact"), PersonalJson.attribution(sealed, "utm"));
            case FORM_RECEIVED ->
                    new Entry.FormReceived(
                            open.text("form"),
                            PersonalJson.attribution(sealed, "utm"),
                            sealed.has("consent")
                                    ? PersonalJson.consent(sealed.at("consent"))
                                    : null,
                            sealed.textOrNull("message"));
            case FIELD_CHANGED -> changed();
            case STATUS_CHANGED ->
                    new Entry.StatusChanged(
                            open.choice(Status.class, "from"),
                            open.choice(Status.class, "to"),
                            open.has("lossReason") ? new LossReason(open.text("lossReason")) : null,
                            sealed.textOrNull("comment"),
                            open.flag("bySweep"));
            case DATE_STAMPED ->
                    new Entry.DateStamped(
                            open.choice(Entry.DateStamped.Which.class, "date"),
                            open.instantOrNull("at"),
                            open.flag("byHand"));
            case OWNER_CHANGED ->
                    new Entry.OwnerChanged(open.textOrNull("from"), open.textOrNull("to"));
            case OWNER_CHANGE_REFUSED -> new Entry.OwnerChangeRefused(open.textOrNull("to"));
            case TRANSFER_REQUESTED -> new Entry.TransferRequested(open.text("to"));
            case TRANSFER_ACCEPTED ->
                    new Entry.TransferAccepted(
                            open.textOrNull("from"), open.text("to"), sealed.textOrNull("note"));
            case TRANSFER_DECLINED ->
                    new Entry.TransferDeclined(open.text("to"), sealed.textOrNull("note"));
            case TRANSFER_WITHDRAWN ->
                    new Entry.TransferWithdrawn(
                            open.text("to"), sealed.textOrNull("note"), open.flag("lapsed"));
            case SUSPENDED -> new Entry.Suspended(open.choice(SuspensionCause.class, "cause"));
            case REINSTATED -> new Entry.Reinstated(open.choice(SuspensionCause.class, "cause"));
            case DUPLICATE_SUSPECTED -> new Entry.DuplicateSuspected(new LeadId(open.text("of")));
            case CALL_LOGGED ->
                    new Entry.CallLogged(
                            open.choice(Entry.CallLogged.Outcome.class, "outcome"),
                            sealed.textOrNull("note"));
            case NOTE_ADDED -> new Entry.NoteAdded(sealed.text("html"), open.textOrNull("macro"));
            case OWNER_NOTIFIED -> new Entry.OwnerNotified(mail(), open.text("person"));
            case PERSON_NOTIFIED -> new Entry.PersonNotified(mail(), open.text("person"));
            case UNSUBSCRIBED -> new Entry.Unsubscribed(mail());
            case RESUBSCRIBED -> new Entry.Resubscribed(open.text("form"), sealed.text("wording"));
            case SUPPRESSION_LIFTED ->
                    new Entry.SuppressionLifted(
                            open.choice(Suppression.Kind.class, "kind"),
                            mail(),
                            sealed.text("reason"));
            case SWEEP_PROPOSED -> new Entry.SweepProposed(open.integer("attempts"));
            case PATIENT_LINKED ->
                    new Entry.PatientLinked(
                            new PatientLink(open.text("connection"), open.text("patient")));
            case APPOINTMENT_LINKED -> new Entry.AppointmentLinked(appointment());
            case APPOINTMENT_UNLINKED ->
                    new Entry.AppointmentUnlinked(
                            open.text("connection"), open.text("appointment"), open.text("reason"));
            case APPOINTMENT_CHANGED ->
                    new Entry.AppointmentChanged(
                            appointment(),
                            open.list(
                                    "kinds",
                                    change ->
                                            Entry.AppointmentChanged.Kind.valueOf(change.text())));
            case EMAIL_QUEUED ->
                    new Entry.EmailQueued(
                            mail(),
                            open.choice(Email.Kind.class, "kind"),
                            sealed.text("subject"),
                            open.textOrNull("macro"),
                            open.textOrNull("campaign"));
            case EMAIL_SENT ->
                    new Entry.EmailSent(
                            mail(),
                            sealed.textOrNull("to"),
                            sealed.text("subject"),
                            open.text("textHash"));
            case EMAIL_DELIVERED -> new Entry.EmailDelivered(mail());
            case EMAIL_BOUNCED ->
                    new Entry.EmailBounced(
                            mail(),
                            open.flag("hard"),
                            open.flag("formerAddress"),
                            sealed.text("reason"));
            case EMAIL_COMPLAINED ->
                    new Entry.EmailComplained(
                            mail(), open.flag("formerAddress"), open.text("reason"));
            case EMAIL_SKIPPED -> new Entry.EmailSkipped(mail(), sealed.text("reason"));
            case EMAIL_FAILED -> new Entry.EmailFailed(mail(), sealed.text("reason"));
            case EMAIL_UNCERTAIN -> new Entry.EmailUncertain(mail(), sealed.text("reason"));
            case DRIP_ENROLLED ->
                    new Entry.DripEnrolled(campaign(), open.flag("byHand"), open.flag("paused"));
            case DRIP_ADVANCED -> new Entry.DripAdvanced(campaign(), open.text("mail"));
            case DRIP_PAUSED -> new Entry.DripPaused(campaign());
            case DRIP_RESUMED -> new Entry.DripResumed(campaign());
            case DRIP_STOPPED -> new Entry.DripStopped(campaign(), open.text("reason"));
            case DRIP_FINISHED -> new Entry.DripFinished(campaign());
            case MAP_ENTERED -> new Entry.MapEntered(open.text("map"), open.integer("version"));
            case MAP_CLOSED -> new Entry.MapClosed(open.choice(MapRun.Outcome.class, "outcome"));
            case MAP_REOPENED -> new Entry.MapReopened();
            case TRACK_OPENED -> new Entry.TrackOpened(open.text("track"));
            case TRACK_READY -> new Entry.TrackReady(open.text("track"));
            case TRACK_CLOSED -> new Entry.TrackClosed(open.text("track"));
            case TRACK_REOPENED -> new Entry.TrackReopened(open.text("track"));
            case STEP_COMPLETED ->
                    new Entry.StepCompleted(open.text("track"), open.text("step"), value());
            case STEP_CLEARED -> new Entry.StepCleared(open.text("track"), open.text("step"));
            case TRIGGER_FIRED -> new Entry.TriggerFired(trigger(), actions());
            case TRIGGER_HELD -> new Entry.TriggerHeld(trigger(), actions());
            case TRIGGER_EXPIRED ->
                    new Entry.TriggerExpired(trigger(), actions(), open.text("reason"));
            case TRIGGER_SKIPPED ->
                    new Entry.TriggerSkipped(trigger(), actions(), open.text("reason"));
        };
    }

    private Entry created() {
        return new Entry.LeadCreated(
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
        Tree values = field.isPersonal() ? sealed : open;
        return new Entry.FieldChanged(
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

    private String campaign() {
        return open.text("campaign");
    }

    private static IllegalStateException unknown(String name) {
        return new IllegalStateException("an entry of unknown type " + name);
    }
}
