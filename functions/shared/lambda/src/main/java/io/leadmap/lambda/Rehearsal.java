package io.leadmap.lambda;

import io.leadmap.json.Json;
import io.leadmap.json.JsonObject;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.regex.Pattern;

/**
 * One request for each route of a function, as API Gateway sends it, to a practice that exists in
 * the rehearsal alone. Some change something there, the others are refused.
 */
public final class Rehearsal {

    /** The id of the practice that is rehearsed with, and of whatever else need only have one. */
    public static final String PRACTICE = "rehearsal";

    /** The id of the person who calls: an agent of the practice. */
    public static final String AGENT = "agent";

    private static final Pattern NAME = Pattern.compile("\\{(\\w+)}");

    private final HttpFunction function;
    private final ClaimNames names;

    Rehearsal(HttpFunction function) {
        this.function = function;
        names = ClaimNames.of(function.bean(Environment.class));
    }

    /** Goes down every route; what fails is logged, and the next route is gone down. */
    void run(List<Endpoint> endpoints) {
        for (Endpoint endpoint : endpoints) {
            for (String routeKey : endpoint.addTo(new Routes()).keys()) {
                try {
                    call(routeKey, endpoint.samples());
                } catch (IOException | RuntimeException e) {
                    function.log().fault(PRACTICE, "priming failed", e, "route", routeKey);
                }
            }
        }
    }

    private void call(String routeKey, Samples samples) throws IOException {
        byte[] event = Json.write(event(routeKey, samples).node());
        function.handleRequest(
                new ByteArrayInputStream(event), OutputStream.nullOutputStream(), null);
    }

    private JsonObject event(String routeKey, Samples samples) {
        String[] methodAndPath = routeKey.split(" ", 2);
        JsonObject parameters = Json.object();
        NAME.matcher(routeKey)
                .results()
                .map(name -> name.group(1))
                .forEach(name ->
                        parameters.put(name, samples.parameters().getOrDefault(name, PRACTICE)));
        JsonObject claims =
                Json.object()
                        .put(names.practice(), PRACTICE)
                        .put(names.roles(), "[agent]")
                        .put("sub", "rehearsal|" + AGENT)
                        .put("email", AGENT + "@rehearsal.example")
                        .put("email_verified", "true");
        return Json.object()
                .put("routeKey", routeKey)
                .put("rawPath", methodAndPath[1])
                .put("rawQueryString", "")
                .put("headers", Json.object().put("Content-Type", "application/json"))
                .put("pathParameters", parameters)
                .put(
                        "requestContext",
                        Json.object()
                                .put("requestId", PRACTICE)
                                .put(
                                        "http",
                                        Json.object()
                                                .put("method", methodAndPath[0])
                                                .put("sourceIp", "192.0.2.1"))
                                .put(
                                        "authorizer",
                                        Json.object()
                                                .put("jwt", Json.object().put("claims", claims))))
                .put("body", samples.bodies().getOrDefault(routeKey, "{}"))
                .put("isBase64Encoded", false);
    }
}
