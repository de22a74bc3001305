package io.leadmap.application.publish;

import io.leadmap.application.configuration.ConfigurationWriter;
import io.leadmap.application.json.Json;
import io.leadmap.application.json.JsonObject;
import io.leadmap.application.json.Names;
import io.leadmap.domain.appointment.Appointment;
import io.leadmap.domain.history.Entry;
import io.leadmap.domain.lead.FieldValue;
import io.leadmap.domain.lead.LossReason;
import io.leadmap.domain.practice.Trigger;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * What an event says of its entry: ids, statuses and times. Names, contact data, free text and the
 * values of personal fields are not here, nor are reasons that a mail server wrote, as they may
 * quote an address.
 */
final class PublishedData {

    private PublishedData() {}

    static JsonObject of(Entry entry) {
        return switch (entry) {
            case Entry.LeadCreated e ->
                    data("channel", word(e.channel()))
                            .put("division", e.division())
                            .putIfPresent("source", e.source())
                            .putIfPresent("owner", e.owner())
                            .putText("firstContact", e.firstContact());
            case Entry.LeadTakenOver e -> Json.object().putText("firstContact", e.firstContact());
            case Entry.FormReceived e -> data("formId", e.formId());
            case Entry.FieldChanged e -> field(e);
            case Entry.StatusChanged e ->
                    data("from", e.from().name())
                            .put("to", e.to().name())
                            .putIfPresent("lossReason", id(e.lossReason()))
                            .put("bySweep", e.bySweep());
            case Entry.DateStamped e ->
                    data("date", word(e.date()))
                            .putIfPresent("at", e.at())
                            .put("byHand", e.byHand());
            case Entry.OwnerChanged e ->
                    Json.object().putIfPresent("from", e.from()).putIfPresent("to", e.to());
            case Entry.OwnerChangeRefused e -> Json.object().putIfPresent("to", e.to());
            case Entry.TransferRequested e -> data("to", e.to());
            case Entry.TransferAccepted e -> data("to", e.to()).putIfPresent("from", e.from());
            case Entry.TransferDeclined e -> data("to", e.to());
            case Entry.TransferWithdrawn e -> data("to", e.to()).put("lapsed", e.lapsed());
            case Entry.Suspended e -> data("cause", e.cause().name());
            case Entry.Reinstated e -> data("cause", e.cause().name());
            case Entry.DuplicateSuspected e -> data("of", e.of().value());
            case Entry.CallLogged e -> data("outcome", word(e.outcome()));
            case Entry.NoteAdded e -> Json.object().putIfPresent("macroId", e.macroId());
            case Entry.EmailQueued e ->
                    data("emailId", e.emailId().value())
                            .put("kind", word(e.kind()))
                            .putIfPresent("macroId", e.macroId())
                            .putIfPresent("campaignId", e.campaignId());
            case Entry.EmailSent e ->
                    data("emailId", e.emailId().value()).put("textHash", e.textHash());
            case Entry.EmailDelivered e -> data("emailId", e.emailId().value());
            case Entry.EmailBounced e -> data("emailId", e.emailId().value()).put("hard", e.hard());
            case Entry.EmailComplained e ->
                    data("emailId", e.emailId().value()).put("notSpam", e.isNotSpam());
            case Entry.EmailSkipped e -> data("emailId", e.emailId().value());
            case Entry.EmailFailed e -> data("emailId", e.emailId().value());
            case Entry.EmailUncertain e -> data("emailId", e.emailId().value());
            case Entry.OwnerNotified e ->
                    data("emailId", e.emailId().value()).put("person", e.person());
            case Entry.PersonNotified e ->
                    data("emailId", e.emailId().value()).put("person", e.person());
            case Entry.Unsubscribed e -> data("emailId", e.emailId().value());
            case Entry.Resubscribed e -> data("formId", e.formId());
            case Entry.SuppressionLifted e ->
                    data("kind", word(e.kind())).put("emailId", e.emailId().value());
            case Entry.DripEnrolled e ->
                    data("campaignId", e.campaignId())
                            .put("byHand", e.byHand())
                            .put("paused", e.paused());
            case Entry.DripAdvanced e ->
                    data("campaignId", e.campaignId()).put("mailId", e.mailId());
            case Entry.DripPaused e -> data("campaignId", e.campaignId());
            case Entry.DripResumed e -> data("campaignId", e.campaignId());
            case Entry.DripStopped e ->
                    data("campaignId", e.campaignId()).put("reason", e.reason());
            case Entry.DripFinished e -> data("campaignId", e.campaignId());
            case Entry.MapEntered e -> data("mapId", e.mapId()).put("version", e.version());
            case Entry.MapClosed e -> data("outcome", word(e.outcome()));
            case Entry.MapReopened e -> Json.object();
            case Entry.TrackOpened e -> data("trackId", e.trackId());
            case Entry.TrackReady e -> data("trackId", e.trackId());
            case Entry.TrackClosed e -> data("trackId", e.trackId());
            case Entry.TrackReopened e -> data("trackId", e.trackId());
            case Entry.StepCompleted e -> data("trackId", e.trackId()).put("stepId", e.stepId());
            case Entry.StepCleared e -> data("trackId", e.trackId()).put("stepId", e.stepId());
            case Entry.TriggerFired e -> trigger(e.trigger(), e.actions());
            case Entry.TriggerHeld e -> trigger(e.trigger(), e.actions());
            case Entry.TriggerExpired e ->
                    trigger(e.trigger(), e.actions()).put("reason", e.reason());
            case Entry.TriggerSkipped e ->
                    trigger(e.trigger(), e.actions()).put("reason", e.reason());
            case Entry.SweepProposed e -> Json.object().put("attempts", e.attempts());
            case Entry.PatientLinked e -> data("connectionId", e.patient().connectionId());
            case Entry.AppointmentLinked e -> appointment(e.appointment());
            case Entry.AppointmentUnlinked e ->
                    data("connectionId", e.connectionId()).put("appointmentId", e.appointmentId());
            case Entry.AppointmentChanged e ->
                    appointment(e.appointment())
                            .putTexts(
                                    "kinds", e.kinds().stream().map(PublishedData::word).toList());
        };
    }

    /** A constant as the API writes it. */
    static String word(Enum<?> constant) {
        return Names.camel(constant);
    }

    private static JsonObject data(String name, String value) {
        return Json.object().put(name, value);
    }

    private static JsonObject field(Entry.FieldChanged e) {
        JsonObject data = data("field", e.field().value());
        return e.field().isPersonal()
                ? data
                : data.putIfPresent("from", text(e.from())).putIfPresent("to", text(e.to()));
    }

    private static @Nullable String text(@Nullable FieldValue value) {
        return value instanceof FieldValue.Text(String text) ? text : null;
    }

    private static @Nullable String id(@Nullable LossReason reason) {
        return reason == null ? null : reason.id();
    }

    static JsonObject anchor(Trigger.Anchor anchor) {
        return data("kind", word(anchor.kind())).put("id", anchor.id());
    }

    private static JsonObject trigger(Trigger.Key trigger, List<Trigger.Action> actions) {
        return Json.object()
                .put("anchor", anchor(trigger.anchor()))
                .put("triggerId", trigger.id())
                .put("actions", actions, ConfigurationWriter::action);
    }

    private static JsonObject appointment(Appointment appointment) {
        return data("connectionId", appointment.connectionId())
                .put("appointmentId", appointment.id())
                .put("state", word(appointment.state()))
                .putText("startsAt", appointment.startsAt())
                .putText("bookedAt", appointment.bookedAt());
    }
}
