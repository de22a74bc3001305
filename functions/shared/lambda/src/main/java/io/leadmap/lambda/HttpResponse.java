package io.leadmap.lambda;

import io.leadmap.json.Json;
import io.leadmap.json.JsonObject;
import io.micronaut.json.tree.JsonNode;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An answer of the HTTP API.
 *
 * @param headers by name; {@code Cache-Control: no-store} is added where no cache control is given
 * @param body UTF-8 text
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record HttpResponse(int status, Map<String, String> headers, byte[] body) {

    private static final byte[] NOTHING = {};

    public HttpResponse {
        headers = Map.copyOf(headers);
    }

    /** An answer with a JSON body. */
    public static HttpResponse json(int status, JsonNode body) {
        return new HttpResponse(
                status, Map.of("Content-Type", "application/json"), Json.write(body));
    }

    /** An answer with a JSON body. */
    public static HttpResponse json(int status, JsonObject body) {
        return json(status, body.node());
    }

    /** An answer with a text body, for example {@code text/html; charset=utf-8}. */
    public static HttpResponse text(int status, String contentType, String body) {
        return new HttpResponse(
                status, Map.of("Content-Type", contentType), body.getBytes(StandardCharsets.UTF_8));
    }

    /** An answer without a body. */
    public static HttpResponse empty(int status) {
        return new HttpResponse(status, Map.of(), NOTHING);
    }

    /** 303: look there. */
    public static HttpResponse seeOther(String location) {
        return empty(303).with("Location", location);
    }

    /** This answer with one more header. */
    public HttpResponse with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new HttpResponse(status, more, body);
    }

    /** The body as text, for tests. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }
}
