package io.leadmap.dynamodb;

import io.leadmap.application.json.Json;
import io.leadmap.application.json.JsonObject;
import io.leadmap.domain.appointment.Appointment;
import io.leadmap.domain.history.Entry;
import io.leadmap.domain.lead.Consent;
import io.leadmap.domain.lead.LossReason;
import io.micronaut.json.tree.JsonNode;

import org.jspecify.annotations.Nullable;

/**
 * Writes an entry in two parts (architecture decision 11): open are its type, ids, statuses and
 * times; names, contact data, free text and the values of personal fields are sealed.
 */
final class EntryWriter {

    private final JsonObject open = Json.object();
    private final JsonObject sealed = Json.object();
    private boolean hasSealed;

    private EntryWriter() {}

    /**
     * @param sealed null if the entry says nothing personal
     */
    record Parts(JsonNode open, @Nullable JsonNode sealed) {}

    static Parts write(Entry entry) {
        EntryWriter writer = new EntryWriter();
        writer.entry(entry);
        return new Parts(writer.open.node(), writer.hasSealed ? writer.sealed.node() : null);
    }

    private void entry(Entry entry) {
        switch (entry) {
            case Entry.LeadCreated e -> created(e);
            case Entry.LeadTakenOver e ->
                    type("leadTakenOver")
                            .open("firstContact", e.firstContact())
                            .seal("utm", PersonalJson.attribution(e.utm()));
            case Entry.FormReceived e -> {
                Consent consent = e.consent();
                type("formReceived").open("form", e.formId());
                seal("utm", PersonalJson.attribution(e.utm()));
                seal("consent", consent == null ? null : PersonalJson.consent(consent));
                seal("message", e.message());
            }
            case Entry.FieldChanged e -> changed(e);
            case Entry.StatusChanged e -> {
                LossReason reason = e.lossReason();
                type("statusChanged").open("from", e.from()).open("to", e.to());
                open("lossReason", reason == null ? null : reason.id());
                open.put("bySweep", e.bySweep());
                seal("comment", e.comment());
            }
            case Entry.DateStamped e -> {
                type("dateStamped").open("date", e.date()).open("at", e.at());
                open.put("byHand", e.byHand());
            }
            case Entry.OwnerChanged e ->
                    type("ownerChanged").open("from", e.from()).open("to", e.to());
            case Entry.OwnerChangeRefused e -> type("ownerChangeRefused").open("to", e.to());
            case Entry.TransferRequested e -> type("transferRequested").open("to", e.to());
            case Entry.TransferAccepted e ->
                    type("transferAccepted")
                            .open("from", e.from())
                            .open("to", e.to())
                            .seal("note", e.note());
            case Entry.TransferDeclined e ->
                    type("transferDeclined").open("to", e.to()).seal("note", e.note());
            case Entry.TransferWithdrawn e ->
                    type("transferWithdrawn").open("to", e.to()).seal("note", e.note());
            case Entry.Suspended e -> type("suspended").open("cause", e.cause());
            case Entry.Reinstated e -> type("reinstated").open("cause", e.cause());
            case Entry.DuplicateSuspected e -> type("duplicateSuspected").open("of", e.of());
            case Entry.CallLogged e ->
                    type("callLogged").open("outcome", e.outcome()).seal("note", e.note());
            case Entry.NoteAdded e ->
                    type("noteAdded").open("macro", e.macroId()).seal("html", e.html());
            case Entry.EmailQueued e ->
                    type("emailQueued")
                            .open("email", e.emailId())
                            .open("kind", e.kind())
                            .open("macro", e.macroId())
                            .open("campaign", e.campaignId())
                            .seal("subject", e.subject());
            case Entry.EmailSent e ->
                    type("emailSent")
                            .open("email", e.emailId())
                            .open("textHash", e.textHash())
                            .seal("subject", e.subject());
            case Entry.EmailDelivered e -> type("emailDelivered").open("email", e.emailId());
            case Entry.EmailBounced e -> {
                type("emailBounced").open("email", e.emailId()).seal("reason", e.reason());
                open.put("hard", e.hard());
                former(e.formerAddress());
            }
            case Entry.EmailComplained e -> {
                type("emailComplained").open("email", e.emailId()).open("reason", e.reason());
                former(e.formerAddress());
            }
            case Entry.EmailSkipped e ->
                    type("emailSkipped").open("email", e.emailId()).seal("reason", e.reason());
            case Entry.EmailFailed e ->
                    type("emailFailed").open("email", e.emailId()).seal("reason", e.reason());
            case Entry.EmailUncertain e ->
                    type("emailUncertain").open("email", e.emailId()).seal("reason", e.reason());
            case Entry.Unsubscribed e -> type("unsubscribed");
            case Entry.DripEnrolled e -> {
                type("dripEnrolled")
                        .open("campaign", e.campaignId())
                        .open("due", e.due())
                        .open("left", e.left());
                open.put("byHand", e.byHand());
            }
            case Entry.DripAdvanced e -> {
                type("dripAdvanced").open("campaign", e.campaignId()).open("due", e.due());
                open.put("next", e.next());
            }
            case Entry.DripPaused e ->
                    type("dripPaused").open("campaign", e.campaignId()).open("left", e.left());
            case Entry.DripResumed e ->
                    type("dripResumed").open("campaign", e.campaignId()).open("due", e.due());
            case Entry.DripStopped e ->
                    type("dripStopped").open("campaign", e.campaignId()).open("reason", e.reason());
            case Entry.DripFinished e -> type("dripFinished").open("campaign", e.campaignId());
            case Entry.MapEntered e -> {
                type("mapEntered").open("map", e.mapId());
                open.put("version", e.version());
            }
            case Entry.MapClosed e -> type("mapClosed").open("outcome", e.outcome());
            case Entry.MapReopened e -> type("mapReopened");
            case Entry.TrackOpened e -> type("trackOpened").open("track", e.trackId());
            case Entry.TrackReady e -> type("trackReady").open("track", e.trackId());
            case Entry.TrackClosed e -> type("trackClosed").open("track", e.trackId());
            case Entry.TrackReopened e -> type("trackReopened").open("track", e.trackId());
            case Entry.StepCompleted e ->
                    type("stepCompleted").open("track", e.trackId()).open("step", e.stepId());
            case Entry.StepCleared e ->
                    type("stepCleared").open("track", e.trackId()).open("step", e.stepId());
            case Entry.TriggerFired e -> {
                trigger("triggerFired", e.formId(), e.triggerId(), e.name());
                open.putTexts("actions", e.actions());
            }
            case Entry.TriggerHeld e -> {
                trigger("triggerHeld", e.formId(), e.triggerId(), e.name());
                open.putTexts("actions", e.actions());
            }
            case Entry.TriggerExpired e ->
                    trigger("triggerExpired", e.formId(), e.triggerId(), e.name())
                            .open("reason", e.reason());
            case Entry.SweepProposed e -> {
                type("sweepProposed");
                open.put("attempts", e.attempts());
            }
            case Entry.PatientLinked e ->
                    type("patientLinked")
                            .open("connection", e.patient().connectionId())
                            .open("patient", e.patient().pmsId());
            case Entry.AppointmentLinked e -> {
                type("appointmentLinked");
                appointment(e.appointment());
            }
            case Entry.AppointmentUnlinked e ->
                    type("appointmentUnlinked")
                            .open("connection", e.connectionId())
                            .open("appointment", e.appointmentId())
                            .open("reason", e.reason());
            case Entry.AppointmentChanged e -> {
                type("appointmentChanged");
                open.putTexts("kinds", e.kinds().stream().map(Enum::name).toList());
                appointment(e.appointment());
            }
        }
    }

