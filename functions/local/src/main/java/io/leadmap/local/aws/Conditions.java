package io.leadmap.local.aws;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;

/** The one condition operator that enforced.txt lists; the template's reader takes no other. */
final class Conditions {

    private Conditions() {}

    /**
     * Whether a statement's conditions are met by what the call has.
     *
     * @param conditions operator → condition key → patterns
     * @param context condition key → values
     */
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

    private static boolean met(
            String operator, List<String> patterns, @Nullable List<String> values) {
        if (!operator.equals("ForAllValues:StringLike")) {
            throw new IllegalStateException("condition operator " + operator);
        }
        // True without a value, as in IAM: a scan has no leading keys and passes.
        return values == null
                || values.stream()
                        .allMatch(value ->
                                patterns.stream()
                                        .anyMatch(pattern -> Wildcard.matches(pattern, value)));
    }
}
