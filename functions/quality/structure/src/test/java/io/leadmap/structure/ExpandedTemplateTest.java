package io.leadmap.structure;

import static io.leadmap.structure.ExpandedTemplate.elements;
import static io.leadmap.structure.ExpandedTemplate.pointsAt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import software.amazon.event.ruler.RuleCompiler;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/**
 * What a linter does not see in the template (architecture, decision 8), read from its expanded
 * form.
 */
class ExpandedTemplateTest {
    private static final Set<String> METHODS =
            Set.of("get", "put", "post", "delete", "options", "head", "patch");

    private static final Pattern RATE =
            Pattern.compile(
                    "rate\\((1 (minute|hour|day)|([2-9]|[1-9]\\d+) (minutes|hours|days))\\)");

    /** Routes that people outside the practice and other systems call, without a token. */
    private static final Pattern PUBLIC = Pattern.compile("/(forms|pms|unsubscribe)/.*");

    private static ExpandedTemplate template = ExpandedTemplate.NONE;

    @BeforeAll
    static void readTheTemplate() {
        template = ExpandedTemplate.read();
    }

    @Test
    void every_function_has_an_artefact_that_holds_its_handler() throws Exception {
        Map<String, JsonNode> functions = functions();
        List<String> missing = new ArrayList<>();
        for (var function : functions.entrySet()) {
            Path artefact = artefact(function.getValue());
            String handler =
                    function.getValue().path("Handler").asText().replace('.', '/') + ".class";
            if (!Files.exists(artefact)) {
                missing.add(function.getKey() + ": " + artefact);
                continue;
            }
            try (ZipFile zip = new ZipFile(artefact.toFile())) {
                if (zip.getEntry(handler) == null) {
                    missing.add(function.getKey() + ": " + handler + " in " + artefact);
                }
            }
        }
        assertThat(missing).isEmpty();
        assertThat(functions.values().stream().map(ExpandedTemplateTest::artefact))
                .doesNotHaveDuplicates()
                .hasSameSizeAs(Room.functions());
    }

    @Test
    void every_function_runs_java_25_from_a_snapshot_of_a_published_version() {
        assertThat(functions())
                .allSatisfy((name, function) -> {
                    assertThat(function.path("Runtime").asText()).isEqualTo("java25");
                    assertThat(function.path("SnapStart").path("ApplyOn").asText())
                            .isEqualTo("PublishedVersions");
                    assertThat(template.resources()).containsKey(name + "Aliaslive");
                });
    }

    @Test
    void no_deployed_function_is_sent_to_another_endpoint_than_its_regions() {
        assertThat(functions())
                .allSatisfy((name, function) ->
                        assertThat(
                                        function.at("/Environment/Variables/AWS_ENDPOINT_URL")
                                                .path("Ref")
                                                .asText())
                                .isEqualTo("AWS::NoValue"));
    }

    @Test
    void every_route_has_a_known_method_and_the_payload_that_handlers_read() {
        List<Map.Entry<String, JsonNode>> operations = operations();
        assertThat(operations)
                .allSatisfy(operation -> {
                    assertThat(METHODS).contains(operation.getKey().split(" ")[0]);
                    JsonNode integration =
                            operation.getValue().path("x-amazon-apigateway-integration");
                    assertThat(integration.path("payloadFormatVersion").asText()).isEqualTo("2.0");
                    assertThat(integration.path("uri").toString()).contains("live");
                });
    }

    @Test
    void every_route_but_those_of_patients_and_systems_asks_for_a_token() {
        assertThat(operations())
                .allSatisfy(operation -> {
                    boolean open = PUBLIC.matcher(operation.getKey().split(" ")[1]).matches();
                    assertThat(asksForAToken(operation.getValue()))
                            .as(operation.getKey())
                            .isEqualTo(!open);
                });
    }

    @Test
    void every_schedule_can_be_read_by_eventbridge() {
        Map<String, String> schedules = new TreeMap<>();
        template.properties("AWS::Events::Rule")
                .forEach((name, rule) -> {
                    if (rule.has("ScheduleExpression")) {
                        schedules.put(name, rule.get("ScheduleExpression").asText());
                    }
                });
        assertThat(schedules)
                .isNotEmpty()
                .allSatisfy((name, text) -> assertThat(text).matches(this::isSchedule));
        assertThat(template.properties("AWS::Scheduler::Schedule"))
                .as("rules, not schedules: only they fire in LocalStack")
                .isEmpty();
    }

