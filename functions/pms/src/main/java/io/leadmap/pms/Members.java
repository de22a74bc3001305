package io.leadmap.pms;

import io.leadmap.domain.text.Digits;
import io.micronaut.json.tree.JsonNode;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * The members of a JSON object, read with their types; a value is never quoted in what is said to
 * be wrong.
 */
final class Members {

    private static final int TEXT = 1000;
    private static final int ID = 200;
    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    private final JsonNode object;
    private final String path;

    private Members(JsonNode object, String path) {
        this.object = object;
        this.path = path;
    }

    static Members of(JsonNode node) throws Wrong {
        if (!node.isObject()) {
            throw new Wrong("", "Send one JSON object.");
        }
        return new Members(node, "");
    }

    Members object(String name) throws Wrong {
        return optionalObject(name).orElseThrow(() -> missing(name));
    }

    Optional<Members> optionalObject(String name) throws Wrong {
        Optional<JsonNode> node = find(name);
        if (node.isPresent() && !node.get().isObject()) {
            throw wrong(name, "Send an object.");
        }
        return node.map(n -> new Members(n, path + name + "."));
    }

    /** A text that must be there. */
    String text(String name) throws Wrong {
        return optionalText(name).orElseThrow(() -> missing(name));
    }

    /** The id of something in the PMS. */
    String id(String name) throws Wrong {
        String id = text(name);
        if (id.length() > ID) {
            throw wrong(name, "Send at most " + ID + " characters.");
        }
        return id;
    }

    /** A text without blanks around it; blank is missing. */
    Optional<String> optionalText(String name) throws Wrong {
        Optional<JsonNode> node = find(name);
        if (node.isEmpty()) {
            return Optional.empty();
        }
        if (!node.get().isString()) {
            throw wrong(name, "Send a text.");
        }
        String text = node.get().getStringValue().strip();
        if (text.length() > TEXT) {
            throw wrong(name, "Send at most " + TEXT + " characters.");
        }
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    Optional<Long> wholeNumber(String name) throws Wrong {
        Optional<JsonNode> node = find(name);
        if (node.isEmpty()) {
            return Optional.empty();
        }
        if (!node.get().isNumber()) {
            throw wrong(name, "Send a number.");
        }
        try {
            return Optional.of(node.get().getBigDecimalValue().longValueExact());
        } catch (ArithmeticException e) {
            throw wrong(name, "Send a whole number.");
        }
    }

    /** A time with its offset. */
    Optional<Instant> time(String name) throws Wrong {
        Optional<String> text = optionalText(name);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            Instant time = OffsetDateTime.parse(text.get()).toInstant();
            if (time.isBefore(EARLIEST) || time.isAfter(LATEST)) {
                throw wrong(name, "Send a time between 1900 and 2200.");
            }
            return Optional.of(time);
        } catch (DateTimeException e) {
            throw wrong(name, "Send a time such as 2026-03-01T00:00:00Z.");
        }
    }

    Optional<LocalDate> date(String name) throws Wrong {
        Optional<String> text = optionalText(name);
        try {
            return text.map(LocalDate::parse);
        } catch (DateTimeException e) {
            throw wrong(name, "Send a date such as 1980-12-31.");
        }
    }

    /** An amount of money, written as text so that nobody rounds it. */
    BigDecimal amount(String name) throws Wrong {
        String text = text(name);
        if (!text.matches("-?\\d{1,12}(\\.\\d{1,4})?")) {
            throw wrong(name, "Send an amount such as \"120.00\".");
        }
        return Digits.decimal(text).orElseThrow();
    }

    Wrong missing(String name) {
        return wrong(name, "This is needed.");
    }

    Wrong wrong(String name, String message) {
        return new Wrong(path + name, message);
    }

    private Optional<JsonNode> find(String name) {
        return Optional.ofNullable(object.get(name)).filter(node -> !node.isNull());
    }

    /** A member is not what the format says. */
    static final class Wrong extends Exception {

        private final String where;
        private final String message;

        Wrong(String where, String message) {
            super(where + ": " + message);
            this.where = where;
            this.message = message;
        }

        String where() {
            return where;
        }

        String message() {
            return message;
        }
    }
}
