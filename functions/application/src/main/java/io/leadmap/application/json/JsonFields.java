package io.leadmap.application.json;

import io.leadmap.domain.decide.Refusal.FieldError;
import io.leadmap.domain.text.Line;
import io.micronaut.json.tree.JsonNode;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Reads a JSON object strictly and by name. Whatever is wrong is collected with its path: {@link
 * #malformed} holds wrong types and every name that nobody read, {@link #invalid} holds values that
 * are missing or impossible. A wrong value reads as a blank one, so that reading goes on and finds
 * the rest.
 *
 * <p>What people send may say null only where that means something, as in a merge patch: {@link
 * #text(String)} and {@link #node} take it. In a document, null is as good as missing.
 */
public class JsonFields {

    private final JsonNode object;
    private final String path;
    private final boolean document;
    private final List<FieldError> malformed;
    private final List<FieldError> invalid;
    private final Set<String> read = new HashSet<>();
    private final List<JsonFields> inner = new ArrayList<>();

    /** Reads what somebody sent. */
    protected JsonFields(JsonNode object) {
        this(object, "", false, new ArrayList<>(), new ArrayList<>());
    }

    private JsonFields(
            JsonNode object,
            String path,
            boolean document,
            List<FieldError> malformed,
            List<FieldError> invalid) {
        this.object = object;
        this.path = path;
        this.document = document;
        this.malformed = malformed;
        this.invalid = invalid;
    }

    /** Reads a whole document; anything but an object is one error without a path. */
    public static JsonFields of(JsonNode document) {
        JsonNode object = document.isObject() ? document : JsonNode.createObjectNode(Map.of());
        JsonFields fields = new JsonFields(object, "", true, new ArrayList<>(), new ArrayList<>());
        if (document.isObject()) {
            return fields;
        }
        fields.malformed.add(new FieldError("", "an object is needed"));
        return fields;
    }

    /** The names that the object has, in their order. */
    public final Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        object.entries().forEach(member -> names.add(member.getKey()));
        return names;
    }

    /** Tells whether the object has this member, be it null. */
    public final boolean has(String name) {
        return object.get(name) != null;
    }

    /** A member as it stands, null if it is missing or null. */
    public final @Nullable JsonNode node(String name) {
        read.add(name);
        JsonNode value = object.get(name);
        return value == null || value.isNull() ? null : value;
    }

    /** A text, null if it is missing or null. */
    public final @Nullable String text(String name) {
        JsonNode value = node(name);
        if (value == null) {
            return null;
        }
        if (!value.isString()) {
            wrongType(name, "a text is needed");
            return null;
        }
        String text = value.getStringValue();
        if (!Characters.isText(text)) {
            wrongType(name, "control characters and broken characters are not allowed");
            return null;
        }
        return text;
    }

    /** A member as it stands, null if it is missing; it is wrong to send null. */
    private @Nullable JsonNode given(String name) {
        JsonNode value = node(name);
        JsonNode sent = object.get(name);
        if (!document && value == null && sent != null) {
            invalid(name, "null says nothing here; leave it out");
        }
        return value;
    }

    /** A text, null if it is missing; it is wrong to send null. */
    public final @Nullable String givenText(String name) {
        return given(name) == null ? null : text(name);
    }

    /** A text that is needed and not blank. */
    public final String requiredText(String name) {
        String text = text(name);
        if (text != null && !Line.of(text).isEmpty()) {
            return text;
        }
        missingUnlessWrong(name, text);
        return "";
    }

    /** A text, or what stands for it where it is missing. */
    public final String text(String name, String otherwise) {
        String text = givenText(name);
        return text == null ? otherwise : text;
    }

    /** A boolean, null if it is missing. */
    public final @Nullable Boolean flag(String name) {
        JsonNode value = given(name);
        if (value != null && !value.isBoolean()) {
            wrongType(name, "true or false is needed");
            return null;
        }
        return value == null ? null : value.getBooleanValue();
    }

    /** A boolean, or what stands for it where it is missing. */
    public final boolean flag(String name, boolean otherwise) {
        Boolean flag = flag(name);
        return flag == null ? otherwise : flag;
    }

    /** A whole number within bounds, or what stands for it where it is missing. */
    public final int number(String name, int otherwise, int least, int most) {
        JsonNode value = given(name);
        if (value == null) {
            return otherwise;
        }
        if (!value.isNumber()) {
            wrongType(name, "a number is needed");
            return otherwise;
        }
        BigDecimal number = value.getBigDecimalValue();
        if (number.stripTrailingZeros().scale() > 0
                || number.compareTo(BigDecimal.valueOf(least)) < 0
                || number.compareTo(BigDecimal.valueOf(most)) > 0) {
            invalid(name, "a whole number from " + least + " to " + most + " is needed");
            return otherwise;
        }
        return number.intValue();
    }

    /** A time as RFC 3339, null if it is missing. */
    public final @Nullable Instant instant(String name) {
        String text = givenText(name);
        if (text == null) {
            return null;
        }
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            invalid(name, "a time like 2026-02-27T09:30:00Z is needed");
            return null;
        }
    }

    /**
     * An ISO 8601 duration of days, hours, minutes and seconds, or what stands for it where it is
     * missing or null.
     */
    public final Duration duration(String name, Duration otherwise) {
        String text = givenText(name);
        if (text == null) {
            return otherwise;
        }
        try {
            Duration duration =
                    text.endsWith("W")
                            ? Duration.ofDays(Period.parse(text).getDays())
                            : Duration.parse(text);
            if (!duration.isNegative() && duration.toDays() <= 3_660) {
                return duration;
            }
        } catch (DateTimeException e) {
            // said below
        }
        invalid(name, "a duration like PT24H or P2D is needed");
        return otherwise;
    }

    /** A value of an enum as it is named, null if it is missing. */
    public final <E extends Enum<E>> @Nullable E constant(String name, Class<E> type) {
        return choice(name, type, UnaryOperator.identity());
    }

    /** A value of an enum in camel case ({@code noAnswer}), null if it is missing. */
    public final <E extends Enum<E>> @Nullable E camel(String name, Class<E> type) {
        return choice(name, type, Names::camel);
    }

    private <E extends Enum<E>> @Nullable E choice(
            String name, Class<E> type, UnaryOperator<String> written) {
        String text = givenText(name);
        if (text == null) {
            return null;
        }
        List<String> allowed = new ArrayList<>();
        for (E constant : type.getEnumConstants()) {
            if (written.apply(constant.name()).equals(text)) {
                return constant;
            }
            allowed.add(written.apply(constant.name()));
        }
        invalid(name, "one of " + String.join(", ", allowed) + " is needed");
        return null;
    }

    /** A list of texts, empty if it is missing. */
    public final List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        for (JsonNode element : elements(name)) {
            if (element.isString() && Characters.isText(element.getStringValue())) {
                texts.add(element.getStringValue());
            } else {
                wrongType(name + "[" + texts.size() + "]", "a text is needed");
                return texts;
            }
        }
        return texts;
    }

    /** An object within this one, null if it is missing. */
    public final @Nullable JsonFields object(String name) {
        JsonNode value = given(name);
        if (value == null) {
            return null;
        }
        if (!value.isObject()) {
            wrongType(name, "an object is needed");
            return null;
        }
        return inner(name, value);
    }

    /** An object within this one; an empty one if it is missing. */
    public final JsonFields objectOrEmpty(String name) {
        JsonFields found = object(name);
        return found == null ? inner(name, JsonNode.createObjectNode(Map.of())) : found;
    }

    /** A list of objects within this one, empty if it is missing. */
    public final List<JsonFields> objects(String name) {
        List<JsonFields> objects = new ArrayList<>();
        for (JsonNode element : elements(name)) {
            String at = name + "[" + objects.size() + "]";
            if (!element.isObject()) {
                wrongType(at, "an object is needed");
            }
            objects.add(
                    inner(at, element.isObject() ? element : JsonNode.createObjectNode(Map.of())));
        }
        return objects;
    }

    /** The members of an object whose names are not known beforehand, empty if it is missing. */
    public final Map<String, JsonNode> members(String name) {
        JsonFields fields = object(name);
        Map<String, JsonNode> members = new LinkedHashMap<>();
        if (fields != null) {
            fields.object
                    .entries()
                    .forEach(member -> {
                        fields.read.add(member.getKey());
                        members.put(member.getKey(), member.getValue());
                    });
        }
        return members;
    }

    /** Collects a value of the wrong type. */
    public final void wrongType(String name, String message) {
        malformed.add(new FieldError(path + name, message));
    }

    /** Collects a value that cannot be taken. */
    public final void invalid(String name, String message) {
        invalid.add(new FieldError(path + name, message));
    }

    /** Collects a value that is missing. */
    public final void missing(String name) {
        invalid(name, "is needed");
    }

    /** Wrong types and names that nobody read, of this object and those within. */
    public final List<FieldError> malformed() {
        List<FieldError> errors = new ArrayList<>(malformed);
        unknown(errors);
        return errors;
    }

    /** Values that are missing or impossible, of this object and those within. */
    public final List<FieldError> invalid() {
        return List.copyOf(invalid);
    }

    private void missingUnlessWrong(String name, @Nullable String text) {
        JsonNode value = object.get(name);
        if (text != null || value == null || value.isNull()) {
            missing(name);
        }
    }

    private List<JsonNode> elements(String name) {
        JsonNode value = given(name);
        List<JsonNode> elements = new ArrayList<>();
        if (value != null && !value.isArray()) {
            wrongType(name, "a list is needed");
        } else if (value != null) {
            value.values().forEach(elements::add);
        }
        return elements;
    }

    private JsonFields inner(String name, JsonNode value) {
        JsonFields fields = new JsonFields(value, path + name + ".", document, malformed, invalid);
        inner.add(fields);
        return fields;
    }

    private void unknown(List<FieldError> errors) {
        for (String name : names()) {
            if (!read.contains(name)) {
                errors.add(new FieldError(path + Characters.printable(name), "is not known"));
            }
        }
        inner.forEach(fields -> fields.unknown(errors));
    }
}
