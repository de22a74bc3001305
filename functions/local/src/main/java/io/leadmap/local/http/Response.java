package io.leadmap.local.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * An answer.
 *
 * @param status HTTP status
 * @param headers names and their values
 * @param body what is sent
 */
record Response(int status, Map<String, List<String>> headers, byte[] body) {

    static Response json(int status, JsonNode body) {
        return json(status, body.toString().getBytes(StandardCharsets.UTF_8));
    }

    static Response json(int status, byte[] body) {
        return new Response(
                status, Map.of("Content-Type", List.of("application/json; charset=utf-8")), body);
    }

    /** As API Gateway words its own refusals. */
    static Response message(int status, String message) {
        return json(status, JsonNodeFactory.instance.objectNode().put("message", message));
    }

    /** RFC 9457, for the runner's own calls. */
    static Response problem(int status, String type, String detail) {
        byte[] body =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("type", type)
                        .put("status", status)
                        .put("detail", detail)
                        .toString()
                        .getBytes(StandardCharsets.UTF_8);
        return new Response(
                status, Map.of("Content-Type", List.of("application/problem+json")), body);
    }

    static Response html(int status, String page) {
        return new Response(
                status,
                Map.of(
                        "Content-Type",
                        List.of("text/html; charset=utf-8"),
                        "Content-Security-Policy",
                        List.of(
                                "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self';"
                                        + " img-src data:; form-action 'self'")),
                page.getBytes(StandardCharsets.UTF_8));
    }

    static Response empty(int status) {
        return new Response(status, Map.of(), new byte[0]);
    }

    static Response redirect(String location) {
        return new Response(303, Map.of("Location", List.of(location)), new byte[0]);
    }
}
