package io.leadmap.conformance;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.leadmap.template.Route;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Calls of one practice, made as API Gateway makes them: payload 2.0, claims already verified. */
final class Conversation {

    final Deployment deployment;
    final String practice;

    Conversation(Deployment deployment, String practice) {
        this.deployment = deployment;
        this.practice = practice;
        deployment.configure(practice);
    }

    /** Calls as an agent. */
    Answer get(String pathAndQuery) {
        return call("ava", "GET", pathAndQuery, Map.of(), "");
    }

    Answer post(String path, String json) {
        return call("ava", "POST", path, Map.of(), json);
    }

    /** Calls as a person, with all roles that the practice gives them. */
    Answer call(
            String person,
            String method,
            String pathAndQuery,
            Map<String, String> headers,
            String body) {
        String[] parts = pathAndQuery.split("\\?", 2);
        Map<String, String> parameters = new LinkedHashMap<>();
        Route route = route(method, parts[0], parameters);
        Map<String, String> all = new LinkedHashMap<>(Map.of("content-type", "application/json"));
        all.putAll(headers);
        ObjectNode event =
                event(
                        route,
                        parts[0],
                        parts.length < 2 ? "" : parts[1],
                        parameters,
                        all,
                        body.getBytes(StandardCharsets.UTF_8));
        if (route.authorizer().isPresent()) {
            sign(event, practice, person, "[agent provider administrator]");
        }
        return answer(route, event);
    }

    Answer answer(Route route, ObjectNode event) {
        return Answer.of(Deployment.invoke(deployment.handlerOf(route), event));
    }

    /** The event of a request; a body that is not text for API Gateway comes as base64. */
    static ObjectNode event(
            Route route,
            String path,
            String query,
            Map<String, String> parameters,
            Map<String, String> headers,
            byte[] body) {
        ObjectNode event =
                Deployment.JSON
                        .createObjectNode()
                        .put("version", "2.0")
                        .put("routeKey", route.key())
                        .put("rawPath", path)
                        .put("rawQueryString", query);
        ObjectNode written = event.putObject("headers");
        headers.forEach(written::put);
        ObjectNode context = event.putObject("requestContext");
        context.put("requestId", "r-1").put("routeKey", route.key()).put("stage", "$default");
        context.putObject("http")
                .put("method", route.method())
                .put("path", path)
                .put("sourceIp", "203.0.113.7");
        if (!parameters.isEmpty()) {
            ObjectNode named = event.putObject("pathParameters");
            parameters.forEach(named::put);
        }
        boolean text = headers.getOrDefault("content-type", "").startsWith("application/json");
        if (body.length > 0) {
            event.put(
                    "body",
                    text
                            ? new String(body, StandardCharsets.UTF_8)
                            : Base64.getEncoder().encodeToString(body));
        }
        return event.put("isBase64Encoded", body.length > 0 && !text);
    }

    /** Adds the claims that the authorizer has verified; roles as API Gateway renders a list. */
    static void sign(ObjectNode event, String practice, String person, String roles) {
        ((ObjectNode) event.path("requestContext"))
                .putObject("authorizer")
                .putObject("jwt")
                .putObject("claims")
                .put("practice", practice)
                .put("sub", person)
                .put("roles", roles);
    }

    /** The route that API Gateway would choose: fixed parts win over parameters. */
    private static Route route(String method, String path, Map<String, String> parameters) {
        List<Route> fitting = new ArrayList<>();
        for (Route route : Deployment.routes()) {
            if (route.method().equals(method) && fits(route.path(), path)) {
                fitting.add(route);
            }
        }
        fitting.sort(
                java.util.Comparator.comparingLong(
                        route -> route.path().chars().filter(c -> c == '{').count()));
        if (fitting.isEmpty()) {
            throw new IllegalStateException("the template has no route for " + method + " " + path);
        }
        Route route = fitting.getFirst();
        String[] names = route.path().split("/", -1);
        String[] values = path.split("/", -1);
        for (int i = 0; i < names.length; i++) {
            if (names[i].startsWith("{")) {
                parameters.put(names[i].substring(1, names[i].length() - 1), values[i]);
            }
        }
        return route;
    }

    private static boolean fits(String pattern, String path) {
        return path.matches(pattern.replaceAll("\\{\\w+}", "[^/]+"));
    }
}
