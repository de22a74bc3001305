package io.leadmap.domain.decide;

import io.leadmap.domain.practice.Role;

import java.util.List;

/** Why a command was refused. A value, not a fault: the caller can mend it. */
public sealed interface Refusal {

    /** The caller's roles do not allow it. */
    record RoleNeeded(Role role) implements Refusal {}

    /** The lead is linked to a live appointment; an administrator could (domain section 9). */
    record OwnerLocked() implements Refusal {}

    /** The input alone is wrong. */
    record Invalid(List<FieldError> errors) implements Refusal {
        public Invalid {
            errors = List.copyOf(errors);
        }

        public Invalid(String field, String message) {
            this(List.of(new FieldError(field, message)));
        }
    }

    /** One wrong field and what to do about it. */
    record FieldError(String field, String message) {}

    /** The lead's state forbids it. */
    record Conflict(Reason reason, String message) implements Refusal {}

    /** The reasons of a conflict, as the API names them in kebab case. */
    enum Reason {
        STEP_NOT_OPEN,
        TRACK_NOT_READY,
        MAP_CLOSED,
        NO_MAP,
        ALREADY_ENROLLED,
        NOT_ENROLLED,
        CAMPAIGN_OFF,
        NO_EMAIL,
        ADDRESS_CHANGED,
        MAIL_BLOCKED,
        COMPLAINT_STANDS,
        LEAD_CLOSED,
        LEAD_BOOKED,
        NO_TRANSFER,
        TRANSFER_PENDING,
        NOT_SPAM,
        NOT_TO_TAKE_OVER,
        NOT_UNCERTAIN
    }

    /** Something that the call names does not exist: a campaign, a step, a track. */
    record Unknown(String what) implements Refusal {}
}
