package io.leadmap.local.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Turns a request into API Gateway's event of payload version 2.0.
 *
 * <p>API Gateway hands a body on as text for text/*, application/json, application/xml and
 * application/javascript; every other body, url-encoded forms and such without a content type
 * included, is base64.
 */
final class GatewayEvent {
    private static final Set<String> TEXT =
            Set.of("application/json", "application/xml", "application/javascript");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    private final int port;
    private final String account;

    GatewayEvent(int port, String account) {
        this.port = port;
        this.account = account;
    }

    /**
     * @param claims of the token as strings; null when the route has no authorizer
     */
    ObjectNode of(
            Request request,
            RouteMatcher.Match match,
            @org.jspecify.annotations.Nullable Map<String, String> claims,
            Instant now) {
        ObjectNode event =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("version", "2.0")
                        .put("routeKey", match.route().key())
                        .put("rawPath", request.path())
                        .put("rawQueryString", request.rawQuery());
        cookies(request, event);
        headers(request, event);
        if (!request.rawQuery().isEmpty()) {
            ObjectNode query = event.putObject("queryStringParameters");
            request.query().forEach((name, values) -> query.put(name, String.join(",", values)));
        }
        event.set("requestContext", context(request, match, claims, now));
        if (!match.parameters().isEmpty()) {
            match.parameters().forEach(event.putObject("pathParameters")::put);
        }
        body(request, event);
        return event;
    }

    private static void cookies(Request request, ObjectNode event) {
        List<String> cookies = request.headers().get("cookie");
        if (cookies != null) {
            ArrayNode list = event.putArray("cookies");
            cookies.forEach(line -> Arrays.stream(line.split("; ")).forEach(list::add));
        }
    }

    private void headers(Request request, ObjectNode event) {
        ObjectNode headers = event.putObject("headers");
        request.headers()
                .forEach((name, values) -> {
                    if (!name.equals("cookie") && !name.equals("connection")) {
                        headers.put(name, String.join(",", values));
                    }
                });
        String before = request.header("x-forwarded-for").map(v -> v + ", ").orElse("");
        headers.put("x-forwarded-for", before + request.sourceIp());
        headers.put("x-forwarded-port", Integer.toString(port));
        headers.put("x-forwarded-proto", "http");
        headers.put("x-amzn-trace-id", "Root=1-" + UUID.randomUUID());
    }

    private ObjectNode context(
            Request request,
            RouteMatcher.Match match,
            @org.jspecify.annotations.Nullable Map<String, String> claims,
            Instant now) {
        ObjectNode context =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("accountId", account)
                        .put("apiId", "local")
                        .put("domainName", "localhost")
                        .put("domainPrefix", "localhost");
        if (claims != null) {
            ObjectNode jwt = context.putObject("authorizer").putObject("jwt");
            claims.forEach(jwt.putObject("claims")::put);
            jwt.putNull("scopes");
        }
        context.putObject("http")
                .put("method", request.method())
                .put("path", request.path())
                .put("protocol", request.protocol())
                .put("sourceIp", request.sourceIp())
                .put("userAgent", request.header("user-agent").orElse(""));
        return context.put("requestId", UUID.randomUUID().toString())
                .put("routeKey", match.route().key())
                .put("stage", "$default")
                .put("time", TIME.format(now))
                .put("timeEpoch", now.toEpochMilli());
    }

    private static void body(Request request, ObjectNode event) {
        boolean binary = request.body().length > 0 && !isText(request);
        if (request.body().length > 0) {
            event.put(
                    "body",
                    binary ? Base64.getEncoder().encodeToString(request.body()) : request.text());
        }
        event.put("isBase64Encoded", binary);
    }

    private static boolean isText(Request request) {
        String type =
                request.header("content-type")
                        .orElse("")
                        .split(";", 2)[0]
                        .strip()
                        .toLowerCase(Locale.ROOT);
        return type.startsWith("text/") || TEXT.contains(type);
    }
}
