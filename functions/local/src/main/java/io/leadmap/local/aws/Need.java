package io.leadmap.local.aws;

import io.leadmap.template.Statement;

import java.util.List;
import java.util.Map;

/**
 * One permission that a call needs; a call may need several, and all must be given.
 *
 * @param action such as {@code dynamodb:PutItem}
 * @param resource the ARN that it touches
 * @param context the values of the condition keys that this call has
 * @param resourcePolicy the policy of that resource; empty when it has none
 */
record Need(
        String action,
        String resource,
        Map<String, List<String>> context,
        List<Statement> resourcePolicy) {

    Need {
        context = Map.copyOf(context);
        resourcePolicy = List.copyOf(resourcePolicy);
    }

    static Need of(String action, String resource) {
        return new Need(action, resource, Map.of(), List.of());
    }
}
