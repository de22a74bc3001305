package io.leadmap.domain.lead;

import java.util.regex.Pattern;

/**
 * A lead's id, unique in its practice, never reused and without meaning.
 *
 * @param value 8 to 40 letters and digits, lower case
 */
public record LeadId(String value) {

    private static final Pattern FORM = Pattern.compile("[a-z0-9]{8,40}");

    public LeadId {
        if (!isValid(value)) {
            throw new IllegalArgumentException("not a lead id");
        }
    }

    /** Tells whether a text has the form of a lead id, for values that come from outside. */
    public static boolean isValid(String value) {
        return FORM.matcher(value).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
