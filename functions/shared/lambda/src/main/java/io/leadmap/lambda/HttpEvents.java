package io.leadmap.lambda;

import io.leadmap.json.Json;
import io.leadmap.json.JsonObject;
import io.leadmap.json.TrustingView;
import io.micronaut.json.tree.JsonNode;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The HTTP API's event and answer, payload format 2.0. */
public final class HttpEvents {

    private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+)}");

    private HttpEvents() {}

    /** Empty if the body is not what the event says, or if the path lacks a part of its route. */
    static Optional<HttpRequest> request(JsonNode event) {
        TrustingView trusted = new TrustingView(event);
        return body(trusted).map(body -> request(trusted, body)).filter(HttpEvents::hasItsPath);
    }

    private static HttpRequest request(TrustingView event, byte[] body) {
        TrustingView context = event.find("requestContext");
        TrustingView http = context.find("http");
        return new HttpRequest(
                http.textOrEmpty("method"),
                event.textOrEmpty("routeKey"),
                event.textOrEmpty("rawPath"),
                texts(event.find("pathParameters").node()),
                HttpRequest.parameters(event.textOrEmpty("rawQueryString")),
                lowerCaseNames(texts(event.find("headers").node())),
                body,
                claims(context.find("authorizer").find("jwt").find("claims").node()),
                http.textOrEmpty("sourceIp"),
                context.textOrEmpty("requestId"));
    }

    private static Optional<byte[]> body(TrustingView event) {
        String body = event.textOrEmpty("body");
        if (!event.isTrue("isBase64Encoded")) {
            return Optional.of(body.getBytes(StandardCharsets.UTF_8));
        }
        try {
            return Optional.of(Base64.getDecoder().decode(body));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean hasItsPath(HttpRequest request) {
        return PARAMETER
                .matcher(request.routeKey())
                .results()
                .allMatch(name -> request.pathParameters().containsKey(name.group(1)));
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

    /**
     * What a body comes to in bytes within Lambda's answer, which is JSON and may have 6 MB:
     * quotes, backslashes and control characters are written as escapes there.
     */
    public static long weight(byte[] body) {
        long weight = body.length;
        for (byte b : body) {
            if (b == '"' || b == '\\') {
                weight++;
            } else if (b >= 0 && b < ' ') {
                weight += b == '\n' || b == '\r' || b == '\t' ? 1 : 5;
            }
        }
        return weight;
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

    /**
     * As API Gateway renders them, also where somebody else hands them over as they stand in the
     * token: a list as {@code [a b]}. A claim that is there is never read as one that is missing.
     */
    private static Map<String, String> claims(JsonNode object) {
        Map<String, String> claims = new LinkedHashMap<>(texts(object));
        if (object.isObject()) {
            for (Map.Entry<String, JsonNode> claim : object.entries()) {
                claims.computeIfAbsent(claim.getKey(), name -> rendered(claim.getValue()));
            }
        }
        return claims;
    }

    private static String rendered(JsonNode list) {
        List<String> values = new ArrayList<>();
        if (list.isArray()) {
            list.values().forEach(value -> values.add(Json.text(value)));
        }
        return "[" + String.join(" ", values) + "]";
    }

    private static Map<String, String> lowerCaseNames(Map<String, String> headers) {
        Map<String, String> lower = new LinkedHashMap<>();
        headers.forEach((name, value) -> lower.put(name.toLowerCase(Locale.ROOT), value));
        return lower;
    }
}
