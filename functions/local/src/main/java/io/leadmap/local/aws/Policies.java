package io.leadmap.local.aws;

import io.leadmap.template.Grant;
import io.leadmap.template.Statement;
import io.leadmap.template.Statement.Effect;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * IAM's decision within one account: an explicit deny anywhere wins; else the caller's role or the
 * resource's policy must allow. Messages are those of AWS, so that a function's log names the
 * permission that is missing.
 */
final class Policies {

    private Policies() {}

    /** Why the caller may not, for the first need that is not met; empty when it may. */
    static Optional<String> refusal(AwsCaller caller, List<Need> needs) {
        return needs.stream().flatMap(need -> refusal(caller, need).stream()).findFirst();
    }

    private static Optional<String> refusal(AwsCaller caller, Need need) {
        if (applies(caller.statements(), Effect.DENY, need)) {
            return refused(caller, need, "with an explicit deny in an identity-based policy");
        }
        if (applies(policiesOf(caller, need).toList(), Effect.DENY, need)) {
            return refused(caller, need, "with an explicit deny in a resource-based policy");
        }
        if (applies(caller.statements(), Effect.ALLOW, need)
                || applies(policiesOf(caller, need).toList(), Effect.ALLOW, need)) {
            return Optional.empty();
        }
        return refused(
                caller,
                need,
                "because no identity-based policy allows the " + need.action() + " action");
    }

    /**
     * What of the caller's policies allows a need: of the first statement that does, the first
     * grant for each partition, so that what another one gives already is used by nobody.
     */
    static Stream<Grant> grants(AwsCaller caller, Need need) {
        List<String> partitions = need.context().getOrDefault(Grant.LEADING_KEYS, List.of(""));
        return speaking(caller.statements(), Effect.ALLOW, need).findFirst().stream()
                .flatMap(statement ->
                        partitions.stream()
                                .flatMap(partition ->
                                        statement.grants().stream()
                                                .filter(grant -> covers(grant, need, partition))
                                                .findFirst()
                                                .stream()))
                .distinct();
    }

    private static boolean covers(Grant grant, Need need, String partition) {
        return matchesAction(grant.action(), need.action())
                && Wildcard.matches(grant.resource(), need.resource())
                && (grant.partitions().isEmpty()
                        || Wildcard.matches(grant.partitions(), partition));
    }

    private static Optional<String> refused(AwsCaller caller, Need need, String why) {
        return Optional.of(
                "User: %s is not authorized to perform: %s on resource: %s %s"
                        .formatted(caller.arn(), need.action(), need.resource(), why));
    }

    private static Stream<Statement> policiesOf(AwsCaller caller, Need need) {
        return need.resourcePolicy().stream()
                .filter(statement ->
                        statement.principals().stream()
                                .anyMatch(principal -> names(principal, caller)));
    }

    private static boolean names(String principal, AwsCaller caller) {
        return principal.equals("*")
                || principal.equals(caller.roleArn())
                || principal.equals(caller.rootArn())
                || principal.equals(caller.account());
    }

    private static boolean applies(List<Statement> statements, Effect effect, Need need) {
        return speaking(statements, effect, need).findAny().isPresent();
    }

    private static Stream<Statement> speaking(
            List<Statement> statements, Effect effect, Need need) {
        return statements.stream()
                .filter(statement -> statement.effect() == effect)
                .filter(statement -> anyAction(statement, need.action()))
                .filter(statement -> anyResource(statement, need.resource()))
                .filter(statement -> Conditions.met(statement.conditions(), need.context()));
    }

    private static boolean anyAction(Statement statement, String action) {
        return statement.actions().stream().anyMatch(pattern -> matchesAction(pattern, action));
    }

    /** Actions are compared without regard to case, ARNs are not. */
    private static boolean matchesAction(String pattern, String action) {
        return Wildcard.matches(pattern.toLowerCase(Locale.ROOT), action.toLowerCase(Locale.ROOT));
    }

    private static boolean anyResource(Statement statement, String resource) {
        return statement.resources().stream()
                .anyMatch(pattern -> Wildcard.matches(pattern, resource));
    }
}
