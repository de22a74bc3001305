package io.leadmap.runtime.form;

import io.leadmap.application.json.Json;
import io.micronaut.json.tree.JsonNode;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Decodes what is posted to a form in its three encodings (domain section 8). */
public final class FormBodies {

    /** The largest body that a form takes, in bytes. */
    public static final int LARGEST = 64 * 1024;

    private FormBodies() {}

    /**
     * @param contentType as the request names it, null if it does not
     */
    public static Posted read(@Nullable String contentType, byte[] body) {
        Optional<HeaderValue> type = Optional.ofNullable(contentType).flatMap(HeaderValue::read);
        String charset =
                type.map(t -> t.parameters().get("charset"))
                        .orElse("utf-8")
                        .toLowerCase(Locale.ROOT);
        if (!charset.equals("utf-8") && !charset.equals("utf8") && !charset.equals("us-ascii")) {
            return new Posted.Unsupported("Send the form in UTF-8.");
        }
        return switch (type.map(HeaderValue::value).orElse("")) {
            case "application/x-www-form-urlencoded" -> UrlEncoded.read(body);
            case "multipart/form-data" ->
                    Multipart.read(body, type.get().parameters().getOrDefault("boundary", ""));
            case "application/json" -> json(body);
            default ->
                    new Posted.Unsupported(
                            "Send application/x-www-form-urlencoded, multipart/form-data or"
                                    + " application/json.");
        };
    }

    private static Posted json(byte[] body) {
        try {
            JsonNode node = Json.read(body);
            if (!node.isObject()) {
                return new Posted.Malformed("The body is not a JSON object of fields and values.");
            }
            Map<String, List<String>> values = new LinkedHashMap<>();
            for (Map.Entry<String, JsonNode> entry : node.entries()) {
                Optional<List<String>> value = values(entry.getValue());
                if (value.isEmpty()) {
                    return new Posted.Malformed(
                            "A value is a text, a number, true, false, null or a list of texts.");
                }
                values.put(entry.getKey(), value.get());
            }
            return new Posted.Values(values, true);
        } catch (Json.Malformed e) {
            return new Posted.Malformed("The body is not JSON in UTF-8.");
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
