package io.leadmap.domain.practice;

import io.leadmap.domain.text.Line;

import java.util.List;

/**
 * A field that an administrator defined (domain section 2).
 *
 * @param key letters, digits and dashes; addressed as {@code custom.KEY}
 * @param options the allowed values of a dropdown, radio or checkbox; empty for the other kinds. A
 *     checkbox with no options is a single yes or no
 */
public record CustomField(String key, String label, Kind kind, List<String> options) {

    public CustomField {
        label = Line.of(label);
        options = options.stream().map(Line::of).toList();
    }

    /** How the value is typed. */
    public enum Kind {
        TEXT,
        NUMBER,
        DATE,
        DROPDOWN,
        RADIO,
        CHECKBOX
    }
}
