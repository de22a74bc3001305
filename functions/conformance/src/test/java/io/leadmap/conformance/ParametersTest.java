package io.leadmap.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadmap.conformance.Description.Operation;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.time.Instant;
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
        String path = operation.path();
        for (Map.Entry<String, String> parameter : ready.parameters().entrySet()) {
            path = path.replace("{" + parameter.getKey() + "}", parameter.getValue());
        }
        return conversation.call(
                ready.person(),
                operation.method(),
                path + "?" + UNEXPECTED + "=1",
                ready.headers(),
                body);
    }
}
