package io.leadmap.dynamodb;

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
import io.leadmap.domain.lead.Consent;
import io.leadmap.domain.lead.FieldValue;
import io.leadmap.domain.lead.LossReason;
import io.leadmap.domain.practice.Trigger;
import io.leadmap.json.Json;
import io.leadmap.json.JsonObject;
import io.micronaut.json.tree.JsonNode;

import org.jspecify.annotations.Nullable;

import java.util.List;

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
        open("type", entry.type().apiName());
        switch (entry) {
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
        }
    }

    private void told(RecordEntry entry) {
        switch (entry) {
            case RecordEntry.LeadCreated e -> created(e);
            case RecordEntry.LeadTakenOver e ->
                    open("firstContact", e.firstContact())
                            .seal("utm", PersonalJson.attribution(e.utm()));
            case RecordEntry.FormReceived e -> {
                Consent consent = e.consent();
                open("form", e.formId());
                seal("utm", PersonalJson.attribution(e.utm()));
                seal("consent", consent == null ? null : PersonalJson.consent(consent));
                seal("message", e.message());
            }
            case RecordEntry.FieldChanged e -> changed(e);
        }
    }

    private void status(StatusEntry entry) {
        switch (entry) {
            case StatusEntry.StatusChanged e -> {
                LossReason reason = e.lossReason();
                open("from", e.from()).open("to", e.to());
                open("lossReason", reason == null ? null : reason.id());
                open.put("bySweep", e.bySweep());
                seal("comment", e.comment());
            }
            case StatusEntry.DateStamped e -> {
                open("date", e.date()).open("at", e.at());
                open.put("byHand", e.byHand());
            }
        }
    }

    private void owner(OwnerEntry entry) {
        switch (entry) {
            case OwnerEntry.OwnerChanged e -> open("from", e.from()).open("to", e.to());
            case OwnerEntry.OwnerChangeRefused e -> open("to", e.to());
            case OwnerEntry.TransferRequested e -> open("to", e.to());
            case OwnerEntry.TransferAccepted e ->
                    open("from", e.from()).open("to", e.to()).seal("note", e.note());
            case OwnerEntry.TransferDeclined e -> open("to", e.to()).seal("note", e.note());
            case OwnerEntry.TransferWithdrawn e -> {
                open("to", e.to()).seal("note", e.note());
                if (e.lapsed()) {
                    open.put("lapsed", true);
                }
            }
        }
    }

    private void suspension(SuspensionEntry entry) {
        switch (entry) {
            case SuspensionEntry.Suspended e -> open("cause", e.cause());
            case SuspensionEntry.Reinstated e -> open("cause", e.cause());
            case SuspensionEntry.DuplicateSuspected e -> open("of", e.of());
            case SuspensionEntry.DuplicateIgnored e -> open("of", e.of());
        }
    }

    private void contact(ContactEntry entry) {
        switch (entry) {
            case ContactEntry.CallLogged e -> open("outcome", e.outcome()).seal("note", e.note());
            case ContactEntry.NoteAdded e -> open("macro", e.macroId()).seal("html", e.html());
            case ContactEntry.SweepProposed e -> {
                open.put("attempts", e.attempts());
            }
        }
    }

    private void mail(MailEntry entry) {
        switch (entry) {
            case MailEntry.EmailQueued e ->
                    open("email", e.emailId())
                            .open("kind", e.kind())
                            .open("macro", e.macroId())
                            .open("campaign", e.campaignId())
                            .seal("subject", e.subject());
            case MailEntry.EmailSent e ->
                    open("email", e.emailId())
                            .open("textHash", e.textHash())
                            .seal("to", e.to())
                            .seal("subject", e.subject());
            case MailEntry.EmailDelivered e -> open("email", e.emailId());
            case MailEntry.EmailBounced e -> {
                open("email", e.emailId()).seal("reason", e.reason());
                open.put("hard", e.hard());
                former(e.formerAddress());
            }
            case MailEntry.EmailComplained e -> {
                open("email", e.emailId()).open("reason", e.reason());
                former(e.formerAddress());
            }
            case MailEntry.EmailSkipped e -> open("email", e.emailId()).seal("reason", e.reason());
            case MailEntry.EmailFailed e -> open("email", e.emailId()).seal("reason", e.reason());
            case MailEntry.EmailUncertain e ->
                    open("email", e.emailId()).seal("reason", e.reason());
            case MailEntry.EmailSettled e ->
                    open("email", e.emailId()).open("as", e.as()).open("again", e.again());
        }
    }

    private void notice(NoticeEntry entry) {
        switch (entry) {
            case NoticeEntry.OwnerNotified e ->
                    open("email", e.emailId()).open("person", e.person());
            case NoticeEntry.PersonNotified e ->
                    open("email", e.emailId()).open("person", e.person());
        }
    }

    private void suppression(SuppressionEntry entry) {
        switch (entry) {
            case SuppressionEntry.Unsubscribed e -> open("email", e.emailId());
            case SuppressionEntry.Resubscribed e ->
                    open("form", e.formId()).seal("wording", e.wording());
            case SuppressionEntry.SuppressionLifted e ->
                    open("kind", e.kind()).open("email", e.emailId()).seal("reason", e.reason());
        }
    }

    private void drip(DripEntry entry) {
        switch (entry) {
            case DripEntry.DripEnrolled e -> {
                open("campaign", e.campaignId());
                open.put("byHand", e.byHand()).put("paused", e.paused());
            }
            case DripEntry.DripAdvanced e ->
                    open("campaign", e.campaignId()).open("mail", e.mailId());
            case DripEntry.DripPaused e -> open("campaign", e.campaignId());
            case DripEntry.DripResumed e -> open("campaign", e.campaignId());
            case DripEntry.DripStopped e ->
                    open("campaign", e.campaignId()).open("reason", e.reason());
            case DripEntry.DripFinished e -> open("campaign", e.campaignId());
        }
    }

    private void map(MapEntry entry) {
        switch (entry) {
            case MapEntry.MapEntered e -> {
                open("map", e.mapId());
                open.put("version", e.version());
            }
            case MapEntry.MapClosed e -> open("outcome", e.outcome());
            case MapEntry.MapReopened e -> {}
            case MapEntry.TrackOpened e -> open("track", e.trackId());
            case MapEntry.TrackReady e -> open("track", e.trackId());
            case MapEntry.TrackClosed e -> open("track", e.trackId());
            case MapEntry.TrackReopened e -> open("track", e.trackId());
            case MapEntry.StepCompleted e -> {
                open("track", e.trackId()).open("step", e.stepId());
                value(e.value());
            }
            case MapEntry.StepCleared e -> open("track", e.trackId()).open("step", e.stepId());
        }
    }

    private void triggered(TriggerEntry entry) {
        switch (entry) {
            case TriggerEntry.TriggerFired e -> trigger(e.trigger(), e.actions());
            case TriggerEntry.TriggerHeld e -> trigger(e.trigger(), e.actions());
            case TriggerEntry.TriggerExpired e ->
                    trigger(e.trigger(), e.actions()).open("reason", e.reason());
            case TriggerEntry.TriggerSkipped e ->
                    trigger(e.trigger(), e.actions()).open("reason", e.reason());
        }
    }

    private void pms(PmsEntry entry) {
        switch (entry) {
            case PmsEntry.PatientLinked e ->
                    open("connection", e.patient().connectionId())
                            .open("patient", e.patient().pmsId());
            case PmsEntry.AppointmentLinked e -> {
                appointment(e.appointment());
            }
            case PmsEntry.AppointmentUnlinked e ->
                    open("connection", e.connectionId())
                            .open("appointment", e.appointmentId())
                            .open("reason", e.reason());
            case PmsEntry.AppointmentChanged e -> {
                open.putTexts("kinds", e.kinds().stream().map(Enum::name).toList());
                appointment(e.appointment());
            }
        }
    }

    private void created(RecordEntry.LeadCreated e) {
        open("channel", e.channel())
                .open("division", e.division())
                .open("source", e.source())
                .open("owner", e.owner())
                .open("firstContact", e.firstContact());
        seal("fields", PersonalJson.fields(e.fields()));
        seal("utm", PersonalJson.attribution(e.utm()));
    }

    private void changed(RecordEntry.FieldChanged e) {
        open("field", e.field());
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

    /** A tick says nothing of a person; whatever else was entered may. */
    private void value(FieldValue value) {
        if (value instanceof FieldValue.Flag) {
            open("value", PersonalJson.value(value));
        } else {
            seal("value", PersonalJson.value(value));
        }
    }

    private EntryWriter trigger(Trigger.Key key, List<Trigger.Action> actions) {
        open("anchor", TriggerJson.anchor(key.anchor())).open("trigger", key.id());
        open.put("actions", actions, TriggerJson::action);
        return this;
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
