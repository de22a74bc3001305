package io.leadmap.json;

import io.leadmap.domain.decide.Refusal.FieldError;
import io.micronaut.json.tree.JsonNode;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * What a strict view is strict about, whatever the types: which members an object has, which of
 * them were read, and what is wrong with them and with those of the objects within.
 */
abstract class StrictMembers {

    private final JsonNode object;
    private final String path;
    private final boolean document;
    private final List<FieldError> malformed;
    private final List<FieldError> invalid;
    private final Set<String> read = new HashSet<>();
    private final List<StrictMembers> inner = new ArrayList<>();

    /**
     * Views an object that stands by itself.
     *
     * @param document whether null is as good as missing in it
     */
    StrictMembers(JsonNode object, boolean document) {
        this.object = object;
        this.path = "";
        this.document = document;
        this.malformed = new ArrayList<>();
        this.invalid = new ArrayList<>();
    }

    /** Views an object within another, which tells what is wrong with both. */
    StrictMembers(StrictMembers outer, String name, JsonNode object) {
        this.object = object;
        this.path = outer.path + name + ".";
        this.document = outer.document;
        this.malformed = outer.malformed;
        this.invalid = outer.invalid;
        outer.inner.add(this);
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

    /** A member that the object has, as it was sent, be it null. */
    final JsonNode sent(String name) {
        read.add(name);
        return Objects.requireNonNull(object.get(name));
    }

    /** A member as it stands, null if it is missing; it is wrong to send null. */
    final @Nullable JsonNode given(String name) {
        JsonNode value = node(name);
        JsonNode sent = object.get(name);
        if (!document && value == null && sent != null) {
            invalid(name, "null says nothing here; leave it out");
        }
        return value;
    }

    final List<JsonNode> elements(String name) {
        JsonNode value = given(name);
        List<JsonNode> elements = new ArrayList<>();
        if (value != null && !value.isArray()) {
            wrongType(name, "a list is needed");
        } else if (value != null) {
            value.values().forEach(elements::add);
        }
        return elements;
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

    /**
     * All that is wrong with what was read, of this object and those within; names that nobody read
     * are right. For formats whose senders may add members.
     */
    public final List<FieldError> wrong() {
        List<FieldError> errors = new ArrayList<>(malformed);
        errors.addAll(invalid);
        return errors;
    }

    final void missingUnlessWrong(String name, @Nullable String text) {
        JsonNode value = object.get(name);
        if (text != null || value == null || value.isNull()) {
            missing(name);
        }
    }

    private void unknown(List<FieldError> errors) {
        for (String name : names()) {
            if (!read.contains(name)) {
                errors.add(new FieldError(path + Characters.printable(name), "is not known"));
            }
        }
        inner.forEach(view -> view.unknown(errors));
    }
}
