package io.leadmap.domain.history;

import org.jspecify.annotations.Nullable;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Every type of {@link Entry}, with the name under which it is stored, shown and published. The
 * names are written out, because a history outlives the names of classes (domain section 4, what
 * history holds). What the API lists besides is in {@link TypeToCome}.
 */
public enum EntryType {
    LEAD_CREATED("leadCreated", "leadCreated"),
    LEAD_TAKEN_OVER("leadTakenOver", "leadTakenOver"),
    FORM_RECEIVED("formReceived", "formReceived"),
    FIELD_CHANGED("fieldChanged", "fields"),
    STATUS_CHANGED("statusChanged", "status"),
    DATE_STAMPED("dateStamped", "status"),
    OWNER_CHANGED("ownerChanged", "owner"),
    OWNER_CHANGE_REFUSED("ownerChangeRefused", "owner"),
    TRANSFER_REQUESTED("transferRequested", "transfer"),
    TRANSFER_ACCEPTED("transferAccepted", "owner"),
    TRANSFER_DECLINED("transferDeclined", "transfer"),
    TRANSFER_WITHDRAWN("transferWithdrawn", "transfer"),
    SUSPENDED("suspended", "suspended"),
    REINSTATED("reinstated", "suspended"),
    DUPLICATE_SUSPECTED("duplicateSuspected", "duplicates"),
    CALL_LOGGED("callLogged", "calls"),
    NOTE_ADDED("noteAdded", "notes"),
    EMAIL_QUEUED("emailQueued", "emails"),
    EMAIL_SENT("emailSent", null),
    EMAIL_DELIVERED("emailDelivered", null),
    EMAIL_BOUNCED("emailBounced", "emails"),
    EMAIL_COMPLAINED("emailComplained", "emails"),
    EMAIL_SKIPPED("emailSkipped", null),
    EMAIL_FAILED("emailFailed", null),
    EMAIL_UNCERTAIN("emailUncertain", null),
    OWNER_NOTIFIED("ownerNotified", null),
    PERSON_NOTIFIED("personNotified", null),
    UNSUBSCRIBED("unsubscribed", "subscribed"),
    RESUBSCRIBED("resubscribed", "subscribed"),
    SUPPRESSION_LIFTED("suppressionLifted", "subscribed"),
    DRIP_ENROLLED("dripEnrolled", "drips"),
    DRIP_ADVANCED("dripAdvanced", "drips"),
    DRIP_PAUSED("dripPaused", "drips"),
    DRIP_RESUMED("dripResumed", "drips"),
    DRIP_STOPPED("dripStopped", "drips"),
    DRIP_FINISHED("dripFinished", "drips"),
    MAP_ENTERED("mapEntered", "map"),
    MAP_CLOSED("mapClosed", "map"),
    MAP_REOPENED("mapReopened", "map"),
    TRACK_OPENED("trackOpened", "steps"),
    TRACK_READY("trackReady", "steps"),
    TRACK_CLOSED("trackClosed", "steps"),
    TRACK_REOPENED("trackReopened", "steps"),
    STEP_COMPLETED("stepCompleted", "steps"),
    STEP_CLEARED("stepCleared", "steps"),
    TRIGGER_FIRED("triggerFired", "triggerFired"),
    TRIGGER_HELD("triggerHeld", "triggerHeld"),
    TRIGGER_EXPIRED("triggerExpired", "triggerExpired"),
    TRIGGER_SKIPPED("triggerSkipped", "triggerSkipped"),
    SWEEP_PROPOSED("sweepProposed", "sweepProposed"),
    PATIENT_LINKED("patientLinked", "patient"),
    APPOINTMENT_LINKED("appointmentLinked", "appointment"),
    APPOINTMENT_UNLINKED("appointmentUnlinked", "appointment"),
    APPOINTMENT_CHANGED("appointmentChanged", "appointment");

    private static final Map<String, EntryType> BY_NAME =
            Stream.of(values())
                    .collect(Collectors.toUnmodifiableMap(t -> t.apiName, Function.identity()));

    private final String apiName;
    private final @Nullable String changes;

    EntryType(String apiName, @Nullable String changes) {
        this.apiName = apiName;
        this.changes = changes;
    }

    /** The type of this name; empty if there is none. */
    public static Optional<EntryType> named(String apiName) {
        return Optional.ofNullable(BY_NAME.get(apiName));
    }

