package io.leadmap.application.configuration;

import io.leadmap.application.json.JsonFields;

import java.util.regex.Pattern;

/** Ids of what a practice configures: they become part of keys and addresses. */
final class Ids {

    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

    private Ids() {}

    static String read(JsonFields fields) {
        return checked(fields, fields.requiredText("id"));
    }

    /**
     * @param otherwise the id of what names none
     */
    static String read(JsonFields fields, String otherwise) {
        return checked(fields, fields.text("id", otherwise));
    }

    private static String checked(JsonFields fields, String id) {
        if (!id.isEmpty() && !FORM.matcher(id).matches()) {
            fields.invalid("id", "lower-case letters, digits and dashes are needed, 40 at most");
        }
        return id;
    }
}
