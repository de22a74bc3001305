package io.leadmap.runtime;

import io.leadmap.application.json.Json;
import io.leadmap.domain.decide.Refusal.FieldError;
import io.micronaut.json.tree.JsonNode;

import org.jspecify.annotations.Nullable;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Reads a JSON object strictly: whatever is wrong is collected, and {@link #then} answers 400
 * (malformed, unknown names, wrong types) or 422 (missing or impossible values) with all of it
 * instead of going on. Until then a wrong value reads as a blank one.
 */
public final class JsonBody {

    /** The size up to which bodies of agents' calls are read, in bytes. */
    public static final int LIMIT = 256 * 1024;

    private final JsonNode object;
    private final String prefix;
    private final Set<String> read = new HashSet<>();
    private final List<JsonBody> inner = new ArrayList<>();
    private final List<FieldError> malformed;
    private final List<FieldError> invalid;
    private final @Nullable Problem unreadable;

    private JsonBody(
            JsonNode object,
            String prefix,
            List<FieldError> malformed,
            List<FieldError> invalid,
            @Nullable Problem unreadable) {
        this.object = object;
        this.prefix = prefix;
        this.malformed = malformed;
        this.invalid = invalid;
        this.unreadable = unreadable;
    }

    /** The body of a call that needs one. */
    public static JsonBody of(HttpRequest request) {
        return request.body().length == 0
                ? unreadable(Problem.malformed("A JSON object is needed as the body."))
                : read(request);
    }

    /** The body of a call that may have none. */
    public static JsonBody ofOptional(HttpRequest request) {
        return request.body().length == 0 ? of(JsonNode.createObjectNode(Map.of())) : read(request);
    }

    /** An object that was read already. */
    public static JsonBody of(JsonNode object) {
        return new JsonBody(object, "", new ArrayList<>(), new ArrayList<>(), null);
    }

    private static JsonBody unreadable(Problem problem) {
        return new JsonBody(
                JsonNode.createObjectNode(Map.of()),
                "",
                new ArrayList<>(),
                new ArrayList<>(),
                problem);
    }

    private static JsonBody read(HttpRequest request) {
        if (request.body().length > LIMIT) {
            return unreadable(Problem.tooLarge(LIMIT));
        }
        String type = request.mediaType();
        if (!type.equals("application/json")
                && !(type.startsWith("application/") && type.endsWith("+json"))) {
            return unreadable(Problem.unsupportedMediaType("application/json"));
        }
        try {
            JsonNode node = Json.read(request.body());
            return node.isObject()
                    ? of(node)
                    : unreadable(Problem.malformed("A JSON object is needed as the body."));
        } catch (Json.Malformed e) {
            return unreadable(Problem.malformed(e.reason()));
        }
    }

    /** The names that the object has. */
    public Set<String> names() {
        Set<String> names = new java.util.LinkedHashSet<>();
        object.entries().forEach(member -> names.add(member.getKey()));
        return names;
    }

    /** Tells whether the object has this member, be it null. */
    public boolean has(String name) {
        return object.get(name) != null;
    }

    /** A member as it stands, null if it is missing or null. */
    public @Nullable JsonNode node(String name) {
        read.add(name);
        JsonNode value = object.get(name);
        return value == null || value.isNull() ? null : value;
    }

    /** A text, null if it is missing or null. */
    public @Nullable String text(String name) {
        JsonNode value = node(name);
        if (value == null) {
            return null;
        }
        if (!value.isString()) {
            wrongType(name, "a text is needed");
            return null;
        }
        String text = value.getStringValue();
        if (!isText(text)) {
            wrongType(name, "control characters and broken characters are not allowed");
            return null;
        }
        return text;
    }

    /** A text that is needed and not blank. */
    public String requiredText(String name) {
        String text = text(name);
        if (text == null || text.isBlank()) {
            missing(name);
            return "";
        }
        return text;
    }

    /** A boolean, null if it is missing or null. */
    public @Nullable Boolean flag(String name) {
        JsonNode value = node(name);
        if (value != null && !value.isBoolean()) {
            wrongType(name, "true or false is needed");
            return null;
        }
        return value == null ? null : value.getBooleanValue();
    }

    /** A time as RFC 3339, null if it is missing or null. */
    public @Nullable Instant instant(String name) {
        String text = text(name);
        if (text == null) {
            return null;
        }
        try {
            return java.time.OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            invalid(name, "a time like 2026-02-27T09:30:00Z is needed");
            return null;
        }
    }

    /** A value of an enum in upper snake case, null if it is missing or null. */
    public <E extends Enum<E>> @Nullable E constant(String name, Class<E> type) {
        return choice(name, type, value -> value);
    }

    /** A value of an enum in camel case ({@code noAnswer}), null if it is missing or null. */
    public <E extends Enum<E>> @Nullable E camel(String name, Class<E> type) {
        return choice(name, type, Names::camel);
    }

    private <E extends Enum<E>> @Nullable E choice(
            String name, Class<E> type, Function<String, String> written) {
        String text = text(name);
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
        invalid(name, "one of " + String.join(", ", allowed));
        return null;
    }

    /** A list of texts, empty if it is missing or null. */
    public List<String> texts(String name) {
        JsonNode value = node(name);
        if (value == null) {
            return List.of();
        }
        List<String> texts = new ArrayList<>();
        if (value.isArray()) {
            value.values()
                    .forEach(element -> {
                        if (element.isString() && isText(element.getStringValue())) {
                            texts.add(element.getStringValue());
                        }
                    });
        }
        if (!value.isArray() || texts.size() != value.size()) {
            wrongType(name, "a list of texts is needed");
        }
        return texts;
    }

    /**
     * An object within this one, null if it is missing or null. What is wrong in it is collected
     * here.
     */
    public @Nullable JsonBody object(String name) {
        JsonNode value = node(name);
        if (value == null) {
            return null;
        }
        if (!value.isObject()) {
            wrongType(name, "an object is needed");
            return null;
        }
        JsonBody body = new JsonBody(value, prefix + name + ".", malformed, invalid, null);
        inner.add(body);
        return body;
    }

    /**
     * The members of an object whose names are not known beforehand, empty if it is missing or
     * null.
     */
    public Map<String, JsonNode> members(String name) {
        JsonBody body = object(name);
        Map<String, JsonNode> members = new LinkedHashMap<>();
        if (body != null) {
            body.object
                    .entries()
                    .forEach(member -> {
                        body.read.add(member.getKey());
                        members.put(member.getKey(), member.getValue());
                    });
        }
        return members;
    }

    /** Collects a value of the wrong type (400). */
    public void wrongType(String name, String message) {
        malformed.add(new FieldError(prefix + name, message));
    }

    /** Collects a value that cannot be taken (422). */
    public void invalid(String name, String message) {
        invalid.add(new FieldError(prefix + name, message));
    }

    /** Collects a value that is missing (422). */
    public void missing(String name) {
        invalid(name, "is needed");
    }

    /** What is wrong with what was read, and every name that nobody read. */
    public Optional<Problem> problem() {
        if (unreadable != null) {
            return Optional.of(unreadable);
        }
        List<FieldError> errors = new ArrayList<>(malformed);
        unknown(errors);
        if (!errors.isEmpty()) {
            return Optional.of(Problem.malformed(errors));
        }
        return invalid.isEmpty() ? Optional.empty() : Optional.of(Problem.invalid(invalid));
    }

    /** Goes on if all that was read is right, answers the problem otherwise. */
    public HttpResponse then(Supplier<HttpResponse> next) {
        return problem().map(Problem::response).orElseGet(next);
    }

    private void unknown(List<FieldError> errors) {
        for (String name : names()) {
            if (!read.contains(name)) {
                errors.add(new FieldError(prefix + printable(name), "is not known"));
            }
        }
        inner.forEach(body -> body.unknown(errors));
    }

    private static String printable(String name) {
        String clean =
                name.codePoints()
                        .filter(c ->
                                c >= ' '
                                        && (c < Character.MIN_SURROGATE
                                                || c > Character.MAX_SURROGATE))
                        .limit(60)
                        .collect(
                                StringBuilder::new,
                                StringBuilder::appendCodePoint,
                                StringBuilder::append)
                        .toString();
        return clean;
    }

    /**
     * Tells whether a text holds no control characters but tab and line breaks, and no half
     * characters.
     */
    static boolean isText(String text) {
        return text.codePoints()
                .noneMatch(c ->
                        (c < ' ' && c != '\t' && c != '\n' && c != '\r')
                                || c == 0x7F
                                || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE));
    }
}
