package io.leadmap.testkit;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

import io.leadmap.json.Json;
import io.micronaut.json.tree.JsonNode;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Hands an event to a function, as Lambda does. */
public final class FunctionCall {

    /** From the folder of a function. */
    private static final Path EVENTS = Path.of("..", "..", "events");

    private FunctionCall() {}

    /** What a function answers to an event. */
    public static JsonNode of(RequestStreamHandler function, String event) {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        try {
            function.handleRequest(
                    new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)),
                    answer,
                    new LambdaCall());
            return Json.read(answer.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Json.Malformed e) {
            throw new IllegalStateException(e);
        }
    }

    /** A sample event of the folder {@code events}. */
    public static String sample(String name) {
        try {
            return Files.readString(EVENTS.resolve(name + ".json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A tick of a schedule. */
    public static String tick() {
        return """
        {"source": "aws.events", "detail-type": "Scheduled Event", "detail": {}}
        """;
    }
}
