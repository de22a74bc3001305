package io.leadmap.structure;

import static org.assertj.core.api.Assertions.assertThat;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** An empty account becomes Leadmap by what the README prints. */
class DeployTest {
    private static final String README = Room.read(Room.HOUSE.resolve("README.md"));
    private static final Pattern NAMED = Pattern.compile("\\$\\{([A-Za-z0-9]+)[.}]");

    private static ExpandedTemplate template = ExpandedTemplate.NONE;

    @BeforeAll
    static void readTheTemplate() {
        template = ExpandedTemplate.read();
    }

    @Test
    void the_first_deployment_names_every_parameter_that_has_no_default() {
        Set<String> given =
                found("(\\w+)=\\S", part("deploy").split("--parameter-overrides", -1)[1]);
        Set<String> needed = new TreeSet<>(template.parameters().keySet());
        needed.removeIf(name -> requireNonNull(template.parameters().get(name)).has("Default"));

        assertThat(needed).isNotEmpty();
        assertThat(given).containsAll(needed).contains("PublicUrl");
        assertThat(template.parameters().keySet())
                .containsAll(found("\\b([A-Z][a-z]\\w+)=(?!=)", section("## Deploy")));
    }

    @Test
    void what_the_readme_reads_is_an_output() {
        Set<String> read = found("\\boutput ([A-Z]\\w+)", section("## Deploy"));

        assertThat(read).contains("ApiUrl", "PracticeImportFunction", "DkimRecord3");
        assertThat(template.outputs().keySet()).containsAll(read);
    }

    /** A function that waits for what waits for the function could never be made. */
    @Test
    void nothing_waits_for_itself() {
        Map<String, Set<String>> needs = new TreeMap<>();
        template.resources().forEach((name, resource) -> needs.put(name, neededBy(resource)));
        assertThat(needs.values().stream().mapToInt(Set::size).sum()).isGreaterThan(100);

        Deque<String> made = new ArrayDeque<>();
        while (needs.entrySet()
                .removeIf(need -> made.containsAll(need.getValue()) && made.add(need.getKey()))) {
            assertThat(made).isNotEmpty();
        }

        assertThat(needs).as("what a circle keeps from being made").isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "PublicUrl, https://a1b2.execute-api.eu-central-1.amazonaws.com, true",
        "PublicUrl, https://leads.practice.example/forms, true",
        "PublicUrl, http://localhost:3000, true",
        "PublicUrl, https://leads.practice.example/, false",
        "PublicUrl, http://leads.practice.example, false",
        "PublicUrl, https://leads.practice.example?x=1, false",
        "PublicUrl, leads.practice.example, false",
        "JwtIssuer, https://practice.eu.auth0.com/, true",
        "JwtIssuer, https://cognito-idp.eu-central-1.amazonaws.com/eu-central-1_Ab1, true",
        "JwtIssuer, identity.practice.example, false",
        "JwtIssuer, http://identity.practice.example, false",
        "SendingDomain, mail.practice.example, true",
        "SendingDomain, desk@practice.example, false",
        "SendingDomain, https://practice.example, false",
        "SendingDomain, Practice.Example, false",
        "AlarmTopic, arn:aws:sns:eu-central-1:123456789012:alarms, true",
        "AlarmTopic, '', true",
        "AlarmTopic, alarms, false",
    })
    void a_parameter_takes_what_works_and_says_what_it_must_be(
            String parameter, String value, boolean taken) {
        JsonNode declared = requireNonNull(template.parameters().get(parameter));

        assertThat(value.matches(declared.path("AllowedPattern").asText())).isEqualTo(taken);
        assertThat(declared.path("ConstraintDescription").asText()).startsWith("must be ");
    }

    @Test
    void every_default_is_taken() {
        assertThat(template.parameters())
                .isNotEmpty()
                .allSatisfy((name, parameter) -> {
                    if (parameter.has("Default") && parameter.has("AllowedPattern")) {
                        assertThat(parameter.get("Default").asText())
                                .matches(parameter.get("AllowedPattern").asText());
                    }
                });
    }

    /** So that a second try does not meet what the first one left. */
    @Test
    void what_outlives_its_stack_has_a_name_that_is_generated() {
        Set<String> retained = new TreeSet<>();
        template.resources()
                .forEach((name, resource) -> {
                    if (resource.path("DeletionPolicy").asText().startsWith("Retain")
                            && !resource.path("Type").asText().equals("AWS::Lambda::Version")) {
                        retained.add(name);
                        assertThat(resource.path("Properties").properties())
                                .extracting(Map.Entry::getKey)
                                .doesNotContain("TableName", "Name", "AliasName");
                    }
                });
        assertThat(retained)
                .contains("Key")
                .hasSize(1 + template.properties("AWS::DynamoDB::Table").size());
        assertThat(requireNonNull(template.outputs().get("TableNames")).toString())
                .contains(template.properties("AWS::DynamoDB::Table").keySet());
    }

    /** Every resource of the template that another one names, in whatever way. */
    private static Set<String> neededBy(JsonNode resource) {
        Set<String> needed = new TreeSet<>();
        ExpandedTemplate.elements(resource.path("DependsOn"))
                .forEach(name -> needed.add(name.asText()));
        everything(resource.path("Properties"))
                .forEach(node -> {
                    ExpandedTemplate.pointsAt(node).ifPresent(needed::add);
                    ExpandedTemplate.elements(node.path("Fn::Sub"))
                            .forEach(text -> needed.addAll(found(NAMED.pattern(), text.asText())));
                });
        needed.retainAll(template.resources().keySet());
        return needed;
    }

    private static Stream<JsonNode> everything(JsonNode node) {
        return Stream.concat(Stream.of(node), node.valueStream().flatMap(DeployTest::everything));
    }

    private static Set<String> found(String pattern, String text) {
        Set<String> found = new TreeSet<>();
        Pattern.compile(pattern)
                .matcher(text)
                .results()
                .forEach(match -> found.add(match.group(1)));
        return found;
    }

    /** What stands between the two marks of a name. */
    private static String part(String name) {
        return README.split("<!-- " + name + ": (begin|end) -->", -1)[1];
    }

    private static String section(String title) {
        int begin = README.indexOf("\n" + title + "\n");
        return README.substring(begin, README.indexOf("\n## ", begin + 1));
    }
}
