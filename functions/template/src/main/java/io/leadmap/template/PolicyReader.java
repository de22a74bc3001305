package io.leadmap.template;

import io.leadmap.template.Statement.Effect;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads policy statements; a form that the endpoints do not evaluate is a miswiring. */
final class PolicyReader {
    private final Map<String, Element> managed;
    private final Honesty honesty;
    private final List<Miswiring> found;

    /**
     * @param managed the documents of the template's managed policies, by their ARN
     */
    PolicyReader(Map<String, Element> managed, Honesty honesty, List<Miswiring> found) {
        this.managed = managed;
        this.honesty = honesty;
        this.found = found;
    }

    /** The statements of a function's {@code Policies}, those of managed ones included. */
    List<Statement> ofFunction(Element policies) {
        List<Statement> statements = new ArrayList<>();
        for (Element policy : policies.items()) {
            Element document =
                    policy.node().isTextual() ? managed.get(policy.node().asText()) : policy;
            if (document == null || !document.child("Statement").exists()) {
                found.add(
                        new Miswiring(
                                policy.path(),
                                "only policies with statements and the template's own managed"
                                        + " policies are served, no others and no SAM policy"
                                        + " templates"));
                continue;
            }
            statements.addAll(statements("Policy statement", document.child("Statement")));
        }
        return statements;
    }

    /** The statements of a table's resource policy. */
    List<Statement> ofTable(Element policyDocument) {
        return statements("Table policy statement", policyDocument.child("Statement"));
    }

    private List<Statement> statements(String kind, Element list) {
        List<Statement> statements = new ArrayList<>();
        for (Element statement : list.items()) {
            honesty.check(kind, statement, found);
            statements.add(statement(statement));
        }
        return statements;
    }

    private Statement statement(Element statement) {
        List<String> actions = statement.required("Action").texts();
        for (String action : actions) {
            if (!honesty.lists("Policy actions", action)) {
                found.add(
                        new Miswiring(
                                statement.path() + ".Action",
                                action + " is neither enforced nor knowingly not shown"));
            }
        }
        return new Statement(
                statement.required("Effect").text().equals("Deny") ? Effect.DENY : Effect.ALLOW,
                actions,
                patterns(statement.required("Resource")),
                principals(statement.child("Principal")),
                conditions(statement.child("Condition")),
                statement.path());
    }

    private static List<String> principals(Element principal) {
        return principal.node().isObject() ? principal.child("AWS").texts() : principal.texts();
    }

    private Map<String, Map<String, List<String>>> conditions(Element condition) {
        Map<String, Map<String, List<String>>> operators = new LinkedHashMap<>();
        condition
                .entries()
                .forEach((operator, keys) -> {
                    Map<String, List<String>> values = new LinkedHashMap<>();
                    keys.entries()
                            .forEach((key, value) -> {
                                known(key, value);
                                values.put(key, patterns(value));
                            });
                    operators.put(operator, values);
                });
        return operators;
    }

    /** Texts that every caller's policy reads alike: a policy variable is not evaluated. */
    private List<String> patterns(Element values) {
        for (Element value : values.items()) {
            if (value.text().contains("${")) {
                found.add(
                        new Miswiring(
                                value.path(),
                                "the local endpoints know no policy variable " + value.text()));
            }
        }
        return values.texts();
    }

    private void known(String key, Element value) {
        if (!honesty.lists("Policy condition keys", key)) {
            found.add(
                    new Miswiring(
                            value.path(), "the local endpoints know no condition key " + key));
        }
    }
}
