package io.leadmap.simulation.tables;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What an update makes of an item: {@code SET} to a value or where nothing is yet, {@code REMOVE},
 * and {@code ADD} and {@code DELETE} for numbers and sets of texts. Anything else is a fault of
 * this reader.
 */
final class ItemUpdate {

    private final ExpressionWords words;
    private final Map<String, AttributeValue> item;

    private ItemUpdate(ExpressionWords words, Map<String, AttributeValue> item) {
        this.words = words;
        this.item = item;
    }

    /**
     * @param item before; of an item that is not there, its key
     */
    static Map<String, AttributeValue> of(
            Map<String, AttributeValue> item,
            String expression,
            Map<String, String> names,
            Map<String, AttributeValue> values) {
        ItemUpdate update =
                new ItemUpdate(new ExpressionWords(expression, names, values), new HashMap<>(item));
        while (!update.words.isOver()) {
            update.clause(update.words.next());
        }
        return update.item;
    }

    private void clause(String kind) {
        do {
            String name = words.name();
            switch (kind) {
                case "SET" -> {
                    words.expect("=");
                    item.put(name, assigned());
                }
                case "REMOVE" -> item.remove(name);
                case "ADD" -> item.merge(name, words.value(), ItemUpdate::sum);
                case "DELETE" -> delete(name, words.value());
                default -> throw new UnsupportedOperationException(kind);
            }
        } while (words.takes(","));
    }

    private AttributeValue assigned() {
        if (!words.takes("if_not_exists")) {
            return words.value();
        }
        words.expect("(");
        String other = words.name();
        words.expect(",");
        AttributeValue otherwise = words.value();
        words.expect(")");
        return item.getOrDefault(other, otherwise);
    }

    private static AttributeValue sum(AttributeValue before, AttributeValue more) {
        if (before.type() == AttributeValue.Type.N) {
            return AttributeValue.fromN(
                    new BigDecimal(before.n()).add(new BigDecimal(more.n())).toPlainString());
        }
        SortedSet<String> all = new TreeSet<>(before.ss());
        all.addAll(more.ss());
        return AttributeValue.fromSs(all.stream().toList());
    }

    /** A set without members is no attribute. */
    private void delete(String name, AttributeValue members) {
        if (!item.containsKey(name)) {
            return;
        }
        SortedSet<String> left = new TreeSet<>(Objects.requireNonNull(item.get(name)).ss());
        left.removeAll(members.ss());
        if (left.isEmpty()) {
            item.remove(name);
        } else {
            item.put(name, AttributeValue.fromSs(left.stream().toList()));
        }
    }
}
