package io.leadmap.acceptance;

import static io.leadmap.acceptance.Eventually.eventually;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadmap.template.Grant;
import io.leadmap.template.Statement;
import io.leadmap.template.TemplateReader;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What {@code template.yaml} grants, the functions use: over all tests of this module, those with
 * faults included. It runs when all others are through, and fails where they are not.
 */
@Order(Integer.MAX_VALUE)
class GrantedIsUsedTest {

    /** What is granted though no test makes a function use it, and why it must be granted. */
    private static final Map<String, String> NEVER_USED = Map.of();

    @BeforeAll
    static void everything_else_ran_to_its_end() {
        assertThat(FinishedClasses.missing(GrantedIsUsedTest.class))
                .as("only a part of the module ran before: what is used cannot be told without")
                .isEmpty();
        assertThat(FinishedClasses.spoilt())
                .as("not everything went well: what is used cannot be told without")
                .isEmpty();
    }

    @Test
    void what_is_granted_is_used_or_listed_with_its_reason() {
        eventually(() -> assertThat(unused()).isEqualTo(NEVER_USED.keySet()));
    }

    private static Set<String> unused() {
        Set<String> unused = granted();
        unused.removeAll(GrantsRecord.used());
        return unused;
    }

    private static Set<String> granted() {
        Map<String, String> parameters =
                Map.of(
                        "JwtIssuer", "https://issuer.example",
                        "PublicUrl", "https://leadmap.example",
                        "SendingDomain", "mail.leadmap.example");
        return TemplateReader.read(Leadmap.repository().resolve("template.yaml"), parameters)
                .stack()
                .policies()
                .values()
                .stream()
                .flatMap(Collection::stream)
                .map(Statement::grants)
                .flatMap(Collection::stream)
                .map(Grant::toString)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
