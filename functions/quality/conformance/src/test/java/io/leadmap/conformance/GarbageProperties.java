package io.leadmap.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.leadmap.conformance.Description.Operation;
import io.leadmap.template.Route;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Whatever is thrown at a route is answered with a documented refusal that says what to do, leaks
 * nothing and writes nothing, unless it happens to be right.
 */
class GarbageProperties {

    private static final String PRACTICE = "garbage";
    private static final List<String> INSIDES =
            List.of("Exception", "io.leadmap", "java.", "\tat ", "micronaut", "software.amazon");

    /** Made once: keys that are made at first use are there, and a lead to be addressed. */
    private static final class Stage {
        private static final Conversation CONVERSATION =
                new Conversation(new Deployment(Instant.parse("2026-03-01T00:00:00Z")), PRACTICE);
        private static final String LEAD = new Scene(CONVERSATION).lead("physio");
        private static final Map<String, Route> ROUTES =
                Deployment.routes().stream()
                        .collect(Collectors.toMap(Route::key, Function.identity()));

        static {
            new Scene(CONVERSATION)
                    .prepare(
                            Description.operations().stream()
                                    .filter(o -> o.key().equals("POST /leads/{id}/release"))
                                    .findFirst()
                                    .orElseThrow(),
                            "");
            CONVERSATION.get("/leads?limit=1").expect(200);
        }
    }

    @Provide
    Arbitrary<Garbage> garbage() {
        return Garbage.any();
    }

    @Property(tries = 25, shrinking = ShrinkingMode.OFF)
    void garbage_is_refused_as_described_by_every_route(@ForAll("garbage") Garbage garbage) {
        for (Operation operation : Description.operations()) {
            Stage.CONVERSATION.deployment.clock.advance(Duration.ofSeconds(7));
            Route route = Objects.requireNonNull(Stage.ROUTES.get(operation.key()));
            ObjectNode event = event(operation, route, garbage);
            long before = Deployment.changes();

            Answer answer = Stage.CONVERSATION.answer(route, event);

            String told = operation + " " + garbage + " " + answer;
            assertThat(answer.status()).as(told).isBetween(200, 499);
            assertThat(Description.faults(operation, answer)).as(told).isEmpty();
            assertThat(answer.body()).as(told).doesNotContain(INSIDES);
            if (answer.status() >= 400) {
                saysWhatToDo(answer, told);
            }
            if (answer.status() >= 400 || operation.method().equals("GET")) {
                // A form counts what an address sends, whatever it is.
                long mayCount = operation.key().equals("POST /forms/{formId}") ? 1 : 0;
                assertThat(Deployment.changes() - before).as(told).isBetween(0L, mayCount);
            }
        }
    }

    private static void saysWhatToDo(Answer answer, String told) {
        if (answer.mediaType().equals("text/html")) {
            assertThat(answer.body()).as(told).contains("role=\"alert\"");
            return;
        }
        JsonNode problem = answer.json();
        assertThat(problem.path("status").asInt()).as(told).isEqualTo(answer.status());
        assertThat(problem.path("detail").asText("") + problem.path("errors"))
                .as(told)
                .isNotBlank();
    }

    private static ObjectNode event(Operation operation, Route route, Garbage garbage) {
        Map<String, String> real = new LinkedHashMap<>(operation.parameters());
        real.replaceAll((name, value) -> value.replace("brightwater", PRACTICE));
        if (operation.path().startsWith("/leads/{id}")) {
            real.put("id", Stage.LEAD);
        }
        Map<String, String> parameters = garbage.parameters(real);
        byte[] body = garbage.body(operation);
        Map<String, String> headers = new LinkedHashMap<>(garbage.headers());
        headers.put("content-type", garbage.contentType());
        if (operation.path().startsWith("/pms/")) {
            headers.putAll(
                    Webhook.signed(
                            "w-" + garbage.picks(),
                            Stage.CONVERSATION.deployment.clock.instant(),
                            new String(body, StandardCharsets.UTF_8)));
        }
        String path = operation.path();
        for (Map.Entry<String, String> parameter : parameters.entrySet()) {
            path = path.replace("{" + parameter.getKey() + "}", parameter.getValue());
        }
        ObjectNode event =
                Conversation.event(
                        route, path, garbage.query(operation), parameters, headers, body);
        if (route.authorizer().isPresent()) {
            Conversation.sign(event, PRACTICE, "mei", "[agent administrator]");
        }
        garbage.spoil(event);
        return event;
    }
}
