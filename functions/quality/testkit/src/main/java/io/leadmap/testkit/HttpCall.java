package io.leadmap.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

import io.leadmap.json.Json;
import io.leadmap.json.JsonObject;
import io.micronaut.json.tree.JsonNode;

import java.util.Map;
import java.util.TreeMap;

/**
 * A call of the HTTP API, as API Gateway hands it to a function (payload 2.0).
 *
 * @param path the path's parameters
 * @param claims what the authorizer found in the caller's token; empty for a public route
 */
public record HttpCall(
        String routeKey,
        Map<String, String> path,
        Map<String, String> claims,
        Map<String, String> headers,
        String body) {

    /** A call without anything besides its address. */
    public static HttpCall of(String routeKey) {
        return new HttpCall(routeKey, Map.of(), Map.of(), Map.of(), "");
    }

    /** The same where a parameter of the path has a value. */
    public HttpCall at(String parameter, String value) {
        Map<String, String> more = new TreeMap<>(path);
        more.put(parameter, value);
        return new HttpCall(routeKey, more, claims, headers, body);
    }

    /** The same by an agent of a practice, who signs in for the first time. */
    public HttpCall by(String practice, String agent) {
        Map<String, String> token =
                Map.of(
                        "practice",
                        practice,
                        "sub",
                        "auth0|" + agent,
                        "email",
                        agent + "@" + practice + ".example",
                        "email_verified",
                        "true");
        return new HttpCall(routeKey, path, token, headers, body);
    }

    /** The same with a JSON document. */
    public HttpCall sending(String json) {
        return new HttpCall(
                routeKey, path, claims, Map.of("content-type", "application/json"), json);
    }

    /** What a function answers. */
    public Answer to(RequestStreamHandler function) {
        JsonNode answer = FunctionCall.of(function, new String(Json.write(event()), UTF_8));
        JsonNode body = answer.get("body");
        return new Answer(
                answer.get("statusCode").getIntValue(), body == null ? "" : body.getStringValue());
    }

    private JsonNode event() {
        String[] methodAndPath = routeKey.split(" ", 2);
        JsonObject context =
                Json.object()
                        .put("requestId", "request")
                        .put(
                                "http",
                                Json.object()
                                        .put("method", methodAndPath[0])
                                        .put("sourceIp", "192.0.2.1"));
        if (!claims.isEmpty()) {
            context.put(
                    "authorizer",
                    Json.object().put("jwt", Json.object().put("claims", texts(claims))));
        }
        return Json.object()
                .put("routeKey", routeKey)
                .put("rawPath", methodAndPath[1])
                .put("rawQueryString", "")
                .put("headers", texts(headers))
                .put("pathParameters", texts(path))
                .put("requestContext", context)
                .put("body", body)
                .put("isBase64Encoded", false)
                .node();
    }

    private static JsonObject texts(Map<String, String> texts) {
        JsonObject object = Json.object();
        texts.forEach(object::put);
        return object;
    }

    /** An answer's status, and its body as text. */
    public record Answer(int status, String body) {}
}
