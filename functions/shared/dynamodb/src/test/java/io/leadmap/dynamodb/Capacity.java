package io.leadmap.dynamodb;

import io.leadmap.template.TableDefinition;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What DynamoDB charges, computed from item sizes by its published rules: DynamoDB Local misreports
 * transactions. A write costs one unit for each KB begun of the larger of the item before and
 * after, twice that in a transaction; an index costs the same as a plain write for each of its
 * entries that changes, two where its key changes.
 */
final class Capacity {

    private static final int KB = 1024;

    private Capacity() {}

    /** Bytes of an item or of an index entry. */
    static int bytes(Map<String, AttributeValue> item) {
        return item.entrySet().stream()
                .mapToInt(attribute -> utf8(attribute.getKey()) + bytes(attribute.getValue()))
                .sum();
    }

    private static int bytes(AttributeValue value) {
        return switch (value.type()) {
            case S -> utf8(value.s());
            case N -> numberBytes(value.n());
            case B -> value.b().asByteArray().length;
            case BOOL, NUL -> 1;
            case SS -> 3 + value.ss().stream().mapToInt(text -> utf8(text) + 1).sum();
            default -> throw new IllegalArgumentException("nothing is stored as " + value.type());
        };
    }

    private static int utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    /** One byte for two digits, one for the exponent, one for a minus. */
    private static int numberBytes(String number) {
        String digits = number.replaceAll("[-.]", "").replaceAll("^0+|0+$", "");
        return (digits.length() + 1) / 2 + 1 + (number.startsWith("-") ? 1 : 0);
    }

    static int units(int bytes) {
        return Math.max(1, (bytes + KB - 1) / KB);
    }

    /**
     * Units of a strongly consistent read of this many bytes, in halves for an eventually
     * consistent one.
     */
    static int readUnits(int bytes) {
        return Math.max(1, (bytes + 4 * KB - 1) / (4 * KB));
    }

    /** What the indexes of a table cost when an item changes; empty maps for absent items. */
    static Map<String, Integer> indexUnits(
            TableDefinition table,
            Map<String, AttributeValue> before,
            Map<String, AttributeValue> after) {
        Map<String, Integer> units = new LinkedHashMap<>();
        for (TableDefinition.Index index : table.indexes()) {
            Map<String, AttributeValue> old = entry(table, index, before);
            Map<String, AttributeValue> now = entry(table, index, after);
            if (!old.equals(now)) {
                boolean moved = !old.isEmpty() && !now.isEmpty() && !sameKey(index, old, now);
                int cost =
                        moved
                                ? units(bytes(old)) + units(bytes(now))
                                : units(Math.max(bytes(old), bytes(now)));
                units.put(index.name(), cost);
            }
        }
        return units;
    }

    private static boolean sameKey(
            TableDefinition.Index index,
            Map<String, AttributeValue> one,
            Map<String, AttributeValue> other) {
        return index.keys().stream()
                .map(TableDefinition.Key::attribute)
                .allMatch(name -> Objects.equals(one.get(name), other.get(name)));
    }

    /** The entry of an item in an index; empty if it has none. */
    static Map<String, AttributeValue> entry(
            TableDefinition table, TableDefinition.Index index, Map<String, AttributeValue> item) {
        if (!index.keys().stream().allMatch(key -> item.containsKey(key.attribute()))) {
            return Map.of();
        }
        Set<String> projected = new HashSet<>(index.nonKeyAttributes());
        table.keys().forEach(key -> projected.add(key.attribute()));
        index.keys().forEach(key -> projected.add(key.attribute()));
        Map<String, AttributeValue> entry = new HashMap<>(item);
        entry.keySet().retainAll(projected);
        return entry;
    }
}
