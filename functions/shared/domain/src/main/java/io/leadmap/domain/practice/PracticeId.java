package io.leadmap.domain.practice;

import java.util.regex.Pattern;

/**
 * The tenant: one medical practice (domain section 1). Every stored key, token and public id starts
 * with it.
 *
 * @param value 2 to 24 lower-case letters and digits, beginning with a letter
 */
public record PracticeId(String value) {

    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9]{1,23}");

    public PracticeId {
        if (!isValid(value)) {
            throw new IllegalArgumentException("not a practice id");
        }
    }

    /** Tells whether a text has the form of a practice id, for values that come from outside. */
    public static boolean isValid(String value) {
        return FORM.matcher(value).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
