package io.leadmap.acceptance;

import com.fasterxml.jackson.databind.JsonNode;

import org.jspecify.annotations.Nullable;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Someone who calls: a person with a token, or anyone. */
record Caller(Leadmap leadmap, @Nullable Supplier<String> token) {

    Answer get(String path) {
        return send("GET", path, null, null, Map.of());
    }

    Answer post(String path, String json) {
        return send("POST", path, json, "application/json", Map.of());
    }

    Answer post(String path, Map<String, ?> body) {
        return post(path, Leadmap.json(body));
    }

    Answer patch(String path, Map<String, ?> body) {
        return send("PATCH", path, Leadmap.json(body), "application/json", Map.of());
    }

    Answer send(
            String method,
            String path,
            @Nullable String body,
            @Nullable String contentType,
            Map<String, String> headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder()
                        .method(
                                method,
                                body == null
                                        ? HttpRequest.BodyPublishers.noBody()
                                        : HttpRequest.BodyPublishers.ofString(body));
        if (contentType != null) {
            request.header("Content-Type", contentType);
        }
        if (token != null) {
            request.header("Authorization", "Bearer " + token.get());
        }
        headers.forEach(request::header);
        return leadmap.send(request, path);
    }

    /** The one lead that a search finds. */
    JsonNode lead(String q) {
        JsonNode found =
                get("/leads?suspended=any&q=" + URLEncoder.encode(q, StandardCharsets.UTF_8))
                        .expect(200)
                        .json();
        if (found.path("items").size() != 1) {
            throw new AssertionError("expected one lead for " + q + ", found " + found);
        }
        return get("/leads/" + found.path("items").get(0).path("id").asText()).expect(200).json();
    }

    /** The types of the entries of a lead's history, oldest first. */
    List<String> history(String lead) {
        return get("/leads/" + lead + "/history?limit=200")
                .expect(200)
                .json()
                .path("items")
                .valueStream()
                .map(e -> e.path("type").asText())
                .toList();
    }
}
