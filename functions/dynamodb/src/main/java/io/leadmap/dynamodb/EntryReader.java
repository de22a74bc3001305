package io.leadmap.dynamodb;

import io.leadmap.domain.appointment.Appointment;
import io.leadmap.domain.history.Entry;
import io.leadmap.domain.lead.Channel;
import io.leadmap.domain.lead.FieldKey;
import io.leadmap.domain.lead.Fields;
import io.leadmap.domain.lead.LeadId;
import io.leadmap.domain.lead.LossReason;
import io.leadmap.domain.lead.PatientLink;
import io.leadmap.domain.lead.Status;
import io.leadmap.domain.lead.SuspensionCause;
import io.leadmap.domain.mail.Email;
import io.leadmap.domain.mail.EmailId;
import io.leadmap.domain.map.MapRun;

import java.time.Duration;
import java.util.Objects;

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
        String type = open.text("type");
        return switch (type) {
            case "leadCreated" -> created();
            case "leadTakenOver" ->
                    new Entry.LeadTakenOver(
                            open.instant("firstContact"), PersonalJson.attribution(sealed, "utm"));
            case "formReceived" ->
                    new Entry.FormReceived(
                            open.text("form"),
                            PersonalJson.attribution(sealed, "utm"),
                            sealed.has("consent")
                                    ? PersonalJson.consent(sealed.at("consent"))
                                    : null,
                            sealed.textOrNull("message"));
            case "fieldChanged" -> changed();
            case "statusChanged" ->
                    new Entry.StatusChanged(
                            open.choice(Status.class, "from"),
                            open.choice(Status.class, "to"),
                            open.has("lossReason") ? new LossReason(open.text("lossReason")) : null,
                            sealed.textOrNull("comment"),
                            open.flag("bySweep"));
            case "dateStamped" ->
                    new Entry.DateStamped(
                            open.choice(Entry.DateStamped.Which.class, "date"),
                            open.instantOrNull("at"),
                            open.flag("byHand"));
            case "ownerChanged" ->
                    new Entry.OwnerChanged(open.textOrNull("from"), open.textOrNull("to"));
            case "ownerChangeRefused" -> new Entry.OwnerChangeRefused(open.textOrNull("to"));
            case "transferRequested" -> new Entry.TransferRequested(open.text("to"));
            case "transferAccepted" ->
                    new Entry.TransferAccepted(
                            open.textOrNull("from"), open.text("to"), sealed.textOrNull("note"));
            case "transferDeclined" ->
                    new Entry.TransferDeclined(open.text("to"), sealed.textOrNull("note"));
            case "transferWithdrawn" ->
                    new Entry.TransferWithdrawn(open.text("to"), sealed.textOrNull("note"));
            case "suspended" -> new Entry.Suspended(open.choice(SuspensionCause.class, "cause"));
            case "reinstated" -> new Entry.Reinstated(open.choice(SuspensionCause.class, "cause"));
            case "duplicateSuspected" -> new Entry.DuplicateSuspected(new LeadId(open.text("of")));
            case "callLogged" ->
                    new Entry.CallLogged(
                            open.choice(Entry.CallLogged.Outcome.class, "outcome"),
                            sealed.textOrNull("note"));
            case "noteAdded" -> new Entry.NoteAdded(sealed.text("html"), open.textOrNull("macro"));
            case "unsubscribed" -> new Entry.Unsubscribed();
            case "sweepProposed" -> new Entry.SweepProposed(open.integer("attempts"));
            case "patientLinked" ->
                    new Entry.PatientLinked(
                            new PatientLink(open.text("connection"), open.text("patient")));
            case "appointmentLinked" -> new Entry.AppointmentLinked(appointment());
            case "appointmentUnlinked" ->
                    new Entry.AppointmentUnlinked(
                            open.text("connection"), open.text("appointment"), open.text("reason"));
            case "appointmentChanged" ->
                    new Entry.AppointmentChanged(
                            appointment(),
                            open.list(
                                    "kinds",
                                    kind -> Entry.AppointmentChanged.Kind.valueOf(kind.text())));
            case "triggerFired", "triggerHeld", "triggerExpired" -> trigger(type);
            default -> {
                if (type.startsWith("email")) {
                    yield email(type);
                }
                yield type.startsWith("drip") ? drip(type) : map(type);
            }
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

    private Entry trigger(String type) {
        String form = open.text("form");
        String trigger = open.text("trigger");
        String name = open.text("name");
        return switch (type) {
            case "triggerFired" ->
                    new Entry.TriggerFired(form, trigger, name, open.texts("actions"));
            case "triggerHeld" -> new Entry.TriggerHeld(form, trigger, name, open.texts("actions"));
            default -> new Entry.TriggerExpired(form, trigger, name, open.text("reason"));
        };
    }

    private Entry email(String type) {
        EmailId id = new EmailId(open.text("email"));
        return switch (type) {
            case "emailQueued" ->
                    new Entry.EmailQueued(
                            id,
                            open.choice(Email.Kind.class, "kind"),
                            sealed.text("subject"),
                            open.textOrNull("macro"),
                            open.textOrNull("campaign"));
            case "emailSent" ->
                    new Entry.EmailSent(id, sealed.text("subject"), open.text("textHash"));
            case "emailDelivered" -> new Entry.EmailDelivered(id);
            case "emailBounced" ->
                    new Entry.EmailBounced(
                            id,
                            open.flag("hard"),
                            open.flag("formerAddress"),
                            sealed.text("reason"));
            case "emailComplained" ->
                    new Entry.EmailComplained(id, open.flag("formerAddress"), open.text("reason"));
            case "emailSkipped" -> new Entry.EmailSkipped(id, sealed.text("reason"));
            case "emailFailed" -> new Entry.EmailFailed(id, sealed.text("reason"));
            case "emailUncertain" -> new Entry.EmailUncertain(id, sealed.text("reason"));
            default -> throw unknown(type);
        };
    }

    private Entry drip(String type) {
        String campaign = open.text("campaign");
        return switch (type) {
            case "dripEnrolled" ->
                    new Entry.DripEnrolled(
                            campaign, open.instantOrNull("due"), left(), open.flag("byHand"));
            case "dripAdvanced" ->
                    new Entry.DripAdvanced(campaign, open.integer("next"), open.instant("due"));
            case "dripPaused" -> new Entry.DripPaused(campaign, left());
            case "dripResumed" -> new Entry.DripResumed(campaign, open.instant("due"));
            case "dripStopped" -> new Entry.DripStopped(campaign, open.text("reason"));
            case "dripFinished" -> new Entry.DripFinished(campaign);
            default -> throw unknown(type);
        };
    }

    private Duration left() {
        return Objects.requireNonNull(open.durationOrNull("left"));
    }

    private Entry map(String type) {
        return switch (type) {
            case "mapEntered" -> new Entry.MapEntered(open.text("map"), open.integer("version"));
            case "mapClosed" -> new Entry.MapClosed(open.choice(MapRun.Outcome.class, "outcome"));
            case "mapReopened" -> new Entry.MapReopened();
            case "trackOpened" -> new Entry.TrackOpened(open.text("track"));
            case "trackReady" -> new Entry.TrackReady(open.text("track"));
            case "trackClosed" -> new Entry.TrackClosed(open.text("track"));
            case "trackReopened" -> new Entry.TrackReopened(open.text("track"));
            case "stepCompleted" -> new Entry.StepCompleted(open.text("track"), open.text("step"));
            case "stepCleared" -> new Entry.StepCleared(open.text("track"), open.text("step"));
            default -> throw unknown(type);
        };
    }

    private static IllegalStateException unknown(String type) {
        return new IllegalStateException("an entry of unknown type " + type);
    }
}
