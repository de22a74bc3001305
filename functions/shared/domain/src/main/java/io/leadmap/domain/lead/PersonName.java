package io.leadmap.domain.lead;

import io.leadmap.domain.appointment.Patient;
import io.leadmap.domain.text.Words;

import org.jspecify.annotations.Nullable;

/**
 * A person's name as it is compared with another's (domain section 2, text): by the comparison
 * form, and wherever it is split, because {@code Jan van} + {@code Dijk} is {@code Jan} + {@code
 * van Dijk}.
 *
 * @param first null if it is not known
 * @param last null if it is not known
 */
public record PersonName(@Nullable String first, @Nullable String last) {

    public PersonName {
        first = first == null ? null : Words.comparisonForm(first);
        last = last == null ? null : Words.comparisonForm(last);
    }

    public static PersonName of(Fields fields) {
        return new PersonName(fields.text(FieldKey.FIRST_NAME), fields.text(FieldKey.LAST_NAME));
    }

    public static PersonName of(Patient patient) {
        return new PersonName(patient.firstName(), patient.lastName());
    }

    /** Tells whether both have a last name and it is the same. */
    public boolean sharesLastName(PersonName other) {
        return (last != null && last.equals(other.last))
                || ((last != null || other.last != null) && isWhole(other));
    }

    /** Tells whether both have a first name and it is the same. */
    public boolean sharesFirstName(PersonName other) {
        return (first != null && first.equals(other.first)) || isWhole(other);
    }

    /** Tells whether both have a first name and it is another; blanks agree. */
    public boolean contradictsFirstName(PersonName other) {
        return first != null
                && other.first != null
                && !first.equals(other.first)
                && !isWhole(other);
    }

    /** Tells whether the last name is the same, or neither has one. */
    public boolean agreesInLastName(PersonName other) {
        return sharesLastName(other) || (last == null && other.last == null);
    }

    /**
     * Tells whether this name stands in one field as the other stands in two: {@code Jan van Dijk}
     * and no last name. What is blank then is not missing.
     */
    public boolean isAllOf(PersonName other) {
        return isWhole(other) && (first == null || last == null);
    }

    /** Tells whether both are the same when first and last name are read as one. */
    private boolean isWhole(PersonName other) {
        String whole = whole();
        return !whole.isEmpty() && whole.equals(other.whole());
    }

    private String whole() {
        return (first == null ? "" : first) + (last == null ? "" : last);
    }
}
