package io.leadmap.lambda;

import io.leadmap.domain.decide.Refusal.FieldError;
import io.leadmap.domain.text.Digits;
import io.leadmap.json.Characters;

import org.jspecify.annotations.Nullable;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Reads the parameters of a query strictly: what is wrong is collected, and {@link #then} answers
 * 400 with all of it. Until then a wrong value reads as a missing one. Names that the call does not
 * know, blank values and several values of one name have been refused by {@link Routes}.
 */
public final class QueryParameters {

    private static final int DEFAULT_LIMIT = 50;
    private static final int MOST = 200;
    private static final int LONGEST = 500;
    private static final Set<String> OF_PAGES = Set.of("cursor", "limit", "total");

    private final HttpRequest request;
    private final List<FieldError> errors = new ArrayList<>();

    public QueryParameters(HttpRequest request) {
        this.request = request;
    }

    /** A text, null if it is missing. */
    public @Nullable String text(String name) {
        String text = request.query(name).orElse("").strip();
        if (text.length() > LONGEST || !Characters.isText(text)) {
            wrong(name, "a shorter, plain text is needed");
            return null;
        }
        return text.isEmpty() ? null : text;
    }

    /** Where the page before ended, as it said; null for the first. */
    @Nullable String cursor() {
        String cursor = request.query("cursor").orElse("");
        return cursor.isEmpty() ? null : cursor;
    }

    /** Several values, given by commas. */
    public Set<String> several(String name) {
        Set<String> values = new LinkedHashSet<>();
        String text = text(name);
        if (text != null) {
            for (String value : text.split(",", -1)) {
                values.add(value.strip());
            }
            if (values.remove("")) {
                wrong(name, "a value is needed on either side of a comma");
            }
        }
        return values;
    }

    /** A whole number within bounds. */
    public int number(String name, int otherwise, int least, int most) {
        String text = text(name);
        if (text == null) {
            return otherwise;
        }
        OptionalLong number = Digits.whole(text);
        if (number.isPresent() && number.getAsLong() >= least && number.getAsLong() <= most) {
            return (int) number.getAsLong();
        }
        wrong(name, "a whole number from " + least + " to " + most + " is needed");
        return otherwise;
    }

    /** How many items a page may have: 50, and at most 200. */
    public int limit() {
        return number("limit", DEFAULT_LIMIT, 1, MOST);
    }

    /** A date like 2026-02-27, null if it is missing. */
    public @Nullable LocalDate date(String name) {
        String text = text(name);
        try {
            LocalDate date = text == null ? null : LocalDate.parse(text);
            if (date == null || (date.getYear() >= 1900 && date.getYear() <= 2999)) {
                return date;
            }
        } catch (DateTimeException e) {
            // said below
        }
        wrong(name, "a date like 2026-02-27 is needed");
        return null;
    }

    /** A time like 2026-02-27T09:30:00Z, null if it is missing. */
    public @Nullable Instant instant(String name) {
        String text = text(name);
        try {
            // A plus sign in a query means a space.
            return text == null ? null : OffsetDateTime.parse(text.replace(' ', '+')).toInstant();
        } catch (DateTimeException e) {
            wrong(name, "a time like 2026-02-27T09:30:00Z is needed");
            return null;
        }
    }

    /** True or false, false if it is missing. */
    public boolean flag(String name) {
        String text = text(name);
        if (text != null && !text.equals("true") && !text.equals("false")) {
            wrong(name, "true or false is needed");
        }
        return "true".equals(text);
    }

    /** Collects a value that cannot be read. */
    public void wrong(String name, String message) {
        errors.add(new FieldError(name, message));
    }

    /** Goes on if all parameters are right, answers 400 otherwise. */
    public HttpResponse then(Supplier<HttpResponse> next) {
        return errors.isEmpty() ? next.get() : Problem.malformed(errors).response();
    }

    /** What is asked for, in one text that is the same for the same question, whatever the page. */
    public String question() {
        StringBuilder question = new StringBuilder(request.path());
        new TreeMap<>(request.query())
                .forEach((name, values) -> {
                    if (!OF_PAGES.contains(name)) {
                        for (String value : values) {
                            question.append('\n').append(name).append('=').append(value.length());
                            question.append(':').append(value);
                        }
                    }
                });
        return question.toString();
    }
}
