package io.leadmap.formintake;

import io.leadmap.json.Json;
import io.micronaut.json.tree.JsonNode;

import org.jspecify.annotations.Nullable;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Decodes what is posted to a form in its three encodings (domain section 8). */
final class FormBodies {

    /** The largest body that a form takes, in bytes. */
    static final int LARGEST = 64 * 1024;

    /** How much of a larger one is read, so that it can be shown again. */
    private static final int MOST_SHOWN = 4 * LARGEST;

    private static final String URL_ENCODED = "application/x-www-form-urlencoded";
    private static final String MULTIPART = "multipart/form-data";
    private static final String JSON = "application/json";
    private static final String OTHER =
            "Send " + URL_ENCODED + ", " + MULTIPART + " or " + JSON + ".";

    private FormBodies() {}

    /**
     * Reads what was posted.
     *
     * @param contentType as the request names it, null if it does not
     */
    static Posted read(@Nullable String contentType, byte[] body) {
        if (body.length > LARGEST) {
            byte[] beginning = Arrays.copyOf(body, Math.min(body.length, MOST_SHOWN));
            return new Posted.Refused(
                    Posted.Reason.TOO_LARGE,
                    "At most " + LARGEST + " bytes are taken.",
                    readAny(contentType, beginning).values());
        }
        return readAny(contentType, body);
    }

    /** A byte order mark is no part of what was sent. */
    private static byte[] withoutMark(byte[] body) {
        boolean marked =
                body.length >= 3
                        && body[0] == (byte) 0xEF
                        && body[1] == (byte) 0xBB
                        && body[2] == (byte) 0xBF;
        return marked ? Arrays.copyOfRange(body, 3, body.length) : body;
    }

    /** Tells whether a program posts this, whatever it accepts. */
    static boolean isJson(@Nullable String contentType) {
        return isJsonType(type(contentType).map(HeaderValue::value).orElse(""));
    }

    private static boolean isJsonType(String type) {
        return type.equals(JSON) || (type.startsWith("application/") && type.endsWith("+json"));
    }

    /** Tells whether a browser may post this without a script. */
    static boolean isForm(@Nullable String contentType) {
        String type = type(contentType).map(HeaderValue::value).orElse("");
        return type.equals(URL_ENCODED) || type.equals(MULTIPART);
    }

    private static Optional<HeaderValue> type(@Nullable String contentType) {
        return Optional.ofNullable(contentType).flatMap(HeaderValue::read);
    }

    private static Posted readAny(@Nullable String contentType, byte[] sent) {
        byte[] body = withoutMark(sent);
        Optional<HeaderValue> type = type(contentType);
        Optional<Charset> declared =
                SentText.charset(type.flatMap(t -> t.text("charset")).orElse(null));
        String name = type.map(HeaderValue::value).orElse("");
        if (isJsonType(name)) {
            return json(body);
        }
        return switch (name) {
            case URL_ENCODED -> UrlEncoded.read(body, declared);
            case MULTIPART ->
                    Multipart.read(
                            body, type.flatMap(t -> t.text("boundary")).orElse(""), declared);
            case "text/plain" -> unsupported(plain(SentText.decode(body, declared)));
            default -> unsupported(UrlEncoded.read(body, declared).values());
        };
    }

    private static Posted unsupported(Map<String, List<String>> values) {
        return new Posted.Refused(Posted.Reason.UNSUPPORTED, OTHER, values);
    }

    /**
     * What a form of {@code enctype="text/plain"} sends, as far as it can be told: it is refused,
     * because nothing there says where a value ends, but shown again.
     */
    private static Map<String, List<String>> plain(String text) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        String name = "";
        for (String line : text.split("\\R", 1_000)) {
            int equals = line.indexOf('=');
            boolean begins = equals > 0 && line.substring(0, equals).matches("[\\w.-]{1,60}");
            if (begins) {
                name = line.substring(0, equals);
            }
            String more = begins ? line.substring(equals + 1) : line;
            values.merge(
                    name,
                    List.of(more),
                    (before, now) -> List.of(before.getFirst() + "\n" + now.getFirst()));
        }
        return values;
    }

    private static Posted.Refused malformed(String why) {
        return new Posted.Refused(Posted.Reason.MALFORMED, why, Map.of());
    }

    private static Posted json(byte[] body) {
        try {
            JsonNode node = Json.read(body);
            if (!node.isObject()) {
                return malformed("The body is not a JSON object of fields and values.");
            }
            Map<String, List<String>> values = new LinkedHashMap<>();
            for (Map.Entry<String, JsonNode> entry : node.entries()) {
                Optional<List<String>> value = values(entry.getValue());
                if (value.isEmpty()) {
                    return malformed(
                            "A value is a text, a number, true, false, null or a list of texts.");
                }
                values.put(entry.getKey(), value.get());
            }
            return new Posted.Values(values, true);
        } catch (Json.Malformed e) {
            return malformed("The body is not JSON in UTF-8.");
        }
    }

    private static Optional<List<String>> values(JsonNode node) {
        if (node.isNull()) {
            return Optional.of(List.of());
        }
        if (!node.isArray()) {
            return node.isValueNode()
                    ? Optional.of(List.of(node.coerceStringValue()))
                    : Optional.empty();
        }
        List<String> texts = new ArrayList<>();
        for (JsonNode each : node.values()) {
            if (!each.isString()) {
                return Optional.empty();
            }
            texts.add(each.getStringValue());
        }
        return Optional.of(texts);
    }
}
