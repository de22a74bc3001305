package io.leadmap.local.aws;

import io.leadmap.template.Statement;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;

/** The condition operators of {@link Statement#OPERATORS}. */
final class Conditions {

    private Conditions() {}

    /** Whether every operator of a statement is met by what the call has. */
    static boolean met(
            Map<String, Map<String, List<String>>> conditions, Map<String, List<String>> context) {
        return conditions.entrySet().stream()
                .allMatch(operator ->
                        operator.getValue().entrySet().stream()
                                .allMatch(key ->
                                        met(
                                                operator.getKey(),
                                                key.getValue(),
                                                context.get(key.getKey()))));
    }

    private static boolean met(String operator, List<String> wanted, @Nullable List<String> found) {
        List<String> values = found == null ? List.of() : found;
        return switch (operator) {
            case "StringEquals" -> !values.isEmpty() && all(wanted, values, String::equals);
            case "StringLike" -> !values.isEmpty() && all(wanted, values, Wildcard::matches);
            case "StringNotEquals" -> none(wanted, values, String::equals);
            case "StringNotLike" -> none(wanted, values, Wildcard::matches);
            // True without a value, as in IAM: a scan has no leading keys and passes.
            case "ForAllValues:StringEquals" -> all(wanted, values, String::equals);
            case "ForAllValues:StringLike" -> all(wanted, values, Wildcard::matches);
            case "Null" -> wanted.contains(String.valueOf(values.isEmpty()));
            default -> throw new IllegalStateException("condition operator " + operator);
        };
    }

    private static boolean all(
            List<String> wanted, List<String> values, BiPredicate<String, String> matches) {
        return values.stream()
                .allMatch(value -> wanted.stream().anyMatch(one -> matches.test(one, value)));
    }

    private static boolean none(
            List<String> wanted, List<String> values, BiPredicate<String, String> matches) {
        return values.stream()
                .noneMatch(value -> wanted.stream().anyMatch(one -> matches.test(one, value)));
    }

    /** What of a statement could not be evaluated; such a statement must stop the start. */
    static Optional<String> notUnderstood(Statement statement) {
        for (Map.Entry<String, Map<String, List<String>>> operator :
                statement.conditions().entrySet()) {
            if (!Statement.OPERATORS.contains(operator.getKey())) {
                return Optional.of("condition operator " + operator.getKey());
            }
            for (String key : operator.getValue().keySet()) {
                if (Statement.CONDITION_KEYS.stream().noneMatch(known -> isKey(known, key))) {
                    return Optional.of("condition key " + key);
                }
            }
        }
        boolean variable =
                statement.resources().stream().anyMatch(text -> text.contains("${"))
                        || statement.conditions().values().stream()
                                .flatMap(keys -> keys.values().stream())
                                .flatMap(List::stream)
                                .anyMatch(text -> text.contains("${"));
        return variable ? Optional.of("policy variable ${...}") : Optional.empty();
    }

    private static boolean isKey(String known, String key) {
        return known.endsWith(":") ? key.startsWith(known) : key.equals(known);
    }
}