    @Test
    void every_event_pattern_can_be_matched() {
        Map<String, JsonNode> patterns = new TreeMap<>();
        template.properties("AWS::Events::Rule")
                .forEach((name, rule) -> {
                    if (rule.has("EventPattern")) {
                        patterns.put(name, rule.get("EventPattern"));
                    }
                });
        assertThat(patterns)
                .isNotEmpty()
                .allSatisfy((name, pattern) -> {
                    String filledIn = pattern.toString().replaceAll("\\{\"Ref\":(\"\\w+\")}", "$1");
                    assertThatCode(() -> RuleCompiler.compile(filledIn)).doesNotThrowAnyException();
                    assertThat(pattern.path("source")).isNotEmpty();
                });
    }

    @Test
    void a_stream_is_read_where_there_is_one_from_its_beginning_and_record_by_record() {
        Map<String, JsonNode> tables = template.properties("AWS::DynamoDB::Table");
        Map<String, Integer> readers = new TreeMap<>();
        assertThat(template.properties("AWS::Lambda::EventSourceMapping"))
                .isNotEmpty()
                .allSatisfy((name, mapping) -> {
                    String table = pointsAt(mapping.path("EventSourceArn")).orElse("none");
                    readers.merge(table, 1, Integer::sum);
                    assertThat(tables).containsKey(table);
                    assertThat(requireNonNull(tables.get(table)).path("StreamSpecification"))
                            .as(table + "'s stream")
                            .isNotEmpty();
                    assertThat(mapping.path("StartingPosition").asText()).isEqualTo("TRIM_HORIZON");
                    assertThat(mapping.path("FunctionResponseTypes").toString())
                            .contains("ReportBatchItemFailures");
                    assertThat(mapping.path("BisectBatchOnFunctionError").asBoolean()).isTrue();
                    assertThat(mapping.path("MaximumRetryAttempts").asInt()).isPositive();
                    assertThat(mapping.at("/DestinationConfig/OnFailure/Destination"))
                            .as("where failed batches go")
                            .isNotEmpty();
                });
        assertThat(readers.values()).as("a shard serves two readers").allMatch(count -> count <= 2);
    }

    @Test
    void every_table_is_encrypted_recoverable_protected_and_outlives_its_stack() {
        assertThat(template.properties("AWS::DynamoDB::Table"))
                .isNotEmpty()
                .allSatisfy((name, table) -> {
                    assertThat(table.at("/SSESpecification/SSEEnabled").asBoolean()).isTrue();
                    assertThat(
                                    table.at(
                                                    "/PointInTimeRecoverySpecification/PointInTimeRecoveryEnabled")
                                            .asBoolean())
                            .isTrue();
                    assertThat(table.path("DeletionProtectionEnabled").asBoolean()).isTrue();
                    JsonNode resource = requireNonNull(template.resources().get(name));
                    assertThat(resource.path("DeletionPolicy").asText()).isEqualTo("Retain");
                    assertThat(resource.path("UpdateReplacePolicy").asText()).isEqualTo("Retain");
                });
    }

    @Test
    void no_policy_of_a_function_has_a_wildcard_action_or_resource() {
        List<JsonNode> statements = statements();
        assertThat(statements)
                .isNotEmpty()
                .allSatisfy(statement -> {
                    assertThat(elements(statement.path("Action")).map(JsonNode::asText))
                            .noneMatch(action -> action.contains("*"));
                    assertThat(elements(statement.path("Resource")).map(JsonNode::asText))
                            .noneMatch(resource -> resource.equals("*"));
                });
    }

    @Test
    void history_is_put_and_read_and_nothing_else() {
        List<String> actions =
                statements().stream()
                        .filter(statement ->
                                elements(statement.path("Resource"))
                                        .anyMatch(ExpandedTemplateTest::isHistory))
                        .flatMap(statement -> elements(statement.path("Action")))
                        .map(JsonNode::asText)
                        .distinct()
                        .toList();
        assertThat(actions)
                .contains("dynamodb:PutItem")
                .isSubsetOf(
                        "dynamodb:PutItem",
                        "dynamodb:ConditionCheckItem",
                        "dynamodb:GetItem",
                        "dynamodb:BatchGetItem",
                        "dynamodb:Query");
    }

