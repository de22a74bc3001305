package io.leadmap.domain.lead;

import io.leadmap.domain.text.Line;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;

/** The typed value of one field of a lead; a field without a value is blank. */
public sealed interface FieldValue {

    /** How much text this is, in bytes of UTF-8. */
    default int size() {
        return switch (this) {
            case Text(String text) -> bytes(text);
            case Choices(List<String> chosen) -> bytes(String.join("", chosen));
            case Postal(PostalAddress a) ->
                    bytes(
                            a.line1()
                                    + a.line2()
                                    + a.city()
                                    + a.region()
                                    + a.postalCode()
                                    + a.country());
            case Number n -> n.value().precision();
            case Day d -> 0;
            case Flag f -> 0;
            case Unread u -> 0;
        };
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    /** Text; in which form it is kept depends on its field ({@link Fields#kept}). */
    record Text(String value) implements FieldValue {

        /** Says nothing, and makes a field blank. */
        public static final Text BLANK = new Text("");
    }

    record Number(BigDecimal value) implements FieldValue {}

    record Day(LocalDate value) implements FieldValue {}

    /** A single checkbox. */
    record Flag(boolean value) implements FieldValue {}

    /** The chosen options of a checkbox with several, in the field's order. */
    record Choices(List<String> values) implements FieldValue {
        public Choices {
            values = values.stream().map(Line::of).toList();
        }
    }

    record Postal(PostalAddress value) implements FieldValue {}

    /**
     * What was given for a field and could not be read: commands may carry it, and it is always
     * refused; no field and no entry ever holds it.
     *
     * @param message what to do about it, for whoever typed it
     */
    record Unread(String message) implements FieldValue {}
}
