package io.leadmap.leads;

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
import io.leadmap.domain.lead.LossReason;
import io.leadmap.domain.practice.Practice;
import io.leadmap.domain.practice.Trigger;
import io.leadmap.json.Json;
import io.leadmap.json.JsonObject;
import io.leadmap.json.Names;
import io.leadmap.practice.ActionJson;
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
            case RecordEntry e -> told(json, e);
            case StatusEntry e -> status(json, e);
            case OwnerEntry e -> owner(json, e);
            case SuspensionEntry e -> suspension(json, e);
            case ContactEntry e -> contact(json, e);
            case MailEntry e -> mail(json, e);
            case NoticeEntry e -> notice(json, e);
            case SuppressionEntry e -> suppression(json, e);
            case DripEntry e -> drip(json, e);
            case MapEntry e -> map(json, e);
            case TriggerEntry e -> triggered(json, practice, e);
            case PmsEntry e -> pms(json, e);
        };
    }

    private static JsonObject told(JsonObject json, RecordEntry entry) {
        return switch (entry) {
            case RecordEntry.LeadCreated e -> created(json, e);
            case RecordEntry.LeadTakenOver e ->
                    json.putText("firstContact", e.firstContact())
                            .put("utm", Values.attribution(e.utm()));
            case RecordEntry.FormReceived e ->
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
            case RecordEntry.FieldChanged e ->
                    json.put("field", e.field().value())
                            .put("from", Values.field(e.from()))
                            .put("to", Values.field(e.to()));
        };
    }

    private static JsonObject status(JsonObject json, StatusEntry entry) {
        return switch (entry) {
            case StatusEntry.StatusChanged e ->
                    json.put("from", e.from().name())
                            .put("to", e.to().name())
                            .put("lossReason", id(e.lossReason()))
                            .put("comment", e.comment())
                            .put("bySweep", e.bySweep());
            case StatusEntry.DateStamped e ->
                    json.put("date", Names.camel(e.date()))
                            .putText("to", e.at())
                            .put("byHand", e.byHand());
        };
    }

    private static JsonObject owner(JsonObject json, OwnerEntry entry) {
        return switch (entry) {
            case OwnerEntry.OwnerChanged e -> json.put("from", e.from()).put("to", e.to());
            case OwnerEntry.OwnerChangeRefused e -> json.put("to", e.to());
            case OwnerEntry.TransferRequested e -> json.put("to", e.to());
            case OwnerEntry.TransferAccepted e ->
                    json.put("from", e.from()).put("to", e.to()).put("note", e.note());
            case OwnerEntry.TransferDeclined e -> json.put("to", e.to()).put("note", e.note());
            case OwnerEntry.TransferWithdrawn e ->
                    json.put("to", e.to()).put("note", e.note()).put("lapsed", e.lapsed());
        };
    }

    private static JsonObject suspension(JsonObject json, SuspensionEntry entry) {
        return switch (entry) {
            case SuspensionEntry.Suspended e -> json.put("suspension", e.cause().name());
            case SuspensionEntry.Reinstated e -> json.put("suspension", e.cause().name());
            case SuspensionEntry.DuplicateSuspected e -> json.putText("of", e.of());
            case SuspensionEntry.DuplicateIgnored e -> json.putText("of", e.of());
        };
    }

    private static JsonObject contact(JsonObject json, ContactEntry entry) {
        return switch (entry) {
            case ContactEntry.CallLogged e ->
                    json.put("outcome", Names.camel(e.outcome())).put("note", e.note());
            case ContactEntry.NoteAdded e -> json.put("html", e.html()).put("macroId", e.macroId());
            case ContactEntry.SweepProposed e -> json.put("attempts", e.attempts());
        };
    }

    private static JsonObject mail(JsonObject json, MailEntry entry) {
        return switch (entry) {
            case MailEntry.EmailQueued e ->
                    json.putText("emailId", e.emailId())
                            .put("kind", Names.camel(e.kind()))
                            .put("subject", e.subject())
                            .put("macroId", e.macroId())
                            .put("campaignId", e.campaignId());
            case MailEntry.EmailSent e ->
                    json.putText("emailId", e.emailId())
                            .put("to", e.to())
                            .put("subject", e.subject())
                            .put("textHash", e.textHash());
            case MailEntry.EmailDelivered e -> json.putText("emailId", e.emailId());
            case MailEntry.EmailBounced e ->
                    json.putText("emailId", e.emailId())
                            .put("hard", e.hard())
                            .put("reason", e.hard() ? e.reason() : "soft")
                            .put("detail", e.reason());
            case MailEntry.EmailComplained e ->
                    json.putText("emailId", e.emailId()).put("reason", e.reason());
            case MailEntry.EmailSkipped e ->
                    json.putText("emailId", e.emailId()).put("reason", e.reason());
            case MailEntry.EmailFailed e ->
                    json.putText("emailId", e.emailId()).put("reason", e.reason());
            case MailEntry.EmailUncertain e ->
                    json.putText("emailId", e.emailId()).put("reason", e.reason());
            case MailEntry.EmailSettled e ->
                    json.putText("emailId", e.emailId())
                            .put("as", Names.camel(e.as()))
                            .putText("againId", e.again());
        };
    }

    private static JsonObject notice(JsonObject json, NoticeEntry entry) {
        return switch (entry) {
            case NoticeEntry.OwnerNotified e ->
                    json.putText("emailId", e.emailId()).put("personId", e.person());
            case NoticeEntry.PersonNotified e ->
                    json.putText("emailId", e.emailId()).put("personId", e.person());
        };
    }

    private static JsonObject suppression(JsonObject json, SuppressionEntry entry) {
        return switch (entry) {
            case SuppressionEntry.Unsubscribed e -> json.putText("emailId", e.emailId());
            case SuppressionEntry.Resubscribed e ->
                    json.put("formId", e.formId()).put("wording", e.wording());
            case SuppressionEntry.SuppressionLifted e ->
                    json.put("kind", Names.camel(e.kind()))
                            .putText("emailId", e.emailId())
                            .put("reason", e.reason());
        };
    }

    private static JsonObject drip(JsonObject json, DripEntry entry) {
        return switch (entry) {
            case DripEntry.DripEnrolled e ->
                    json.put("campaignId", e.campaignId())
                            .put("byHand", e.byHand())
                            .put("paused", e.paused());
            case DripEntry.DripAdvanced e ->
                    json.put("campaignId", e.campaignId()).put("mailId", e.mailId());
            case DripEntry.DripPaused e -> json.put("campaignId", e.campaignId());
            case DripEntry.DripResumed e -> json.put("campaignId", e.campaignId());
            case DripEntry.DripStopped e ->
                    json.put("campaignId", e.campaignId()).put("reason", e.reason());
            case DripEntry.DripFinished e -> json.put("campaignId", e.campaignId());
        };
    }

    private static JsonObject map(JsonObject json, MapEntry entry) {
        return switch (entry) {
            case MapEntry.MapEntered e ->
                    json.put("mapId", e.mapId()).put("mapVersion", e.version());
            case MapEntry.MapClosed e -> json.put("outcome", Names.camel(e.outcome()));
            case MapEntry.MapReopened e -> json;
            case MapEntry.TrackOpened e -> json.put("trackId", e.trackId());
            case MapEntry.TrackReady e -> json.put("trackId", e.trackId());
            case MapEntry.TrackClosed e -> json.put("trackId", e.trackId());
            case MapEntry.TrackReopened e -> json.put("trackId", e.trackId());
            case MapEntry.StepCompleted e ->
                    json.put("trackId", e.trackId())
                            .put("stepId", e.stepId())
                            .put("value", Values.field(e.value()));
            case MapEntry.StepCleared e ->
                    json.put("trackId", e.trackId()).put("stepId", e.stepId());
        };
    }

    private static JsonObject triggered(JsonObject json, Practice practice, TriggerEntry entry) {
        return switch (entry) {
            case TriggerEntry.TriggerFired e -> trigger(json, e.trigger(), e.actions(), practice);
            case TriggerEntry.TriggerHeld e -> trigger(json, e.trigger(), e.actions(), practice);
            case TriggerEntry.TriggerExpired e ->
                    trigger(json, e.trigger(), e.actions(), practice).put("reason", e.reason());
            case TriggerEntry.TriggerSkipped e ->
                    trigger(json, e.trigger(), e.actions(), practice).put("reason", e.reason());
        };
    }

    private static JsonObject pms(JsonObject json, PmsEntry entry) {
        return switch (entry) {
            case PmsEntry.PatientLinked e ->
                    json.put("connectionId", e.patient().connectionId())
                            .put("pmsId", e.patient().pmsId());
            case PmsEntry.AppointmentLinked e ->
                    json.put("appointment", Values.appointment(e.appointment()));
            case PmsEntry.AppointmentUnlinked e ->
                    json.put("connectionId", e.connectionId())
                            .put("appointmentId", e.appointmentId())
                            .put("reason", e.reason());
            case PmsEntry.AppointmentChanged e ->
                    json.put("appointment", Values.appointment(e.appointment()))
                            .putTexts("kinds", e.kinds().stream().map(Names::camel).toList());
        };
    }

    private static JsonObject created(JsonObject json, RecordEntry.LeadCreated e) {
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

    static JsonObject trigger(
            JsonObject json, Trigger.Key key, List<Trigger.Action> actions, Practice practice) {
        return json.put("anchor", anchor(key.anchor()))
                .put("triggerId", key.id())
                .put("name", name(key, practice))
                .put("actions", actions, ActionJson::write);
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
