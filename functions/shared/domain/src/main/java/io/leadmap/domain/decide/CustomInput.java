package io.leadmap.domain.decide;

import io.leadmap.domain.decide.FieldInput.Blank;
import io.leadmap.domain.decide.FieldInput.Read;
import io.leadmap.domain.lead.FieldKey;
import io.leadmap.domain.lead.FieldValue;
import io.leadmap.domain.practice.CustomField;
import io.leadmap.domain.text.Digits;
import io.leadmap.domain.text.Words;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the value of a field that the practice defined, typed as it is defined (domain section 2).
 */
final class CustomInput {

    private static final int TEXT = 2_000;
    private static final int DIGITS = 30;
    private static final Set<String> YES = Set.of("true", "on", "yes", "1");
    private static final Set<String> NO = Set.of("false", "off", "no", "0");

    private CustomInput() {}

    static FieldInput read(CustomField field, FieldValue given) {
        FieldKey key = FieldKey.custom(field.key());
        return switch (field.kind()) {
            case TEXT -> text(key, given);
            case NUMBER -> number(key, given);
            case DATE ->
                    day(given)
                            .<FieldInput>map(d -> new Read(new FieldValue.Day(d)))
                            .orElseGet(
                                    () -> FieldInput.wrong(key, "Write a day such as 2026-12-31."));
            case DROPDOWN, RADIO -> option(key, field, given);
            case CHECKBOX ->
                    field.options().isEmpty() ? flag(key, given) : choices(key, field, given);
        };
    }

    /** A day, or a text that is one as ISO 8601 writes it. */
    static Optional<LocalDate> day(FieldValue given) {
        if (given instanceof FieldValue.Day(LocalDate day)) {
            return Optional.of(day);
        }
        if (!(given instanceof FieldValue.Text(String text))) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(text))
                    .filter(d -> d.getYear() >= 1 && d.getYear() <= 9999);
        } catch (DateTimeException impossible) {
            return Optional.empty();
        }
    }

    private static FieldInput text(FieldKey key, FieldValue given) {
        if (!(given instanceof FieldValue.Text(String text))) {
            return FieldInput.wrong(key, "Give this as text.");
        }
        return text.length() > TEXT
                ? FieldInput.wrong(key, Texts.tooLong(TEXT))
                : new Read(new FieldValue.Text(text));
    }

    private static FieldInput number(FieldKey key, FieldValue given) {
        BigDecimal number = null;
        if (given instanceof FieldValue.Number(BigDecimal value)) {
            number = value;
        } else if (given instanceof FieldValue.Text(String text) && text.length() <= DIGITS) {
            number = Digits.decimal(text).orElse(null);
        }
        if (number == null) {
            return FieldInput.wrong(key, "Write a number such as 12 or 12.5.");
        }
        return number.precision() > DIGITS || Math.abs((long) number.scale()) > DIGITS
                ? FieldInput.wrong(key, "Write a number of at most " + DIGITS + " digits.")
                : new Read(new FieldValue.Number(number));
    }

    private static FieldInput option(FieldKey key, CustomField field, FieldValue given) {
        String chosen = given instanceof FieldValue.Text(String text) ? text : "";
        if (given instanceof FieldValue.Choices(List<String> one) && one.size() == 1) {
            chosen = one.getFirst();
        }
        return field.options().contains(chosen)
                ? new Read(new FieldValue.Text(chosen))
                : FieldInput.wrong(
                        key, "Choose one of: " + String.join(", ", field.options()) + ".");
    }

    private static FieldInput flag(FieldKey key, FieldValue given) {
        if (given instanceof FieldValue.Flag) {
            return new Read(given);
        }
        if (given instanceof FieldValue.Text(String text)) {
            String word = Words.comparisonForm(text);
            if (YES.contains(word)) {
                return new Read(new FieldValue.Flag(true));
            }
            if (NO.contains(word)) {
                return new Read(new FieldValue.Flag(false));
            }
        }
        return FieldInput.wrong(key, "Answer true or false.");
    }

    private static FieldInput choices(FieldKey key, CustomField field, FieldValue given) {
        List<String> chosen;
        if (given instanceof FieldValue.Choices(List<String> several)) {
            chosen = several;
        } else if (given instanceof FieldValue.Text(String one)) {
            chosen = List.of(one);
        } else {
            return FieldInput.wrong(key, "Give a list of the chosen options.");
        }
        if (chosen.isEmpty()) {
            return new Blank();
        }
        return field.options().containsAll(chosen)
                ? new Read(
                        new FieldValue.Choices(
                                field.options().stream().filter(chosen::contains).toList()))
                : FieldInput.wrong(key, "Choose from: " + String.join(", ", field.options()) + ".");
    }
}
