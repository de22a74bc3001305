package io.leadmap.domain.decide;

import io.leadmap.domain.lead.FieldKey;
import io.leadmap.domain.lead.FieldValue;
import io.leadmap.domain.lead.Fields;
import io.leadmap.domain.lead.Phone;
import io.leadmap.domain.lead.PostalAddress;
import io.leadmap.domain.mail.EmailAddress;
import io.leadmap.domain.practice.CustomField;
import io.leadmap.domain.practice.Practice;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads what came from outside as the value that a field takes (domain section 2): texts of forms
 * become numbers, days and choices where the field's definition says so. Every error says what to
 * do.
 */
public sealed interface FieldInput {

    /** The field takes this value. */
    record Read(FieldValue value) implements FieldInput {}

    /** Nothing was given: the field is blank. */
    record Blank() implements FieldInput {}

    record Wrong(Refusal.FieldError error) implements FieldInput {}

    /**
     * Reads one value.
     *
     * @param raw of any type, as it was typed; phones in the form of {@link Phone#stored}
     * @param now no birthday is later
     */
    static FieldInput read(Practice practice, FieldKey key, FieldValue raw, Instant now) {
        if (raw instanceof FieldValue.Unread(String message)) {
            return wrong(key, message);
        }
        FieldValue given = Fields.kept(key, raw);
        if (given.equals(FieldValue.Text.BLANK)) {
            return new Blank();
        }
        if (key.isCustom()) {
            Optional<CustomField> field = practice.field(key.customKey());
            return field.isPresent()
                    ? CustomInput.read(field.get(), given)
                    : wrong(key, "The practice has no such field; leave it out.");
        }
        if (key.equals(FieldKey.ADDRESS)) {
            return address(given);
        }
        if (key.equals(FieldKey.DATE_OF_BIRTH)) {
            return birthday(given, now);
        }
        return given instanceof FieldValue.Text(String text)
                ? text(key, text)
                : wrong(key, "Give this as text.");
    }

    /** An error of this field. */
    static Wrong wrong(FieldKey key, String message) {
        return new Wrong(new Refusal.FieldError(key.value(), message));
    }

    private static FieldInput text(FieldKey key, String text) {
        int limit = Limits.of(key);
        if (text.length() > limit) {
            return wrong(key, Texts.tooLong(limit));
        }
        if (key.equals(FieldKey.EMAIL)) {
            return switch (EmailAddress.read(text)) {
                case EmailAddress.Reading.Read(EmailAddress address) ->
                        new Read(new FieldValue.Text(address.typed()));
                case EmailAddress.Reading.Wrong(String message) -> wrong(key, message);
            };
        }
        if (key.equals(FieldKey.PHONE)) {
            return Phone.find(text).isPresent()
                    ? new Read(new FieldValue.Text(text))
                    : wrong(
                            key,
                            "Write a phone number with its area code, or with + and its country"
                                    + " code.");
        }
        if (key.equals(FieldKey.TIME_ZONE)) {
            return zone(key, text);
        }
        return new Read(new FieldValue.Text(text));
    }

    private static FieldInput zone(FieldKey key, String text) {
        try {
            return new Read(new FieldValue.Text(ZoneId.of(text).getId()));
        } catch (DateTimeException unknown) {
            return wrong(key, "Name a time zone such as Australia/Sydney.");
        }
    }

    private static FieldInput birthday(FieldValue given, Instant now) {
        Optional<LocalDate> day = CustomInput.day(given);
        if (day.isEmpty()) {
            return wrong(FieldKey.DATE_OF_BIRTH, "Write a day such as 1980-12-31.");
        }
        LocalDate latest = LocalDate.ofInstant(now, ZoneOffset.MAX); // the day that it is anywhere
        return day.get().isAfter(latest) || day.get().getYear() < Limits.EARLIEST_BIRTH_YEAR
                ? wrong(
                        FieldKey.DATE_OF_BIRTH,
                        "Write a day between " + Limits.EARLIEST_BIRTH_YEAR + " and today.")
                : new Read(new FieldValue.Day(day.get()));
    }

    private static FieldInput address(FieldValue given) {
        PostalAddress address;
        if (given instanceof FieldValue.Postal(PostalAddress postal)) {
            address =
                    new PostalAddress(
                            postal.line1(),
                            postal.line2(),
                            postal.city(),
                            postal.region(),
                            postal.postalCode(),
                            postal.country().toUpperCase(Locale.ROOT));
        } else if (given instanceof FieldValue.Text(String line)) {
            address = new PostalAddress(line, "", "", "", "", "");
        } else {
            return wrong(
                    FieldKey.ADDRESS,
                    "Give the address in its parts: line1, line2, city, region, postalCode,"
                            + " country.");
        }
        String all =
                String.join(
                        "",
                        address.line1(),
                        address.line2(),
                        address.city(),
                        address.region(),
                        address.postalCode(),
                        address.country());
        if (all.isEmpty()) {
            return new Blank();
        }
        if (all.length() > Limits.ADDRESS) {
            return wrong(FieldKey.ADDRESS, Texts.tooLong(Limits.ADDRESS));
        }
        return address.country().isEmpty() || Limits.COUNTRY.matcher(address.country()).matches()
                ? new Read(new FieldValue.Postal(address))
                : wrong(FieldKey.ADDRESS, "Give the country by its two letters, such as AU.");
    }

    /** Lengths in characters, and the forms that texts must have. */
    final class Limits {

        static final int ADDRESS = 600;
        static final int EARLIEST_BIRTH_YEAR = 1890;
        static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");

        private Limits() {}

        static int of(FieldKey key) {
            if (key.equals(FieldKey.EMAIL)) {
                return 254;
            }
            if (key.equals(FieldKey.FIRST_NAME) || key.equals(FieldKey.LAST_NAME)) {
                return 100;
            }
            return key.equals(FieldKey.COMMENT) ? 2_000 : 200;
        }
    }
}
