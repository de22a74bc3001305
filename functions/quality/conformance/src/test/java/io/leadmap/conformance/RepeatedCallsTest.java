package io.leadmap.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadmap.conformance.Description.Operation;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Every call that writes honours an {@code Idempotency-Key}, whichever instance of the function the
 * call comes to again: here another one, which shares nothing with the first but the tables.
 */
class RepeatedCallsTest {

    private static final String ANOTHER_NOTE = "{\"note\":\"Another\"}";

    /** For each call that takes a key a body that differs from its example. */
    private static final Map<String, String> OTHERS =
            Map.ofEntries(
                    Map.entry(
                            "POST /forms/{formId}",
                            "{\"fullName\":\"Mona Lee\",\"phone\":\"0444 444 445\"}"),
                    Map.entry("POST /leads", "{\"firstName\":\"Mona\",\"phone\":\"0444 444 445\"}"),
                    Map.entry("PATCH /leads/{id}", "{\"comment\":\"Another\"}"),
                    Map.entry("DELETE /leads/{id}/drips/{campaignId}", "{}"),
                    Map.entry("DELETE /suppressions/{id}", "{\"reason\":\"Another\"}"),
                    Map.entry("POST /leads/{id}/status", "{\"status\":\"CONTACTED\"}"),
                    Map.entry("POST /leads/{id}/owner", "{\"ownerId\":\"mei\"}"),
                    Map.entry("POST /leads/{id}/transfer/accept", ANOTHER_NOTE),
                    Map.entry("POST /leads/{id}/transfer/decline", ANOTHER_NOTE),
                    Map.entry("POST /leads/{id}/transfer/withdraw", ANOTHER_NOTE),
                    Map.entry("POST /leads/{id}/duplicates/{otherId}/ignore", ""),
                    Map.entry("POST /leads/{id}/release", "{\"as\":\"spam\"}"),
                    Map.entry("POST /leads/{id}/calls", "{\"outcome\":\"reached\"}"),
                    Map.entry("POST /leads/{id}/notes", "{\"html\":\"<p>Another</p>\"}"),
                    Map.entry("POST /leads/{id}/drips/{campaignId}", ""),
                    Map.entry("POST /leads/{id}/steps/{stepId}", "{\"value\":null}"),
                    Map.entry("POST /leads/{id}/tracks/{trackId}/open", ""),
                    Map.entry("POST /leads/{id}/tracks/{trackId}/reopen", ""),
                    Map.entry("POST /leads/{id}/map", "{\"mapId\":\"journey\"}"),
                    Map.entry("POST /leads/{id}/map/close", "{\"outcome\":\"won\"}"),
                    Map.entry(
                            "POST /leads/{id}/emails",
                            "{\"subject\":\"Another\",\"html\":\"<p>Another</p>\"}"),
                    Map.entry("POST /leads/{id}/emails/{emailId}/settle", "{\"as\":\"sendAgain\"}"),
                    Map.entry("POST /sources", "{\"name\":\"Another\"}"),
                    Map.entry("POST /todos", "{\"assigneeId\":null,\"text\":\"Another\"}"),
                    Map.entry("PATCH /todos/{id}", "{\"text\":\"Another\"}"),
                    Map.entry("POST /todos/{id}/done", ANOTHER_NOTE),
                    Map.entry("POST /todos/{id}/reopen", "{}"),
                    Map.entry("DELETE /todos/{id}", "{}"),
                    Map.entry("POST /messages", "{\"to\":[\"mei\"],\"html\":\"<p>Another</p>\"}"),
                    Map.entry("POST /messages/{id}/read", "{}"));

    private static Conversation first;
    private static Conversation second;
    private static Scene scene;
    private static int keys;

    @BeforeAll
    static void deploy() {
        Instant now = Instant.parse("2026-03-01T00:00:00Z");
        first = new Conversation(new Deployment(now), "repeats");
        second = new Conversation(new Deployment(now), "repeats");
        scene = new Scene(first);
    }

    static Stream<Operation> repeatable() {
        return Description.operations().stream().filter(Operation::takesKey);
    }

    /** What people of a practice and strangers with a form may change. */
    static Stream<Operation> signed() {
        return Description.operations().stream()
                .filter(operation -> !operation.method().equals("GET"))
                .filter(operation -> operation.takesKey() || !operation.isPublic());
    }

    /** What writes nothing, has a name for each event, or answers the same when done again. */
    static Stream<Operation> withoutKey() {
        return Description.operations().stream()
                .filter(operation ->
                        !Set.of("GET", "OPTIONS").contains(operation.method())
                                && !operation.takesKey());
    }

    @ParameterizedTest
    @MethodSource("withoutKey")
    void a_change_without_a_key_is_one_of_these(Operation operation) {
        assertThat(operation.key())
                .isIn(
                        "POST /leads/{id}/emails/preview",
                        "POST /sweeps/{logicalId}/dry-run",
                        "DELETE /suppressions/{id}",
                        "POST /unsubscribe/{token}",
                        "POST /pms/{connectionId}");
    }

    @ParameterizedTest
    @MethodSource("repeatable")
    void another_instance_gives_the_first_answer_again_and_refuses_another_body(
            Operation operation) {
        String body = operation.bodies().path("application/json").path("example").toString();
        Scene.Ready ready = scene.prepare(operation, body);
        Instant now = first.deployment.clock.instant();
        second.deployment.clock.advance(Duration.between(second.deployment.clock.instant(), now));
        keys++;

        Answer answer = call(first, operation, ready, body);
        long changes = Deployment.changes();
        Answer again = call(second, operation, ready, body);
        Answer other =
                call(second, operation, ready, Objects.requireNonNull(OTHERS.get(operation.key())));

        assertThat(answer.status()).as(answer.body()).isEqualTo(operation.success());
        assertThat(again).isEqualTo(answer);
        if (operation.isPublic()) { // the key is its sender's own: another body is another's
            assertThat(other.status()).as(other.body()).isEqualTo(202);
            assertThat(other.body()).isNotEqualTo(answer.body());
            return;
        }
        assertThat(other.status()).as(other.body()).isEqualTo(422);
        assertThat(other.json().path("type").asText()).isEqualTo("idempotency-key-reused");
        assertThat(Deployment.changes() - changes).isZero();
    }

    @ParameterizedTest
    @MethodSource("signed")
    void a_key_that_nobody_could_keep_is_refused_by_every_call(Operation operation) {
        String body = operation.bodies().path("application/json").path("example").toString();
        Scene.Ready ready = scene.prepare(operation, body);
        for (String key : List.of("k".repeat(201), "", "a b", "ü")) {
            long changes = Deployment.changes();

            Answer answer = call(first, operation, ready, body, key);

            assertThat(answer.status()).as(key + answer.body()).isEqualTo(400);
            assertThat(answer.json().path("detail").asText()).contains("Idempotency-Key");
            assertThat(Deployment.changes() - changes).isZero();
        }
    }

    private static Answer call(
            Conversation conversation, Operation operation, Scene.Ready ready, String body) {
        return call(conversation, operation, ready, body, "key-" + keys);
    }

    private static Answer call(
            Conversation conversation,
            Operation operation,
            Scene.Ready ready,
            String body,
            String key) {
        Map<String, String> headers = new HashMap<>(ready.headers());
        headers.put("idempotency-key", key);
        String path = operation.path();
        for (Map.Entry<String, String> parameter : ready.parameters().entrySet()) {
            path = path.replace("{" + parameter.getKey() + "}", parameter.getValue());
        }
        return conversation.call(ready.person(), operation.method(), path, headers, body);
    }
}
