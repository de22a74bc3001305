package io.leadmap.simulation.tables;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.math.BigDecimal;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.function.Predicate;

/**
 * What holds of an item: the comparisons, {@code BETWEEN}, {@code attribute_exists} and its
 * opposite, with {@code AND}, {@code OR} and parentheses. Anything else is a fault of this reader.
 */
final class ItemCondition {

    private final ExpressionWords words;

    private ItemCondition(ExpressionWords words) {
        this.words = words;
    }

    /**
     * @param expression null holds of everything
     */
    static Predicate<Map<String, AttributeValue>> of(
            @Nullable String expression,
            Map<String, String> names,
            Map<String, AttributeValue> values) {
        if (expression == null) {
            return item -> true;
        }
        ItemCondition condition = new ItemCondition(new ExpressionWords(expression, names, values));
        Predicate<Map<String, AttributeValue>> whole = condition.either();
        if (!condition.words.isOver()) {
            throw new UnsupportedOperationException(expression);
        }
        return whole;
    }

    private Predicate<Map<String, AttributeValue>> either() {
        Predicate<Map<String, AttributeValue>> left = both();
        while (words.takes("OR")) {
            left = left.or(both());
        }
        return left;
    }

    private Predicate<Map<String, AttributeValue>> both() {
        Predicate<Map<String, AttributeValue>> left = one();
        while (words.takes("AND")) {
            left = left.and(one());
        }
        return left;
    }

    private Predicate<Map<String, AttributeValue>> one() {
        if (words.takes("(")) {
            Predicate<Map<String, AttributeValue>> inside = either();
            words.expect(")");
            return inside;
        }
        if (words.takes("attribute_exists")) {
            String name = argument();
            return item -> item.containsKey(name);
        }
        if (words.takes("attribute_not_exists")) {
            String name = argument();
            return item -> !item.containsKey(name);
        }
        return comparison(words.name());
    }

    private String argument() {
        words.expect("(");
        String name = words.name();
        words.expect(")");
        return name;
    }

    private Predicate<Map<String, AttributeValue>> comparison(String name) {
        String operator = words.next();
        if (operator.equalsIgnoreCase("BETWEEN")) {
            AttributeValue from = words.value();
            words.expect("AND");
            AttributeValue to = words.value();
            return compared(name, from, order -> order >= 0)
                    .and(compared(name, to, order -> order <= 0));
        }
        AttributeValue value = words.value();
        return switch (operator) {
            case "=" -> item -> value.equals(item.get(name));
            case "<" -> compared(name, value, order -> order < 0);
            case "<=" -> compared(name, value, order -> order <= 0);
            case ">" -> compared(name, value, order -> order > 0);
            case ">=" -> compared(name, value, order -> order >= 0);
            default -> throw new UnsupportedOperationException(operator);
        };
    }

    private static Predicate<Map<String, AttributeValue>> compared(
            String name, AttributeValue value, IntPredicate holds) {
        return item -> {
            AttributeValue stored = item.get(name);
            return stored != null
                    && stored.type() == value.type()
                    && holds.test(order(stored, value));
        };
    }

    /**
     * The order of two values of one type; texts by their UTF-8 bytes, as far as ours are ASCII.
     */
    static int order(AttributeValue left, AttributeValue right) {
        return switch (left.type()) {
            case S -> left.s().compareTo(right.s());
            case N -> new BigDecimal(left.n()).compareTo(new BigDecimal(right.n()));
            default -> throw new UnsupportedOperationException(left.type().toString());
        };
    }
}
