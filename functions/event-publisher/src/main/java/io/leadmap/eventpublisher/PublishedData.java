package io.leadmap.eventpublisher;

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
import io.leadmap.domain.lead.FieldValue;
import io.leadmap.domain.lead.LossReason;
import io.leadmap.domain.practice.Trigger;
import io.leadmap.json.Json;
import io.leadmap.json.JsonObject;
import io.leadmap.json.Names;
import io.leadmap.practice.ActionJson;

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
            case RecordEntry e -> told(e);
            case StatusEntry e -> status(e);
            case OwnerEntry e -> owner(e);
            case SuspensionEntry e -> suspension(e);
            case ContactEntry e -> contact(e);
            case MailEntry e -> mail(e);
            case NoticeEntry e -> notice(e);
            case SuppressionEntry e -> suppression(e);
            case DripEntry e -> drip(e);
            case MapEntry e -> map(e);
            case TriggerEntry e -> triggered(e);
            case PmsEntry e -> pms(e);
        };
    }

    private static JsonObject told(RecordEntry entry) {
        return switch (entry) {
            case RecordEntry.LeadCreated e ->
                    data("channel", word(e.channel()))
                            .put("division", e.division())
                            .putIfPresent("source", e.source())
                            .putIfPresent("owner", e.owner())
                            .putText("firstContact", e.firstContact());
            case RecordEntry.LeadTakenOver e ->
                    Json.object().putText("firstContact", e.firstContact());
            case RecordEntry.FormReceived e -> data("formId", e.formId());
            case RecordEntry.FieldChanged e -> field(e);
        };
    }

    private static JsonObject status(StatusEntry entry) {
        return switch (entry) {
            case StatusEntry.StatusChanged e ->
                    data("from", e.from().name())
                            .put("to", e.to().name())
                            .putIfPresent("lossReason", id(e.lossReason()))
                            .put("bySweep", e.bySweep());
            case StatusEntry.DateStamped e ->
                    data("date", word(e.date()))
                            .putIfPresent("at", e.at())
                            .put("byHand", e.byHand());
        };
    }

    private static JsonObject owner(OwnerEntry entry) {
        return switch (entry) {
            case OwnerEntry.OwnerChanged e ->
                    Json.object().putIfPresent("from", e.from()).putIfPresent("to", e.to());
            case OwnerEntry.OwnerChangeRefused e -> Json.object().putIfPresent("to", e.to());
            case OwnerEntry.TransferRequested e -> data("to", e.to());
            case OwnerEntry.TransferAccepted e -> data("to", e.to()).putIfPresent("from", e.from());
            case OwnerEntry.TransferDeclined e -> data("to", e.to());
            case OwnerEntry.TransferWithdrawn e -> data("to", e.to()).put("lapsed", e.lapsed());
        };
    }

    private static JsonObject suspension(SuspensionEntry entry) {
        return switch (entry) {
            case SuspensionEntry.Suspended e -> data("cause", e.cause().name());
            case SuspensionEntry.Reinstated e -> data("cause", e.cause().name());
            case SuspensionEntry.DuplicateSuspected e -> data("of", e.of().value());
            case SuspensionEntry.DuplicateIgnored e -> data("of", e.of().value());
        };
    }

    private static JsonObject contact(ContactEntry entry) {
        return switch (entry) {
            case ContactEntry.CallLogged e -> data("outcome", word(e.outcome()));
            case ContactEntry.NoteAdded e -> Json.object().putIfPresent("macroId", e.macroId());
            case ContactEntry.SweepProposed e -> Json.object().put("attempts", e.attempts());
        };
    }

    private static JsonObject mail(MailEntry entry) {
        return switch (entry) {
            case MailEntry.EmailQueued e ->
                    data("emailId", e.emailId().value())
                            .put("kind", word(e.kind()))
                            .putIfPresent("macroId", e.macroId())
                            .putIfPresent("campaignId", e.campaignId());
            case MailEntry.EmailSent e ->
                    data("emailId", e.emailId().value()).put("textHash", e.textHash());
            case MailEntry.EmailDelivered e -> data("emailId", e.emailId().value());
            case MailEntry.EmailBounced e ->
                    data("emailId", e.emailId().value()).put("hard", e.hard());
            case MailEntry.EmailComplained e ->
                    data("emailId", e.emailId().value()).put("notSpam", e.isNotSpam());
            case MailEntry.EmailSkipped e -> data("emailId", e.emailId().value());
            case MailEntry.EmailFailed e -> data("emailId", e.emailId().value());
            case MailEntry.EmailUncertain e -> data("emailId", e.emailId().value());
            case MailEntry.EmailSettled e ->
                    data("emailId", e.emailId().value())
                            .put("as", word(e.as()))
                            .putIfPresent("againId", e.again());
        };
    }

    private static JsonObject notice(NoticeEntry entry) {
        return switch (entry) {
            case NoticeEntry.OwnerNotified e ->
                    data("emailId", e.emailId().value()).put("person", e.person());
            case NoticeEntry.PersonNotified e ->
                    data("emailId", e.emailId().value()).put("person", e.person());
        };
    }

    private static JsonObject suppression(SuppressionEntry entry) {
        return switch (entry) {
            case SuppressionEntry.Unsubscribed e -> data("emailId", e.emailId().value());
            case SuppressionEntry.Resubscribed e -> data("formId", e.formId());
            case SuppressionEntry.SuppressionLifted e ->
                    data("kind", word(e.kind())).put("emailId", e.emailId().value());
        };
    }

    private static JsonObject drip(DripEntry entry) {
        return switch (entry) {
            case DripEntry.DripEnrolled e ->
                    data("campaignId", e.campaignId())
                            .put("byHand", e.byHand())
                            .put("paused", e.paused());
            case DripEntry.DripAdvanced e ->
                    data("campaignId", e.campaignId()).put("mailId", e.mailId());
            case DripEntry.DripPaused e -> data("campaignId", e.campaignId());
            case DripEntry.DripResumed e -> data("campaignId", e.campaignId());
            case DripEntry.DripStopped e ->
                    data("campaignId", e.campaignId()).put("reason", e.reason());
            case DripEntry.DripFinished e -> data("campaignId", e.campaignId());
        };
    }

    private static JsonObject map(MapEntry entry) {
        return switch (entry) {
            case MapEntry.MapEntered e -> data("mapId", e.mapId()).put("version", e.version());
            case MapEntry.MapClosed e -> data("outcome", word(e.outcome()));
            case MapEntry.MapReopened e -> Json.object();
            case MapEntry.TrackOpened e -> data("trackId", e.trackId());
            case MapEntry.TrackReady e -> data("trackId", e.trackId());
            case MapEntry.TrackClosed e -> data("trackId", e.trackId());
            case MapEntry.TrackReopened e -> data("trackId", e.trackId());
            case MapEntry.StepCompleted e -> data("trackId", e.trackId()).put("stepId", e.stepId());
            case MapEntry.StepCleared e -> data("trackId", e.trackId()).put("stepId", e.stepId());
        };
    }

    private static JsonObject triggered(TriggerEntry entry) {
        return switch (entry) {
            case TriggerEntry.TriggerFired e -> trigger(e.trigger(), e.actions());
            case TriggerEntry.TriggerHeld e -> trigger(e.trigger(), e.actions());
            case TriggerEntry.TriggerExpired e ->
                    trigger(e.trigger(), e.actions()).put("reason", e.reason());
            case TriggerEntry.TriggerSkipped e ->
                    trigger(e.trigger(), e.actions()).put("reason", e.reason());
        };
    }

    private static JsonObject pms(PmsEntry entry) {
        return switch (entry) {
            case PmsEntry.PatientLinked e -> data("connectionId", e.patient().connectionId());
            case PmsEntry.AppointmentLinked e -> appointment(e.appointment());
            case PmsEntry.AppointmentUnlinked e ->
                    data("connectionId", e.connectionId()).put("appointmentId", e.appointmentId());
            case PmsEntry.AppointmentChanged e ->
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

    private static JsonObject field(RecordEntry.FieldChanged e) {
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
                .put("actions", actions, ActionJson::write);
    }

    private static JsonObject appointment(Appointment appointment) {
        return data("connectionId", appointment.connectionId())
                .put("appointmentId", appointment.id())
                .put("state", word(appointment.state()))
                .putText("startsAt", appointment.startsAt())
                .putText("bookedAt", appointment.bookedAt());
    }
}
