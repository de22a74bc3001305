package io.leadmap.formintake;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A header's value with parameters: {@code multipart/form-data; boundary=abc}. What is wrong among
 * the parameters is passed over, and of one that stands there twice the first counts: the value
 * says enough.
 *
 * @param value in lower case
 * @param parameters names in lower case, values without their quotes
 */
record HeaderValue(String value, Map<String, String> parameters) {

    HeaderValue {
        parameters = Map.copyOf(parameters);
    }

    /** Empty if there is no value. */
    static Optional<HeaderValue> read(String header) {
        int at = end(header, 0);
        String value = header.substring(0, at).strip().toLowerCase(Locale.ROOT);
        Map<String, String> parameters = new LinkedHashMap<>();
        while (at < header.length()) {
            int next = end(header, at + 1);
            int equals = header.indexOf('=', at + 1);
            if (equals >= 0 && equals < next) {
                String name = header.substring(at + 1, equals).strip().toLowerCase(Locale.ROOT);
                parameters.putIfAbsent(name, unquoted(header.substring(equals + 1, next).strip()));
            }
            at = next;
        }
        return value.isEmpty() ? Optional.empty() : Optional.of(new HeaderValue(value, parameters));
    }

    /** Tells whether there is such a parameter, plain or extended. */
    boolean has(String name) {
        return parameters.containsKey(name) || parameters.containsKey(name + "*");
    }

    /** A parameter, plain or extended: {@code name*=UTF-8''na%C3%AFve} (RFC 8187). */
    Optional<String> text(String name) {
        return Optional.ofNullable(parameters.get(name))
                .or(() -> Optional.ofNullable(parameters.get(name + "*")).map(HeaderValue::plain));
    }

    private static String plain(String extended) {
        String[] parts = extended.split("'", 3);
        return parts.length < 3
                ? extended
                : UrlEncoded.text(
                        parts[2].replace("+", "%2B").getBytes(StandardCharsets.ISO_8859_1),
                        SentText.charset(parts[0]));
    }

    /**
     * Where the part that begins here ends: at the next semicolon outside quotes, or at the end.
     */
    private static int end(String header, int from) {
        boolean quoted = false;
        for (int i = from; i < header.length(); i++) {
            char c = header.charAt(i);
            if (quoted && c == '\\') {
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ';' && !quoted) {
                return i;
            }
        }
        return header.length();
    }

    private static String unquoted(String text) {
        if (text.length() < 2 || !text.startsWith("\"") || !text.endsWith("\"")) {
            return text;
        }
        // Browsers escape a quote in a name as %22 and nothing else (HTML, section 4.10.21.8);
        // others use a backslash.
        return text.substring(1, text.length() - 1).replace("\\\"", "\"").replace("%22", "\"");
    }
}
