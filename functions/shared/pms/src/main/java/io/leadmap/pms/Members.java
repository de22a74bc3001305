package io.leadmap.pms;

import io.leadmap.domain.text.Digits;
import io.leadmap.json.StrictView;
import io.micronaut.json.tree.JsonNode;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * What a strict view says, within the limits that a PMS must keep to: lengths, years, amounts of
 * money. What is missing or wrong is collected there, and reads as a blank; a value is never quoted
 * in what is said to be wrong.
 */
record Members(StrictView view) {

    private static final int TEXT = 1000;
    private static final int ID = 200;
    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    /** An object that must be there. */
    Members object(String name) {
        if (view.node(name) == null) {
            view.missing(name);
        }
        return new Members(view.objectOrEmpty(name));
    }

    Optional<Members> optionalObject(String name) {
        return Optional.ofNullable(view.object(name)).map(Members::new);
    }

    /** A text that must be there. */
    String text(String name) {
        return needed(name, optionalText(name), "");
    }

    /** The id of something in the PMS. */
    String id(String name) {
        String id = text(name);
        if (id.length() > ID) {
            view.invalid(name, "Send at most " + ID + " characters.");
        }
        return id;
    }

    /** A text without blanks around it; blank is missing. */
    Optional<String> optionalText(String name) {
        JsonNode node = view.node(name);
        if (node == null) {
            return Optional.empty();
        }
        if (!node.isString()) {
            view.wrongType(name, "Send a text.");
            return Optional.empty();
        }
        String text = node.getStringValue().strip();
        if (text.length() > TEXT) {
            view.invalid(name, "Send at most " + TEXT + " characters.");
            return Optional.empty();
        }
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    Optional<Long> wholeNumber(String name) {
        JsonNode node = view.node(name);
        if (node == null) {
            return Optional.empty();
        }
        if (!node.isNumber()) {
            view.wrongType(name, "Send a number.");
            return Optional.empty();
        }
        try {
            return Optional.of(node.getBigDecimalValue().longValueExact());
        } catch (ArithmeticException e) {
            view.invalid(name, "Send a whole number.");
            return Optional.empty();
        }
    }

    /** A time that must be there. */
    Instant time(String name) {
        return needed(name, optionalTime(name), Instant.EPOCH);
    }

    /** A time with its offset. */
    Optional<Instant> optionalTime(String name) {
        Optional<String> text = optionalText(name);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            Instant time = OffsetDateTime.parse(text.get()).toInstant();
            if (!time.isBefore(EARLIEST) && !time.isAfter(LATEST)) {
                return Optional.of(time);
            }
            view.invalid(name, "Send a time between 1900 and 2200.");
        } catch (DateTimeException e) {
            view.invalid(name, "Send a time such as 2026-03-01T00:00:00Z.");
        }
        return Optional.empty();
    }

    Optional<LocalDate> date(String name) {
        Optional<String> text = optionalText(name);
        try {
            return text.map(LocalDate::parse);
        } catch (DateTimeException e) {
            view.invalid(name, "Send a date such as 1980-12-31.");
            return Optional.empty();
        }
    }

    /** An amount of money, written as text so that nobody rounds it. */
    BigDecimal amount(String name) {
        String text = text(name);
        if (!text.isEmpty() && !text.matches("-?\\d{1,12}(\\.\\d{1,4})?")) {
            view.invalid(name, "Send an amount such as \"120.00\".");
        }
        return Digits.decimal(text).orElse(BigDecimal.ZERO);
    }

    /** Collects a value that cannot be taken. */
    void invalid(String name, String message) {
        view.invalid(name, message);
    }

    private <T> T needed(String name, Optional<T> value, T blank) {
        JsonNode sent = view.node(name);
        if (value.isEmpty() && (sent == null || isBlank(sent))) {
            view.missing(name);
        }
        return value.orElse(blank);
    }

    private static boolean isBlank(JsonNode node) {
        return node.isString() && node.getStringValue().strip().isEmpty();
    }
}