    /** The name, for example {@code statusChanged}. */
    public String apiName() {
        return apiName;
    }

    /**
     * The field or command that it is about, as a caller with a stale version is told; empty if it
     * changes nothing that an agent can see or edit.
     */
    public Optional<String> changes() {
        return Optional.ofNullable(changes);
    }

    /** Names every entry; the compiler sees to it that none is forgotten. */
    static EntryType of(Entry entry) {
        return switch (entry) {
            case Entry.LeadCreated e -> LEAD_CREATED;
            case Entry.LeadTakenOver e -> LEAD_TAKEN_OVER;
            case Entry.FormReceived e -> FORM_RECEIVED;
            case Entry.FieldChanged e -> FIELD_CHANGED;
            case Entry.StatusChanged e -> STATUS_CHANGED;
            case Entry.DateStamped e -> DATE_STAMPED;
            case Entry.OwnerChanged e -> OWNER_CHANGED;
            case Entry.OwnerChangeRefused e -> OWNER_CHANGE_REFUSED;
            case Entry.TransferRequested e -> TRANSFER_REQUESTED;
            case Entry.TransferAccepted e -> TRANSFER_ACCEPTED;
            case Entry.TransferDeclined e -> TRANSFER_DECLINED;
            case Entry.TransferWithdrawn e -> TRANSFER_WITHDRAWN;
            case Entry.Suspended e -> SUSPENDED;
            case Entry.Reinstated e -> REINSTATED;
            case Entry.DuplicateSuspected e -> DUPLICATE_SUSPECTED;
            case Entry.CallLogged e -> CALL_LOGGED;
            case Entry.NoteAdded e -> NOTE_ADDED;
            case Entry.EmailQueued e -> EMAIL_QUEUED;
            case Entry.EmailSent e -> EMAIL_SENT;
            case Entry.EmailDelivered e -> EMAIL_DELIVERED;
            case Entry.EmailBounced e -> EMAIL_BOUNCED;
            case Entry.EmailComplained e -> EMAIL_COMPLAINED;
            case Entry.EmailSkipped e -> EMAIL_SKIPPED;
            case Entry.EmailFailed e -> EMAIL_FAILED;
            case Entry.EmailUncertain e -> EMAIL_UNCERTAIN;
            case Entry.OwnerNotified e -> OWNER_NOTIFIED;
            case Entry.PersonNotified e -> PERSON_NOTIFIED;
            case Entry.Unsubscribed e -> UNSUBSCRIBED;
            case Entry.Resubscribed e -> RESUBSCRIBED;
            case Entry.SuppressionLifted e -> SUPPRESSION_LIFTED;
            case Entry.DripEnrolled e -> DRIP_ENROLLED;
            case Entry.DripAdvanced e -> DRIP_ADVANCED;
            case Entry.DripPaused e -> DRIP_PAUSED;
            case Entry.DripResumed e -> DRIP_RESUMED;
            case Entry.DripStopped e -> DRIP_STOPPED;
            case Entry.DripFinished e -> DRIP_FINISHED;
            case Entry.MapEntered e -> MAP_ENTERED;
            case Entry.MapClosed e -> MAP_CLOSED;
            case Entry.MapReopened e -> MAP_REOPENED;
            case Entry.TrackOpened e -> TRACK_OPENED;
            case Entry.TrackReady e -> TRACK_READY;
            case Entry.TrackClosed e -> TRACK_CLOSED;
            case Entry.TrackReopened e -> TRACK_REOPENED;
            case Entry.StepCompleted e -> STEP_COMPLETED;
            case Entry.StepCleared e -> STEP_CLEARED;
            case Entry.TriggerFired e -> TRIGGER_FIRED;
            case Entry.TriggerHeld e -> TRIGGER_HELD;
            case Entry.TriggerExpired e -> TRIGGER_EXPIRED;
            case Entry.TriggerSkipped e -> TRIGGER_SKIPPED;
            case Entry.SweepProposed e -> SWEEP_PROPOSED;
            case Entry.PatientLinked e -> PATIENT_LINKED;
            case Entry.AppointmentLinked e -> APPOINTMENT_LINKED;
            case Entry.AppointmentUnlinked e -> APPOINTMENT_UNLINKED;
            case Entry.AppointmentChanged e -> APPOINTMENT_CHANGED;
        };
    }
}
