package io.leadmap.json;

import io.micronaut.json.tree.JsonNode;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Reads what we have written ourselves, or what AWS writes as it documents. Anything missing or of
 * another type is a fault: the text is damaged, or of a version that this code does not know. What
 * may be missing is asked for by {@link #find}, {@link #has} or a method that says so.
 */
public record TrustingView(JsonNode node) {

    /** Stands for what is not there to be read: whatever must be in it is there, empty. */
    public static final TrustingView BLANK = new TrustingView(JsonNode.nullNode());

    /** Tells whether nothing can be read from it. */
    public boolean isBlank() {
        return node.isNull();
    }

    /** Tells whether a member is there and not null. */
    public boolean has(String name) {
        return !find(name).isBlank();
    }

    /** A member, blank if it is missing. */
    public TrustingView find(String name) {
        JsonNode member = node.isObject() ? node.get(name) : null;
        return member == null || member.isNull() ? BLANK : new TrustingView(member);
    }

    /** A member that must be there. */
    public TrustingView at(String name) {
        TrustingView member = find(name);
        if (member.isBlank() && !isBlank()) {
            throw new IllegalStateException("trusted JSON lacks " + name);
        }
        return member;
    }

    public String text(String name) {
        return at(name).text();
    }

    public @Nullable String textOrNull(String name) {
        return has(name) ? text(name) : null;
    }

    /** A text, empty if it is missing or no text. */
    public String textOrEmpty(String name) {
        JsonNode member = find(name).node;
        return member.isString() ? member.getStringValue() : "";
    }

    public Instant instant(String name) {
        return Instant.parse(text(name));
    }

    public @Nullable Instant instantOrNull(String name) {
        return has(name) ? instant(name) : null;
    }

    public long number(String name) {
        return at(name).number();
    }

    /** A whole number that stands by itself. */
    public long number() {
        return node.getBigDecimalValue().longValueExact();
    }

    public int integer(String name) {
        return at(name).integer();
    }

    public int integer() {
        return node.getBigDecimalValue().intValueExact();
    }

    /** A decimal with its scale, which JSON numbers lose. */
    public BigDecimal decimal(String name) {
        return isBlank() ? BigDecimal.ZERO : new BigDecimal(text(name));
    }

    /** A boolean, false if it is missing. */
    public boolean flag(String name) {
        return has(name) && at(name).flag();
    }

    /** Tells whether a member is true, and nothing else. */
    public boolean isTrue(String name) {
        JsonNode member = find(name).node;
        return member.isBoolean() && member.getBooleanValue();
    }

    public boolean flag() {
        return node.getBooleanValue();
    }

    public <E extends Enum<E>> E choice(Class<E> type, String name) {
        return Enum.valueOf(type, text(name));
    }

    public <E extends Enum<E>> @Nullable E choiceOrNull(Class<E> type, String name) {
        return has(name) ? choice(type, name) : null;
    }

    public String text() {
        return isBlank() ? "" : node.getStringValue();
    }

    /** The elements of an array; none if it is missing. */
    public <T> List<T> list(String name, Function<TrustingView, T> element) {
        return find(name).list(element);
    }

    public <T> List<T> list(Function<TrustingView, T> element) {
        List<T> elements = new ArrayList<>();
        if (!isBlank()) {
            for (JsonNode value : node.values()) {
                elements.add(element.apply(new TrustingView(value)));
            }
        }
        return elements;
    }

    public List<String> texts(String name) {
        return list(name, TrustingView::text);
    }

    /** The members of an object, in their order; none if it is missing. */
    public <T> Map<String, T> map(String name, Function<TrustingView, T> value) {
        return find(name).map(value);
    }

    public <T> Map<String, T> map(Function<TrustingView, T> value) {
        Map<String, T> members = new LinkedHashMap<>();
        if (!isBlank()) {
            for (Map.Entry<String, JsonNode> member : node.entries()) {
                members.put(member.getKey(), value.apply(new TrustingView(member.getValue())));
            }
        }
        return members;
    }
}
