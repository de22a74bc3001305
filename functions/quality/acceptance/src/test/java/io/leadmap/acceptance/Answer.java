package io.leadmap.acceptance;

import com.fasterxml.jackson.databind.JsonNode;

import java.io.IOException;
import java.net.http.HttpHeaders;

/** What came back. */
record Answer(int status, HttpHeaders headers, String body) {

    Answer expect(int expected) {
        if (status != expected) {
            throw new AssertionError("expected " + expected + ", got " + status + ": " + body);
        }
        return this;
    }

    JsonNode json() {
        try {
            return Leadmap.JSON.readTree(body);
        } catch (IOException e) {
            throw new AssertionError("not JSON: " + body, e);
        }
    }

    String header(String name) {
        return headers.firstValue(name).orElse("");
    }
}
