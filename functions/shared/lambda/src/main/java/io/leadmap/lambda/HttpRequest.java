package io.leadmap.lambda;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A request of the HTTP API (payload 2.0).
 *
 * @param routeKey method and path pattern, for example {@code POST /leads/{id}/calls}
 * @param path the part of the path after the stage
 * @param pathParameters decoded
 * @param query decoded; the same value of a parameter counts once, whoever repeated it on the way
 * @param headers by lower-case name
 * @param body decoded from base64 where the API encoded it, else UTF-8
 * @param claims of the verified token; empty on public routes
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record HttpRequest(
        String method,
        String routeKey,
        String path,
        Map<String, String> pathParameters,
        Map<String, List<String>> query,
        Map<String, String> headers,
        byte[] body,
        Map<String, String> claims,
        String sourceAddress,
        String requestId) {

    public HttpRequest {
        pathParameters = Map.copyOf(pathParameters);
        query = distinct(query);
        headers = Map.copyOf(headers);
        claims = Map.copyOf(claims);
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    /** A parameter; several values of it are joined by commas. */
    public Optional<String> query(String name) {
        return Optional.ofNullable(query.get(name)).map(values -> String.join(",", values));
    }

    /** A parameter of the route's pattern. */
    public String path(String name) {
        String value = pathParameters.get(name);
        if (value == null) {
            throw new IllegalStateException("route " + routeKey + " has no parameter " + name);
        }
        return value;
    }

    /** The media type of the body in lower case without parameters, empty if none is named. */
    public String mediaType() {
        String type = header("content-type").orElse("");
        int end = type.indexOf(';');
        return (end < 0 ? type : type.substring(0, end)).strip().toLowerCase(Locale.ROOT);
    }

    /**
     * Tells whether the caller wants this media type rather than the usual one: it is named in
     * {@code Accept}, and not with less weight or behind the other.
     *
     * @param usual what is answered with otherwise
     */
    public boolean prefers(String mediaType, String usual) {
        return Preferences.of(header("accept").orElse("")).prefer(mediaType, usual);
    }

    /** Without headers, query and body: a request may be named in a log. */
    @Override
    public String toString() {
        return "HttpRequest[" + routeKey + ", " + requestId + "]";
    }

    private static Map<String, List<String>> distinct(Map<String, List<String>> query) {
        Map<String, List<String>> distinct = new LinkedHashMap<>();
        query.forEach((name, values) -> distinct.put(name, values.stream().distinct().toList()));
        return Collections.unmodifiableMap(distinct);
    }

    /** Reads {@code a=1&b=2}. */
    static Map<String, List<String>> parameters(@Nullable String encoded) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        if (encoded == null || encoded.isEmpty()) {
            return parameters;
        }
        for (String pair : encoded.split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = PercentEncoding.decode(equals < 0 ? pair : pair.substring(0, equals));
            String value = equals < 0 ? "" : PercentEncoding.decode(pair.substring(equals + 1));
            if (!name.isEmpty()) {
                parameters.computeIfAbsent(name, n -> new ArrayList<>()).add(value);
            }
        }
        return parameters;
    }
}
