package io.leadmap.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import io.leadmap.conformance.Description.Operation;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Query parameters are those of the description and no others. */
class ParametersTest {

    private static final String UNEXPECTED = "unexpected";

    private static Conversation conversation;
    private static Scene scene;

    @BeforeAll
    static void deploy() {
        conversation =
                new Conversation(new Deployment(Instant.parse("2026-03-01T00:00:00Z")), "params");
        scene = new Scene(conversation);
    }

    static Stream<Operation> signed() {
        return Description.operations().stream().filter(operation -> !operation.isPublic());
    }

    static Stream<Operation> open() {
        return Description.operations().stream().filter(Operation::isPublic);
    }

    @ParameterizedTest
    @MethodSource("signed")
    void a_parameter_that_is_not_described_is_refused_and_those_that_are_are_named(
            Operation operation) {
        String body = body(operation);
        Scene.Ready ready = scene.prepare(operation, body);
        long changes = Deployment.changes();

        Answer answer = call(operation, ready, body);

        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(Description.faults(operation, answer)).as(answer.body()).isEmpty();
        assertThat(answer.json().findValuesAsText("field")).containsExactly(UNEXPECTED);
        assertThat(known(answer)).containsExactlyElementsOf(operation.query());
        assertThat(Deployment.changes()).isEqualTo(changes);
    }

    /** Advertisements, mail programs and other systems add their own to addresses we gave out. */
    @ParameterizedTest
    @MethodSource("open")
    void a_public_call_takes_any_parameter(Operation operation) {
        String body = body(operation);
        Scene.Ready ready = scene.prepare(operation, body);

        Answer answer = call(operation, ready, body);

        assertThat(answer.status()).as(answer.body()).isEqualTo(operation.success());
    }

    static Stream<Operation> lists() {
        return signed().filter(operation ->
                operation
                        .response(operation.success())
                        .at("/content/application~1json/example/items")
                        .isArray());
    }

    @ParameterizedTest
    @MethodSource("lists")
    void a_list_comes_in_pages_of_the_size_that_is_asked_for(Operation operation) {
        Scene.Ready ready = scene.prepare(operation, "");
        JsonNode whole = get(operation, ready, "limit=200").expect(200).json();
        List<JsonNode> items = new ArrayList<>();
        JsonNode page = get(operation, ready, "limit=1").expect(200).json();
        while (true) {
            assertThat(page.path("items").size()).isLessThanOrEqualTo(1);
            page.path("items").forEach(items::add);
            if (page.path("next").isNull()) {
                break;
            }
            page =
                    get(operation, ready, "limit=1&cursor=" + page.path("next").asText())
                            .expect(200)
                            .json();
        }

        assertThat(operation.query()).contains("limit", "cursor");
        assertThat(whole.path("next").isNull()).isTrue();
        assertThat(items).containsExactlyElementsOf(whole.path("items"));
        assertThat(get(operation, ready, "limit=-1").status()).isEqualTo(400);
        assertThat(get(operation, ready, "cursor=forged").expect(400).json().path("type").asText())
                .isEqualTo("bad-cursor");
    }

    private static List<String> known(Answer answer) {
        String detail = answer.json().path("detail").asText();
        return detail.equals("This call takes no query parameters.")
                ? List.of()
                : List.of(detail.replaceAll("This call takes |\\.$", "").split(", ", -1));
    }

    private static String body(Operation operation) {
        return operation.bodies().path("application/json").path("example").toString();
    }

    private static Answer call(Operation operation, Scene.Ready ready, String body) {
        return call(operation, ready, UNEXPECTED + "=1", body);
    }

    private static Answer get(Operation operation, Scene.Ready ready, String query) {
        return call(operation, ready, query, "");
    }

    private static Answer call(Operation operation, Scene.Ready ready, String query, String body) {
        String path = operation.path();
        for (Map.Entry<String, String> parameter : ready.parameters().entrySet()) {
            path = path.replace("{" + parameter.getKey() + "}", parameter.getValue());
        }
        return conversation.call(
                ready.person(), operation.method(), path + "?" + query, ready.headers(), body);
    }
}
