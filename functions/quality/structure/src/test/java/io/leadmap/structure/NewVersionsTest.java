package io.leadmap.structure;

import static org.assertj.core.api.Assertions.assertThat;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A changed parameter or property reaches the code that runs. What runs is a published version, and
 * CloudFormation publishes one when its logical id is new or its description, with parameters
 * filled in, is another one (a change of it "requires replacement"). So these must change exactly
 * when the function does. If the function changed alone, its aliases would go on with the old
 * version; if the version changed alone, Lambda would refuse to publish what it has already.
 */
class NewVersionsTest {
    private static final int ALL = Room.functions().size();

    private static Map<String, Expansion> changes = Map.of();

    /** What one change leads to. */
    private record Expansion(Map<String, String> parameters, Map<String, JsonNode> resources) {

        static Expansion of(JsonNode json) {
            Map<String, String> parameters = new LinkedHashMap<>();
            json.path("parameters")
                    .properties()
                    .forEach(parameter ->
                            parameters.put(parameter.getKey(), parameter.getValue().asText()));
            Map<String, JsonNode> resources = new LinkedHashMap<>();
            json.path("resources")
                    .properties()
                    .forEach(resource -> resources.put(resource.getKey(), resource.getValue()));
            return new Expansion(parameters, resources);
        }

        /** Every function as it is configured, with the values of parameters. */
        Map<String, String> functions() {
            Map<String, String> functions = new TreeMap<>();
            resources.forEach((name, resource) -> {
                if (resource.path("Type").asText().equals("AWS::Lambda::Function")) {
                    functions.put(name, filledIn(resource.path("Properties")).toString());
                }
            });
            return functions;
        }

        /** What a function's version is recognised by. */
        Map<String, String> versions() {
            Map<String, String> versions = new TreeMap<>();
            resources.forEach((name, resource) -> {
                if (resource.path("Type").asText().equals("AWS::Lambda::Version")) {
                    String function = resource.at("/Properties/FunctionName/Ref").asText();
                    versions.put(function, name + " " + description(resource));
                }
            });
            return versions;
        }

        String description(JsonNode version) {
            return filledIn(version.at("/Properties/Description")).asText();
        }

        private JsonNode filledIn(JsonNode node) {
            if (node.has("Ref") && parameters.containsKey(node.get("Ref").asText())) {
                return TextNode.valueOf(requireNonNull(parameters.get(node.get("Ref").asText())));
            }
            if (node.path("Fn::Sub").isTextual()) {
                String text = node.get("Fn::Sub").asText();
                for (var parameter : parameters.entrySet()) {
                    text = text.replace("${" + parameter.getKey() + "}", parameter.getValue());
                }
                return TextNode.valueOf(text);
            }
            if (!node.isContainerNode()) {
                return node;
            }
            JsonNode copy = node.deepCopy();
            if (copy instanceof com.fasterxml.jackson.databind.node.ObjectNode object) {
                object.properties().forEach(field -> field.setValue(filledIn(field.getValue())));
            } else if (copy instanceof com.fasterxml.jackson.databind.node.ArrayNode array) {
                for (int i = 0; i < array.size(); i++) {
                    array.set(i, filledIn(array.get(i)));
                }
            }
            return copy;
        }
    }

    @BeforeAll
    static void readTheChanges() {
        Map<String, Expansion> read = new LinkedHashMap<>();
        ExpandedTemplate.json("template.changes.json", "infrastructure/template/changes.py")
                .properties()
                .forEach(change -> read.put(change.getKey(), Expansion.of(change.getValue())));
        changes = read;
    }

    @Test
    void a_version_is_new_exactly_when_its_function_changed() {
        assertThat(changes).hasSizeGreaterThan(15);
        changes.forEach((name, change) ->
                assertThat(newVersions(name)).as(name).isEqualTo(changedFunctions(name)));
    }

    @ParameterizedTest
    @CsvSource({
        "nothing, 0",
        "PublicUrl, all",
        "SendingDomain, all",
        "Architecture, all",
        "FormsPerMinute, 1",
        "RetentionDays, 0",
        "AlarmTopic, 0",
        "Timeout of all, 8",
        "Timeout of DripSweep, 1",
        "MemorySize of all, all",
        "MemorySize of LeadQueries, 1",
        "Runtime of all, all",
        "variable of all, all",
        "variable of FormIntake, 1",
        "Handler of MailSender, 1",
        "CodeUri of MailSender, 1",
        "policy of MailSender, 0",
        "schedule of DripSweep, 0",
        "route of FormIntake, 0",
    })
    void as_many_versions_are_new_as_functions_are_meant(String change, String functions) {
        assertThat(newVersions(change))
                .hasSize(functions.equals("all") ? ALL : Integer.parseInt(functions));
    }

    /** Of 256 characters, or CloudFormation refuses the longest values that parameters may have. */
    @Test
    void a_description_has_room_for_the_longest_parameters() {
        Map<String, Integer> longest = new TreeMap<>();
        ExpandedTemplate.read()
                .parameters()
                .forEach((name, parameter) -> longest.put(name, longest(parameter)));
        Map<String, JsonNode> resources =
                ExpandedTemplate.read().properties("AWS::Lambda::Version");
        assertThat(resources).hasSize(ALL);
        resources.forEach((name, version) -> {
            String text = version.at("/Description/Fn::Sub").asText();
            for (var parameter : longest.entrySet()) {
                text =
                        text.replace(
                                "${" + parameter.getKey() + "}", "x".repeat(parameter.getValue()));
            }
            assertThat(text).as(name).doesNotContain("$").hasSizeBetween(1, 256);
        });
    }

    /** How long a parameter's value may be; endless if nothing says so. */
    private static int longest(JsonNode parameter) {
        if (parameter.has("AllowedValues")) {
            return parameter
                    .get("AllowedValues")
                    .valueStream()
                    .mapToInt(value -> value.asText().length())
                    .max()
                    .orElseThrow();
        }
        return parameter.has("MaxValue")
                ? parameter.get("MaxValue").asText().length()
                : parameter.path("MaxLength").asInt(4_096);
    }

    private static Set<String> newVersions(String change) {
        return different(expansion("nothing").versions(), expansion(change).versions());
    }

    private static Set<String> changedFunctions(String change) {
        return different(expansion("nothing").functions(), expansion(change).functions());
    }

    private static Expansion expansion(String change) {
        return requireNonNull(changes.get(change), change);
    }

    private static Set<String> different(Map<String, String> before, Map<String, String> after) {
        assertThat(before).hasSize(ALL);
        assertThat(after.keySet()).isEqualTo(before.keySet());
        Set<String> different = new TreeSet<>(before.keySet());
        different.removeIf(name -> Objects.equals(before.get(name), after.get(name)));
        return different;
    }
}
