package io.leadmap.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import io.leadmap.conformance.Description.Operation;
import io.leadmap.lambda.HttpFunction;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The API's description is true: its examples are accepted, and the answers are as described. */
class ExamplesTest {

    private static final String BOUNDARY = "leadmap-example";

    private static Conversation conversation;
    private static Scene scene;

    @BeforeAll
    static void deploy() {
        conversation =
                new Conversation(
                        new Deployment(Instant.parse("2026-03-01T00:00:00Z")), "brightwater");
        scene = new Scene(conversation);
    }

    /** A call with one of its examples; the media type is empty where the call takes no body. */
    record Example(Operation operation, String mediaType, JsonNode value) {
        @Override
        public String toString() {
            return operation + " " + mediaType;
        }
    }

    static Stream<Example> examples() {
        return Description.operations().stream()
                .flatMap(operation -> {
                    List<Example> examples = new ArrayList<>();
                    operation
                            .bodies()
                            .properties()
                            .forEach(body ->
                                    examples.add(
                                            new Example(
                                                    operation,
                                                    body.getKey(),
                                                    body.getValue().path("example"))));
                    return examples.isEmpty()
                            ? Stream.of(new Example(operation, "", Deployment.JSON.missingNode()))
                            : examples.stream();
                });
    }

    @ParameterizedTest
    @MethodSource("examples")
    void an_example_is_taken_and_answered_as_described(Example example) {
        if (!example.mediaType().isEmpty()) {
            assertThat(example.value().isMissingNode()).as("an example").isFalse();
            assertThat(
                            Description.faults(
                                    example.operation()
                                            .bodies()
                                            .path(example.mediaType())
                                            .path("schema"),
                                    example.value()))
                    .isEmpty();
        }

        Answer answer = call(example);

        assertThat(answer.status()).as(answer.body()).isEqualTo(promised(example));
        assertThat(Description.faults(example.operation(), answer)).as(answer.body()).isEmpty();
    }

    /** What browsers post is answered with a page to look at next. */
    private static int promised(Example example) {
        boolean browser =
                example.operation().path().startsWith("/forms/")
                        && !example.mediaType().isEmpty()
                        && !example.mediaType().equals("application/json");
        return browser ? 303 : example.operation().success();
    }

    private static Answer call(Example example) {
        String body = encoded(example);
        Scene.Ready ready = scene.prepare(example.operation(), body);
        Map<String, String> headers = new HashMap<>(ready.headers());
        if (!example.mediaType().isEmpty()) {
            headers.put(
                    "content-type",
                    example.mediaType().startsWith("multipart/")
                            ? example.mediaType() + "; boundary=" + BOUNDARY
                            : example.mediaType());
        }
        String path = example.operation().path();
        for (Map.Entry<String, String> parameter : ready.parameters().entrySet()) {
            path = path.replace("{" + parameter.getKey() + "}", parameter.getValue());
        }
        return conversation.call(ready.person(), example.operation().method(), path, headers, body);
    }

    private static String encoded(Example example) {
        return switch (example.mediaType()) {
            case "" -> "";
            case "application/x-www-form-urlencoded" ->
                    example.value().properties().stream()
                            .map(field ->
                                    field.getKey()
                                            + "="
                                            + URLEncoder.encode(
                                                    field.getValue().asText(),
                                                    StandardCharsets.UTF_8))
                            .collect(Collectors.joining("&"));
            case "multipart/form-data" ->
                    example.value().properties().stream()
                                    .map(field ->
                                            "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                                                    .formatted(
                                                            BOUNDARY,
                                                            field.getKey(),
                                                            field.getValue().asText()))
                                    .collect(Collectors.joining())
                            + "--"
                            + BOUNDARY
                            + "--\r\n";
            default -> example.value().toString();
        };
    }

    @Test
    void examples_of_answers_fit_their_schemas() {
        List<String> faults = new ArrayList<>();
        int examples = 0;
        for (Operation operation : Description.operations()) {
            for (String status : operation.statuses()) {
                JsonNode content = operation.response(Integer.parseInt(status)).path("content");
                for (Map.Entry<String, JsonNode> body : content.properties()) {
                    JsonNode example = body.getValue().path("example");
                    assertThat(example.isMissingNode())
                            .as(operation + " " + status + " " + body.getKey())
                            .isFalse();
                    examples++;
                    Description.faults(body.getValue().path("schema"), example)
                            .forEach(fault -> faults.add(operation + " " + status + ": " + fault));
                }
            }
        }
        assertThat(faults).isEmpty();
        assertThat(examples).isGreaterThan(200);
    }

    @Test
    void a_member_that_is_not_described_is_a_fault() {
        Operation me =
                Description.operations().stream()
                        .filter(operation -> operation.key().equals("GET /me"))
                        .findFirst()
                        .orElseThrow();
        Answer answer = conversation.get("/me").expect(200);
        assertThat(Description.faults(me, answer)).isEmpty();

        Answer grown =
                new Answer(
                        200, answer.headers(), answer.body().replaceFirst("\\{", "{\"shoe\":44,"));
        assertThat(Description.faults(me, grown)).singleElement().asString().contains("shoe");
        Answer less =
                new Answer(
                        200, answer.headers(), answer.body().replaceFirst("\"alias\"", "\"ali\""));
        assertThat(Description.faults(me, less)).anyMatch(fault -> fault.contains("alias"));
    }

    @Test
    void a_function_answers_the_routes_that_the_template_gives_it_and_no_others() {
        Map<String, Set<String>> wired = new TreeMap<>();
        Map<String, Set<String>> answered = new TreeMap<>();
        Deployment.routes()
                .forEach(route -> {
                    wired.computeIfAbsent(route.function(), f -> new TreeSet<>()).add(route.key());
                    HttpFunction function = (HttpFunction) conversation.deployment.handlerOf(route);
                    answered.put(route.function(), new TreeSet<>(function.routeKeys()));
                });
        assertThat(answered).isEqualTo(wired).hasSizeGreaterThan(5);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "settings",
                "people",
                "divisions",
                "sources",
                "fields",
                "forms",
                "maps",
                "macros",
                "drips",
                "lossReasons",
                "connections"
            })
    void every_configuration_document_is_as_described(String document) {
        Operation operation =
                Description.operations().stream()
                        .filter(o -> o.key().equals("GET /practice/{document}"))
                        .findFirst()
                        .orElseThrow();
        Answer answer = conversation.get("/practice/" + document).expect(200);
        assertThat(Description.faults(operation, answer)).as(answer.body()).isEmpty();
        assertThat(answer.body()).doesNotContain("whsec_");
    }

    @ParameterizedTest
    @MethodSource("commands")
    void a_dry_run_is_answered_as_described_and_writes_nothing(Operation operation) {
        String body = operation.bodies().path("application/json").path("example").toString();
        Scene.Ready ready = scene.prepare(operation, body);
        String path = operation.path();
        for (Map.Entry<String, String> parameter : ready.parameters().entrySet()) {
            path = path.replace("{" + parameter.getKey() + "}", parameter.getValue());
        }
        long changes = Deployment.changes();

        Answer answer =
                conversation.call(
                        ready.person(), operation.method(), path + "?dryRun=true", Map.of(), body);

        assertThat(answer.expect(200).json().has("entries")).as(answer.body()).isTrue();
        assertThat(Description.faults(operation, answer)).as(answer.body()).isEmpty();
        assertThat(Deployment.changes()).isEqualTo(changes);
    }

    static Stream<Operation> commands() {
        return Description.operations().stream()
                .filter(operation ->
                        operation.node().path("parameters").toString().contains("DryRun"));
    }
}
