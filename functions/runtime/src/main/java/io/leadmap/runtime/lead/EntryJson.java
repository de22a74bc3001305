package io.leadmap.runtime.lead;

import io.leadmap.application.configuration.ConfigurationWriter;
import io.leadmap.application.json.Json;
import io.leadmap.application.json.JsonObject;
import io.leadmap.application.json.Names;
import io.leadmap.domain.history.Entry;
import io.leadmap.domain.lead.LossReason;
import io.leadmap.domain.practice.Practice;
import io.leadmap.domain.practice.Trigger;
import io.micronaut.json.tree.JsonNode;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** An entry of the history as the API shows it: its type and what belongs to that type. */
final class EntryJson {

    private EntryJson() {}

    /**
     * Adds the entry to an object that tells who, when and why.
     *
     * @param practice gives the names of what the entry names by ids
     */
    static JsonObject add(JsonObject json, Entry entry, Practice practice) {
        json.put("type", entry.type().apiName());
        return switch (entry) {
            case Entry.LeadCreated e -> created(json, e);
            case Entry.LeadTakenOver e ->
                    json.putText("firstContact", e.firstContact())
                            .put("utm", Values.attribution(e.utm()));
            case Entry.FormReceived e ->
                    json.put("formId", e.formId())
                            .put("utm", Values.attribution(e.utm()))
                            .put(
                                    "consent",
                                    e.consent() == null
                                            ? null
                                            : Json.object()
                                                    .put("wording", e.consent().wording())
                                                    .put("given", e.consent().given()))
                            .put("message", e.message());
            case Entry.FieldChanged e ->
                    json.put("field", e.field().value())
                            .put("from", Values.field(e.from()))
                            .put("to", Values.field(e.to()));
            case Entry.StatusChanged e ->
                    json.put("from", e.from().name())
                            .put("to", e.to().name())
                            .put("lossReason", id(e.lossReason()))
                            .put("comment", e.comment())
                            .put("bySweep", e.bySweep());
            case Entry.DateStamped e ->
                    json.put("date", Names.camel(e.date()))
                            .putText("to", e.at())
                            .put("byHand", e.byHand());
            case Entry.OwnerChanged e -> json.put("from", e.from()).put("to", e.to());
            case Entry.OwnerChangeRefused e -> json.put("to", e.to());
            case Entry.TransferRequested e -> json.put("to", e.to());
            case Entry.TransferAccepted e ->
                    json.put("from", e.from()).put("to", e.to()).put("note", e.note());
            case Entry.TransferDeclined e -> json.put("to", e.to()).put("note", e.note());
            case Entry.TransferWithdrawn e ->
                    json.put("to", e.to()).put("note", e.note()).put("lapsed", e.lapsed());
            case Entry.Suspended e -> json.put("suspension", e.cause().name());
            case Entry.Reinstated e -> json.put("suspension", e.cause().name());
            case Entry.DuplicateSuspected e -> json.putText("of", e.of());
            case Entry.CallLogged e ->
                    json.put("outcome", Names.camel(e.outcome())).put("note", e.note());
            case Entry.NoteAdded e -> json.put("html", e.html()).put("macroId", e.macroId());
            case Entry.EmailQueued e ->
                    json.putText("emailId", e.emailId())
                            .put("kind", Names.camel(e.kind()))
                            .put("subject", e.subject())
                            .put("macroId", e.macroId())
                            .put("campaignId", e.campaignId());
            case Entry.EmailSent e ->
                    json.putText("emailId", e.emailId())
                            .put("to", e.to())
                            .put("subject", e.subject())
                            .put("textHash", e.textHash());
            case Entry.EmailDelivered e -> json.putText("emailId", e.emailId());
            case Entry.EmailBounced e ->
                    json.putText("emailId", e.emailId())
                            .put("hard", e.hard())
                            .put("reason", e.hard() ? e.reason() : "soft")
                            .put("detail", e.reason());
            case Entry.EmailComplained e ->
                    json.putText("emailId", e.emailId()).put("reason", e.reason());
            case Entry.EmailSkipped e ->
                    json.putText("emailId", e.emailId()).put("reason", e.reason());
            case Entry.EmailFailed e ->
                    json.putText("emailId", e.emailId()).put("reason", e.reason());
            case Entry.EmailUncertain e ->
                    json.putText("emailId", e.emailId()).put("reason", e.reason());
            case Entry.OwnerNotified e ->
                    json.putText("emailId", e.emailId()).put("personId", e.person());
            case Entry.PersonNotified e ->
                    json.putText("emailId", e.emailId()).put("personId", e.person());
            case Entry.Unsubscribed e -> json.putText("emailId", e.emailId());
            case Entry.Resubscribed e -> json.put("formId", e.formId()).put("wording", e.wording());
            case Entry.SuppressionLifted e ->
                    json.put("kind", Names.camel(e.kind()))
                            .putText("emailId", e.emailId())
                            .put("reason", e.reason());
            case Entry.DripEnrolled e ->
                    json.put("campaignId", e.campaignId())
                            .put("byHand", e.byHand())
                            .put("paused", e.paused());
            case Entry.DripAdvanced e ->
                    json.put("campaignId", e.campaignId()).put("mailId", e.mailId());
            case Entry.DripPaused e -> json.put("campaignId", e.campaignId());
            case Entry.DripResumed e -> json.put("campaignId", e.campaignId());
            case Entry.DripStopped e ->
                    json.put("campaignId", e.campaignId()).put("reason", e.reason());
            case Entry.DripFinished e -> json.put("campaignId", e.campaignId());
            case Entry.MapEntered e -> json.put("mapId", e.mapId()).put("mapVersion", e.version());
            case Entry.MapClosed e -> json.put("outcome", Names.camel(e.outcome()));
            case Entry.MapReopened e -> json;
            case Entry.TrackOpened e -> json.put("trackId", e.trackId());
            case Entry.TrackReady e -> json.put("trackId", e.trackId());
            case Entry.TrackClosed e -> json.put("trackId", e.trackId());
            case Entry.TrackReopened e -> json.put("trackId", e.trackId());
            case Entry.StepCompleted e ->
                    json.put("trackId", e.trackId())
                            .put("stepId", e.stepId())
                            .put("value", Values.field(e.value()));
            case Entry.StepCleared e -> json.put("trackId", e.trackId()).put("stepId", e.stepId());
            case Entry.TriggerFired e -> trigger(json, e.trigger(), e.actions(), practice);
            case Entry.TriggerHeld e -> trigger(json, e.trigger(), e.actions(), practice);
            case Entry.TriggerExpired e ->
                    trigger(json, e.trigger(), e.actions(), practice).put("reason", e.reason());
            case Entry.TriggerSkipped e ->
                    trigger(json, e.trigger(), e.actions(), practice).put("reason", e.reason());
            case Entry.SweepProposed e -> json.put("attempts", e.attempts());
            case Entry.PatientLinked e ->
                    json.put("connectionId", e.patient().connectionId())
                            .put("pmsId", e.patient().pmsId());
            case Entry.AppointmentLinked e ->
                    json.put("appointment", Values.appointment(e.appointment()));
            case Entry.AppointmentUnlinked e ->
                    json.put("connectionId", e.connectionId())
                            .put("appointmentId", e.appointmentId())
                            .put("reason", e.reason());
            case Entry.AppointmentChanged e ->
                    json.put("appointment", Values.appointment(e.appointment()))
                            .putTexts("kinds", e.kinds().stream().map(Names::camel).toList());
        };
    }

