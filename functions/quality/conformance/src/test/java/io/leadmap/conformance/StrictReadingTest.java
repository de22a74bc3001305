package io.leadmap.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.leadmap.conformance.Description.Operation;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What is written loosely is refused and not guessed at, by every call of people. */
class StrictReadingTest {

    private static Conversation conversation;
    private static Scene scene;

    @BeforeAll
    static void deploy() {
        conversation =
                new Conversation(new Deployment(Instant.parse("2026-03-01T00:00:00Z")), "strict");
        scene = new Scene(conversation);
    }

    /** A call with one of its query parameters or one of its body's members. */
    record Part(Operation operation, String name, JsonNode schema) {
        @Override
        public String toString() {
            return operation + " " + name;
        }
    }

    private static Stream<Operation> signed() {
        return Description.operations().stream().filter(operation -> !operation.isPublic());
    }

    static Stream<Part> parameters() {
        return signed().flatMap(operation ->
                operation.query().stream()
                        .map(name -> new Part(operation, name, Deployment.JSON.missingNode())));
    }

    @ParameterizedTest
    @MethodSource("parameters")
    void a_parameter_is_neither_blank_nor_given_twice_nor_broken(Part part) {
        Scene.Ready ready = scene.prepare(part.operation(), body(part.operation()));
        for (String written :
                List.of(
                        "=",
                        "",
                        "=%20",
                        "=%C2%A0",
                        "=1&" + part.name() + "=2",
                        "=%FF",
                        "=%ED%A0%80")) {
            Answer answer = call(part.operation(), ready, "?" + part.name() + written);

            assertThat(answer.status()).as(written + answer.body()).isEqualTo(400);
            assertThat(answer.json().findValuesAsText("field")).as(written).contains(part.name());
        }
    }

    static Stream<Part> members() {
        return signed().flatMap(operation -> {
            List<Part> parts = new ArrayList<>();
            JsonNode schema =
                    Description.resolved(
                            operation.bodies().path("application/json").path("schema"));
            schema.path("properties")
                    .properties()
                    .forEach(member ->
                            parts.add(new Part(operation, member.getKey(), member.getValue())));
            return parts.stream();
        });
    }

    @ParameterizedTest
    @MethodSource("members")
    void null_is_taken_only_where_the_description_says_so(Part part) {
        JsonNode none = Deployment.JSON.nullNode();
        boolean described = Description.faults(part.schema(), none).isEmpty();
        ObjectNode body = (ObjectNode) example(part.operation()).deepCopy();
        body.set(part.name(), none);

        Answer answer =
                call(
                        part.operation(),
                        scene.prepare(part.operation(), body.toString()),
                        "",
                        body.toString());

        boolean refused =
                (answer.status() == 400 || answer.status() == 422)
                        && answer.json().findValuesAsText("field").contains(part.name());
        assertThat(refused).as(answer.status() + answer.body()).isEqualTo(!described);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"html\":\"a\\ud800b\"}",
                "{\"html\":\"a\\udc00\\ud800b\"}",
                "{\"html\":\"a\ufffdb\"}",
                "{\"html\":\"a\",\"html\":\"b\"}",
                "{\"html\":\"a\",\"\\ud800\":1}",
                "{\"html\":\"a\"} {}",
                "{\"html\":\"a\",}",
                "{'html':'a'}"
            })
    void a_body_that_is_no_proper_json_is_malformed(String body) {
        String lead = scene.lead("physio");
        assertThat(conversation.post("/leads/" + lead + "/notes", body).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"custom\":{\"referral\":\"a\\ud800\"}}",
                "{\"custom\":{\"injury\":[\"a\\ud800\"]}}",
                "{\"custom\":{\"\\ud800\":\"a\"}}",
                "{\"address\":{\"line1\":\"a\\ud800\"}}",
                "{\"address\":{\"line1\":\"a\ufffd\"}}",
                "{\"comment\":\"a\\ud800\"}"
            })
    void broken_characters_are_refused_wherever_they_stand(String body) {
        String path = "/leads/" + scene.lead("physio");
        assertThat(conversation.call("ava", "PATCH", path, Map.of(), body).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=\u0661",
                "limit=\uff11",
                "limit=%2B5",
                "limit=5.0",
                "limit=0x5",
                "attemptsFrom=\u0967",
                "attemptsTo=\u0661\u0662",
                "createdFrom=\u0662\u0660\u0662\u0666-01-01",
                "owner=ava,",
                "status=,CREATED",
                "transferTo=ava,noah",
                "total=True"
            })
    void numbers_dates_and_lists_are_written_in_one_way(String query) {
        String[] parts = query.split("=", 2);
        String encoded =
                parts[1].contains("%")
                        ? parts[1]
                        : URLEncoder.encode(parts[1], StandardCharsets.UTF_8);
        Answer answer = conversation.get("/leads?" + parts[0] + "=" + encoded);

        assertThat(answer.expect(400).json().findValuesAsText("field")).containsExactly(parts[0]);
    }

    private static JsonNode example(Operation operation) {
        return operation.bodies().path("application/json").path("example");
    }

    private static String body(Operation operation) {
        return example(operation).toString();
    }

    private static Answer call(Operation operation, Scene.Ready ready, String query) {
        return call(operation, ready, query, body(operation));
    }

    private static Answer call(Operation operation, Scene.Ready ready, String query, String body) {
        String path = operation.path();
        for (Map.Entry<String, String> parameter : ready.parameters().entrySet()) {
            path = path.replace("{" + parameter.getKey() + "}", parameter.getValue());
        }
        return conversation.call(
                ready.person(), operation.method(), path + query, ready.headers(), body);
    }
}
