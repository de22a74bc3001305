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
    DUPLICATE_IGNORED("duplicateIgnored", "duplicates"),
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
    EMAIL_SETTLED("emailSettled", "emails"),
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
            case RecordEntry.LeadCreated e -> LEAD_CREATED;
            case RecordEntry.LeadTakenOver e -> LEAD_TAKEN_OVER;
            case RecordEntry.FormReceived e -> FORM_RECEIVED;
            case RecordEntry.FieldChanged e -> FIELD_CHANGED;
            case StatusEntry.StatusChanged e -> STATUS_CHANGED;
            case StatusEntry.DateStamped e -> DATE_STAMPED;
            case OwnerEntry.OwnerChanged e -> OWNER_CHANGED;
            case OwnerEntry.OwnerChangeRefused e -> OWNER_CHANGE_REFUSED;
            case OwnerEntry.TransferRequested e -> TRANSFER_REQUESTED;
            case OwnerEntry.TransferAccepted e -> TRANSFER_ACCEPTED;
            case OwnerEntry.TransferDeclined e -> TRANSFER_DECLINED;
            case OwnerEntry.TransferWithdrawn e -> TRANSFER_WITHDRAWN;
            case SuspensionEntry.Suspended e -> SUSPENDED;
            case SuspensionEntry.Reinstated e -> REINSTATED;
            case SuspensionEntry.DuplicateSuspected e -> DUPLICATE_SUSPECTED;
            case SuspensionEntry.DuplicateIgnored e -> DUPLICATE_IGNORED;
            case ContactEntry.CallLogged e -> CALL_LOGGED;
            case ContactEntry.NoteAdded e -> NOTE_ADDED;
            case MailEntry.EmailQueued e -> EMAIL_QUEUED;
            case MailEntry.EmailSent e -> EMAIL_SENT;
            case MailEntry.EmailDelivered e -> EMAIL_DELIVERED;
            case MailEntry.EmailBounced e -> EMAIL_BOUNCED;
            case MailEntry.EmailComplained e -> EMAIL_COMPLAINED;
            case MailEntry.EmailSkipped e -> EMAIL_SKIPPED;
            case MailEntry.EmailFailed e -> EMAIL_FAILED;
            case MailEntry.EmailUncertain e -> EMAIL_UNCERTAIN;
            case MailEntry.EmailSettled e -> EMAIL_SETTLED;
            case NoticeEntry.OwnerNotified e -> OWNER_NOTIFIED;
            case NoticeEntry.PersonNotified e -> PERSON_NOTIFIED;
            case SuppressionEntry.Unsubscribed e -> UNSUBSCRIBED;
            case SuppressionEntry.Resubscribed e -> RESUBSCRIBED;
            case SuppressionEntry.SuppressionLifted e -> SUPPRESSION_LIFTED;
            case DripEntry.DripEnrolled e -> DRIP_ENROLLED;
            case DripEntry.DripAdvanced e -> DRIP_ADVANCED;
            case DripEntry.DripPaused e -> DRIP_PAUSED;
            case DripEntry.DripResumed e -> DRIP_RESUMED;
            case DripEntry.DripStopped e -> DRIP_STOPPED;
            case DripEntry.DripFinished e -> DRIP_FINISHED;
            case MapEntry.MapEntered e -> MAP_ENTERED;
            case MapEntry.MapClosed e -> MAP_CLOSED;
            case MapEntry.MapReopened e -> MAP_REOPENED;
            case MapEntry.TrackOpened e -> TRACK_OPENED;
            case MapEntry.TrackReady e -> TRACK_READY;
            case MapEntry.TrackClosed e -> TRACK_CLOSED;
            case MapEntry.TrackReopened e -> TRACK_REOPENED;
            case MapEntry.StepCompleted e -> STEP_COMPLETED;
            case MapEntry.StepCleared e -> STEP_CLEARED;
            case TriggerEntry.TriggerFired e -> TRIGGER_FIRED;
            case TriggerEntry.TriggerHeld e -> TRIGGER_HELD;
            case TriggerEntry.TriggerExpired e -> TRIGGER_EXPIRED;
            case TriggerEntry.TriggerSkipped e -> TRIGGER_SKIPPED;
            case ContactEntry.SweepProposed e -> SWEEP_PROPOSED;
            case PmsEntry.PatientLinked e -> PATIENT_LINKED;
            case PmsEntry.AppointmentLinked e -> APPOINTMENT_LINKED;
            case PmsEntry.AppointmentUnlinked e -> APPOINTMENT_UNLINKED;
            case PmsEntry.AppointmentChanged e -> APPOINTMENT_CHANGED;
        };
    }
}
