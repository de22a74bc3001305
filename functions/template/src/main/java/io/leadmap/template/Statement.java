package io.leadmap.template;

import java.util.List;
import java.util.Map;

/**
 * One statement of an IAM policy or of a table's resource policy, with every intrinsic resolved.
 *
 * @param effect whether it allows or denies
 * @param actions such as {@code dynamodb:PutItem}; {@code *} and {@code ?} are wildcards
 * @param resources ARNs; {@code *} and {@code ?} are wildcards
 * @param principals who it speaks of, only in resource policies: {@code *} or role ARNs; empty in
 *     the policies of a function
 * @param conditions operator → condition key → values; every operator must be met
 * @param path where it stands in template.yaml, for messages
 */
public record Statement(
        Effect effect,
        List<String> actions,
        List<String> resources,
        List<String> principals,
        Map<String, Map<String, List<String>>> conditions,
        String path) {

    /** Allow or deny; a deny always wins. */
    public enum Effect {
        /** The request may be made. */
        ALLOW,
        /** The request is refused whatever else allows it. */
        DENY
    }

    /** Everything that it allows, one by one; nothing if it denies. */
    public List<Grant> grants() {
        if (effect == Effect.DENY) {
            return List.of();
        }
        List<String> partitions =
                conditions.values().stream()
                        .flatMap(keys -> keys.getOrDefault(Grant.LEADING_KEYS, List.of()).stream())
                        .toList();
        return actions.stream()
                .flatMap(action ->
                        resources.stream()
                                .flatMap(resource ->
                                        (partitions.isEmpty() ? List.of("") : partitions)
                                                .stream()
                                                        .map(pattern ->
                                                                new Grant(
                                                                        holder(), action, resource,
                                                                        pattern))))
                .toList();
    }

    /** The logical id of what it stands in. */
    private String holder() {
        return path.split("\\.", 3)[1];
    }

    /** Copies what it is given. */
    public Statement {
        actions = List.copyOf(actions);
        resources = List.copyOf(resources);
        principals = List.copyOf(principals);
        conditions = Map.copyOf(conditions);
    }
}