    private static JsonObject created(JsonObject json, Entry.LeadCreated e) {
        JsonObject fields = Json.object();
        e.fields().values().forEach((key, value) -> fields.put(key.value(), Values.field(value)));
        return json.put("channel", Names.camel(e.channel()))
                .put("fields", fields)
                .put("divisionId", e.division())
                .put("sourceId", e.source())
                .put("ownerId", e.owner())
                .putText("firstContactAt", e.firstContact())
                .put("utm", Values.attribution(e.utm()));
    }

    private static JsonObject trigger(
            JsonObject json, Trigger.Key key, List<Trigger.Action> actions, Practice practice) {
        return json.put("anchor", anchor(key.anchor()))
                .put("triggerId", key.id())
                .put("name", name(key, practice))
                .put("actions", actions, ConfigurationWriter::action);
    }

    static JsonObject anchor(Trigger.Anchor anchor) {
        return Json.object().put("kind", Names.camel(anchor.kind())).put("id", anchor.id());
    }

    /** A trigger's name as it is now; its id once it is gone. */
    static String name(Trigger.Key key, Practice practice) {
        return practice.trigger(key).map(Trigger::name).orElse(key.id());
    }

    private static @Nullable JsonNode id(@Nullable LossReason reason) {
        return reason == null ? null : JsonNode.createStringNode(reason.id());
    }
}
