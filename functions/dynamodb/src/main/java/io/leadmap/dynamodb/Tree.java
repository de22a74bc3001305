package io.leadmap.dynamodb;

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
 * Reads what this module has written. Anything missing or of another type is a fault: the stored
 * text is damaged, or of a version that this code does not know.
 */
record Tree(JsonNode node) {

    /** Stands for what is sealed where there is no key: whatever must be in it is there, empty. */
    static final Tree BLANK = new Tree(JsonNode.nullNode());

    boolean isBlank() {
        return node.isNull();
    }

    boolean has(String name) {
        JsonNode member = node.get(name);
        return member != null && !member.isNull();
    }

    Tree at(String name) {
        if (isBlank()) {
            return BLANK;
        }
        JsonNode member = node.get(name);
        if (member == null || member.isNull()) {
            throw new IllegalStateException("stored JSON lacks " + name);
        }
        return new Tree(member);
    }

    String text(String name) {
        return at(name).text();
    }

    @Nullable String textOrNull(String name) {
        return has(name) ? text(name) : null;
    }

    Instant instant(String name) {
        return Instant.parse(text(name));
    }

    @Nullable Instant instantOrNull(String name) {
        return has(name) ? instant(name) : null;
    }

    long number(String name) {
        return at(name).node.getBigDecimalValue().longValueExact();
    }

    /** A whole number that stands by itself. */
    long number() {
        return node.getBigDecimalValue().longValueExact();
    }

    int integer(String name) {
        return at(name).integer();
    }

    int integer() {
        return node.getBigDecimalValue().intValueExact();
    }

    /** A decimal with its scale, which JSON numbers lose. */
    BigDecimal decimal(String name) {
        return isBlank() ? BigDecimal.ZERO : new BigDecimal(text(name));
    }

    /** False if it is not there. */
    boolean flag(String name) {
        return has(name) && at(name).node.getBooleanValue();
    }

    <E extends Enum<E>> E choice(Class<E> type, String name) {
        return Enum.valueOf(type, text(name));
    }

    <E extends Enum<E>> @Nullable E choiceOrNull(Class<E> type, String name) {
        return has(name) ? choice(type, name) : null;
    }

    String text() {
        return isBlank() ? "" : node.getStringValue();
    }

    /** The elements of an array; none if it is not there. */
    <T> List<T> list(String name, Function<Tree, T> element) {
        return has(name) ? at(name).list(element) : List.of();
    }

    <T> List<T> list(Function<Tree, T> element) {
        List<T> elements = new ArrayList<>();
        for (JsonNode value : node.values()) {
            elements.add(element.apply(new Tree(value)));
        }
        return elements;
    }

    List<String> texts(String name) {
        return list(name, Tree::text);
    }

    /** The members of an object, in their order; none if it is not there. */
    <T> Map<String, T> map(String name, Function<Tree, T> value) {
        Map<String, T> members = new LinkedHashMap<>();
        if (has(name)) {
            for (Map.Entry<String, JsonNode> member : at(name).node.entries()) {
                members.put(member.getKey(), value.apply(new Tree(member.getValue())));
            }
        }
        return members;
    }
}
