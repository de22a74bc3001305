package io.leadmap.runtime;

import io.leadmap.application.json.Json;
import io.leadmap.application.json.JsonObject;
import io.micronaut.json.tree.JsonNode;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The HTTP API's event and answer, payload format 2.0. */
final class HttpEvents {

    private HttpEvents() {}

    static HttpRequest request(JsonNode event) {
        JsonNode context = Nodes.child(event, "requestContext");
        JsonNode http = Nodes.child(context, "http");
        String body = Nodes.text(event, "body");
        return new HttpRequest(
                Nodes.text(http, "method"),
                Nodes.text(event, "routeKey"),
                Nodes.text(event, "rawPath"),
                texts(Nodes.child(event, "pathParameters")),
                HttpRequest.parameters(Nodes.text(event, "rawQueryString")),
                lowerCaseNames(texts(Nodes.child(event, "headers"))),
                Nodes.isTrue(event, "isBase64Encoded")
                        ? Base64.getDecoder().decode(body)
                        : body.getBytes(StandardCharsets.UTF_8),
                texts(
                        Nodes.child(
                                Nodes.child(Nodes.child(context, "authorizer"), "jwt"), "claims")),
                Nodes.text(http, "sourceIp"),
                Nodes.text(context, "requestId"));
    }

    static byte[] write(HttpResponse response) {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.put("Cache-Control", "no-store");
        headers.put("X-Content-Type-Options", "nosniff");
        headers.putAll(response.headers());
        JsonObject written = Json.object();
        headers.forEach(written::put);
        return Json.write(
                Json.object()
                        .put("statusCode", response.status())
                        .put("headers", written)
                        .put("body", response.text())
                        .put("isBase64Encoded", false)
                        .node());
    }

    private static Map<String, String> texts(JsonNode object) {
        Map<String, String> texts = new LinkedHashMap<>();
        if (object.isObject()) {
            for (Map.Entry<String, JsonNode> member : object.entries()) {
                if (!member.getValue().isContainerNode() && !member.getValue().isNull()) {
                    texts.put(member.getKey(), member.getValue().coerceStringValue());
                }
            }
        }
        return texts;
    }

    private static Map<String, String> lowerCaseNames(Map<String, String> headers) {
        Map<String, String> lower = new LinkedHashMap<>();
        headers.forEach((name, value) -> lower.put(name.toLowerCase(Locale.ROOT), value));
        return lower;
    }
}
