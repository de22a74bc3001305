package io.leadmap.conformance;

import com.fasterxml.jackson.databind.JsonNode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a function answered to the HTTP API.
 *
 * @param headers by lower-case name
 */
record Answer(int status, Map<String, String> headers, String body) {

    static Answer of(JsonNode event) {
        Map<String, String> headers = new TreeMap<>();
        event.path("headers")
                .properties()
                .forEach(header ->
                        headers.put(
                                header.getKey().toLowerCase(Locale.ROOT),
                                header.getValue().asText()));
        return new Answer(event.path("statusCode").asInt(), headers, event.path("body").asText(""));
    }

    /** The media type without its parameters, empty if there is none. */
    String mediaType() {
        return headers.getOrDefault("content-type", "").split(";", 2)[0].strip();
    }

    JsonNode json() {
        try {
            return Deployment.JSON.readTree(body);
        } catch (IOException e) {
            throw new UncheckedIOException(body, e);
        }
    }

    /** How many bytes the body takes within the JSON that the function hands to Lambda. */
    long weight() {
        try {
            return Deployment.JSON.writeValueAsBytes(body).length;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** This answer, if it has this status. */
    Answer expect(int wanted) {
        if (status != wanted) {
            throw new AssertionError("answered " + status + " instead of " + wanted + ": " + body);
        }
        return this;
    }
}