    private void created(Entry.LeadCreated e) {
        type("leadCreated")
                .open("channel", e.channel())
                .open("division", e.division())
                .open("source", e.source())
                .open("owner", e.owner())
                .open("firstContact", e.firstContact());
        seal("fields", PersonalJson.fields(e.fields()));
        seal("utm", PersonalJson.attribution(e.utm()));
    }

    private void changed(Entry.FieldChanged e) {
        type("fieldChanged").open("field", e.field());
        if (e.field().isPersonal()) {
            seal("from", PersonalJson.valueOrNull(e.from()));
            seal("to", PersonalJson.valueOrNull(e.to()));
        } else {
            open("from", PersonalJson.valueOrNull(e.from()));
            open("to", PersonalJson.valueOrNull(e.to()));
        }
    }

    private void appointment(Appointment appointment) {
        open("appointment", AppointmentJson.open(appointment));
        seal("paid", AppointmentJson.sealed(appointment));
    }

    /** Left out of the usual case: the mail went to the address that the lead still has. */
    private void former(boolean formerAddress) {
        if (formerAddress) {
            open.put("formerAddress", true);
        }
    }

    private EntryWriter trigger(String type, String formId, String triggerId, String name) {
        return type(type).open("form", formId).open("trigger", triggerId).open("name", name);
    }

    private EntryWriter type(String type) {
        return open("type", type);
    }

    private EntryWriter open(String name, @Nullable Object value) {
        if (value instanceof JsonNode node) {
            open.put(name, node);
        } else {
            open.putIfPresent(name, value);
        }
        return this;
    }

    private EntryWriter seal(String name, @Nullable Object value) {
        if (value != null) {
            hasSealed = true;
            if (value instanceof JsonNode node) {
                sealed.put(name, node);
            } else {
                sealed.putText(name, value);
            }
        }
        return this;
    }
}
