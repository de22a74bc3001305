package io.leadmap.practice;

import io.leadmap.json.StrictView;

import java.util.regex.Pattern;

/** Ids of what a practice configures: they become part of keys and addresses. */
final class Ids {

    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

    private Ids() {}

    static String read(StrictView fields) {
        return checked(fields, fields.requiredText("id"));
    }

    /**
     * @param otherwise the id of what names none
     */
    static String read(StrictView fields, String otherwise) {
        return checked(fields, fields.text("id", otherwise));
    }

    private static String checked(StrictView fields, String id) {
        if (!id.isEmpty() && !FORM.matcher(id).matches()) {
            fields.invalid("id", "lower-case letters, digits and dashes are needed, 40 at most");
        }
        return id;
    }
}
