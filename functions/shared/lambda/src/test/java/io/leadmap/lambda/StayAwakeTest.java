package io.leadmap.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadmap.json.Json;
import io.leadmap.testkit.LambdaCall;
import io.micronaut.context.ApplicationContext;
import io.micronaut.json.tree.JsonNode;

import jakarta.inject.Singleton;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A call that only keeps a snapshot does nothing. */
class StayAwakeTest {

    private final OperatorFunction function =
            new Importing(
                    LambdaFunction.beansOf(
                            Importing.class, Map.of(), InstantSource.fixed(Instant.EPOCH)));

    @Test
    void a_function_that_is_to_stay_awake_answers_and_does_nothing() throws IOException {
        String event = Files.readString(Path.of("../../../events/awake.json"));

        assertThat(answer(event)).isEqualTo("null");
        assertThat(function.bean(Imported.class).documents).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"stay\": \"awake\", \"practice\": \"p\"}",
                "{\"stay\": true}",
                "{\"stay\": \"asleep\"}",
                "\"awake\"",
            })
    void any_other_event_is_worked_at(String event) throws IOException {
        answer(event);

        assertThat(function.bean(Imported.class).documents).hasSize(1);
    }

    private String answer(String event) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        function.handleRequest(
                new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)),
                answer,
                new LambdaCall());
        return answer.toString(StandardCharsets.UTF_8);
    }

    /** A function that an operator invokes. */
    private static final class Importing extends OperatorFunction {

        Importing(ApplicationContext beans) {
            super(beans, Importing::new, Imported.class);
        }
    }

    /** Keeps what it was given. */
    @Singleton
    static final class Imported implements Function<JsonNode, JsonNode> {
        final List<JsonNode> documents = new ArrayList<>();

        @Override
        public JsonNode apply(JsonNode document) {
            documents.add(document);
            return Json.object().node();
        }
    }
}
