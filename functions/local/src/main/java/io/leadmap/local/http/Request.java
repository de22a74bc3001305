package io.leadmap.local.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A request as it came over the socket.
 *
 * @param method upper case
 * @param rawPath as sent
 * @param rawQuery as sent, without the question mark; empty when there is none
 * @param protocol such as {@code HTTP/1.1}
 * @param sourceIp of the caller
 * @param headers lower-cased names, values in order
 * @param body all of it
 */
record Request(
        String method,
        String rawPath,
        String rawQuery,
        String protocol,
        String sourceIp,
        Map<String, List<String>> headers,
        byte[] body) {

    /** The path decoded; a plus sign stays one. */
    String path() {
        return decode(rawPath.replace("+", "%2B"));
    }

    /** The first value of a header. */
    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name)).map(List::getFirst);
    }

    /** Whether the caller would rather read HTML than JSON. */
    boolean wantsHtml() {
        return header("accept").orElse("").contains("text/html");
    }

    /** Decoded query parameters, all values of each in order. */
    Map<String, List<String>> query() {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        for (String pair : rawQuery.split("&")) {
            if (!pair.isEmpty()) {
                String[] parts = pair.split("=", 2);
                parameters
                        .computeIfAbsent(decode(parts[0]), name -> new ArrayList<>())
                        .add(parts.length == 2 ? decode(parts[1]) : "");
            }
        }
        return parameters;
    }

    /** The body as text. */
    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}
