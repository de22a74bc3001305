package io.leadmap.formintake;

import io.leadmap.domain.decide.Refusal.FieldError;

import java.time.Duration;
import java.util.List;

/** What became of a submission. Nothing here tells whether the person is known. */
sealed interface FormOutcome {

    /**
     * It is kept.
     *
     * @param reference new for each submission and no lead's id; an identical submission gets the
     *     first one's
     */
    record Taken(String reference) implements FormOutcome {}

    /** Fields that people can mend, with what to do. */
    record Wrong(List<FieldError> errors) implements FormOutcome {
        public Wrong {
            errors = List.copyOf(errors);
        }
    }

    /** Names that the form does not have, where a program sent them. */
    record UnknownFields(List<FieldError> errors) implements FormOutcome {
        public UnknownFields {
            errors = List.copyOf(errors);
        }
    }

    /** This address has sent too much; it may come again after a while. */
    record TooMany(Duration retryAfter) implements FormOutcome {}
}