    @Test
    void whoever_may_put_a_history_may_do_all_that_appending_comes_to_need() {
        var own = template.properties("AWS::IAM::Role");
        assertThat(own).isNotEmpty();
        own.forEach((name, role) -> {
            boolean puts =
                    statements(role)
                            .filter(statement ->
                                    elements(statement.path("Resource"))
                                            .anyMatch(ExpandedTemplateTest::isHistory))
                            .flatMap(statement -> elements(statement.path("Action")))
                            .anyMatch(action -> action.asText().equals("dynamodb:PutItem"));
            assertThat(puts).as(name + " puts histories by a policy of its own").isFalse();
        });
        assertThat(own.values())
                .filteredOn(role -> role.toString().contains("AppendsCommits"))
                .hasSizeGreaterThan(5);
    }

    @Test
    void who_publishes_histories_can_open_nothing_that_is_sealed() {
        JsonNode role =
                requireNonNull(template.properties("AWS::IAM::Role").get("EventPublisherRole"));
        assertThat(statements(role).flatMap(statement -> elements(statement.path("Action"))))
                .extracting(JsonNode::asText)
                .contains("events:PutEvents")
                .noneMatch(action -> action.startsWith("kms:"));
    }

    @Test
    void every_function_has_a_sample_of_what_calls_it() {
        assertThat(Room.functions())
                .isNotEmpty()
                .allSatisfy(function -> assertThat(samplesOf(function)).isNotEmpty());
    }

    private static List<Path> samplesOf(Room function) throws java.io.IOException {
        try (var samples = Files.list(ExpandedTemplate.HOUSE.resolve("events"))) {
            return samples.filter(sample ->
                            sample.getFileName()
                                    .toString()
                                    .matches(function.folder() + ".*\\.json"))
                    .toList();
        }
    }

    private static boolean isHistory(JsonNode resource) {
        return resource.toString().contains("\"HistoryTable\"")
                || resource.toString().contains("${HistoryTable");
    }

    private List<JsonNode> statements() {
        return Stream.concat(
                        template.properties("AWS::IAM::Role").values().stream()
                                .flatMap(ExpandedTemplateTest::statements),
                        template.properties("AWS::IAM::ManagedPolicy").values().stream()
                                .flatMap(
                                        policy -> elements(policy.at("/PolicyDocument/Statement"))))
                .toList();
    }

    private static Stream<JsonNode> statements(JsonNode role) {
        return elements(role.path("Policies"))
                .flatMap(policy -> elements(policy.at("/PolicyDocument/Statement")));
    }

    private Map<String, JsonNode> functions() {
        Map<String, JsonNode> functions = template.properties("AWS::Lambda::Function");
        assertThat(functions).isNotEmpty();
        return functions;
    }

    /** Every route as "method path". */
    private List<Map.Entry<String, JsonNode>> operations() {
        List<Map.Entry<String, JsonNode>> operations = new ArrayList<>();
        for (JsonNode api : template.properties("AWS::ApiGatewayV2::Api").values()) {
            for (var path : api.at("/Body/paths").properties()) {
                for (var method : path.getValue().properties()) {
                    operations.add(
                            Map.entry(method.getKey() + " " + path.getKey(), method.getValue()));
                }
            }
        }
        assertThat(operations).isNotEmpty();
        return operations;
    }

    private static boolean asksForAToken(JsonNode operation) {
        return elements(operation.path("security")).anyMatch(scheme -> scheme.has("People"));
    }

    private static Path artefact(JsonNode function) {
        return ExpandedTemplate.HOUSE.resolve(function.at("/Code/S3Key").asText());
    }

    /**
     * Six fields, of which exactly one of the day of the month and the day of the week says "?".
     */
    private boolean isSchedule(String text) {
        if (text.startsWith("cron(") && text.endsWith(")")) {
            String[] fields = text.substring(5, text.length() - 1).split(" ");
            return fields.length == 6 && fields[2].equals("?") != fields[4].equals("?");
        }
        return RATE.matcher(text).matches();
    }
}
