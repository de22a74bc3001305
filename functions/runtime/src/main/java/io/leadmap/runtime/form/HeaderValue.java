package io.leadmap.runtime.form;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A header's value with parameters: {@code multipart/form-data; boundary=abc}.
 *
 * @param value in lower case
 * @param parameters names in lower case, values without their quotes
 */
record HeaderValue(String value, Map<String, String> parameters) {

    HeaderValue {
        parameters = Map.copyOf(parameters);
    }

    /** Empty if it cannot be read, or if a parameter stands there twice. */
    static Optional<HeaderValue> read(String header) {
        int at = end(header, 0);
        if (at < 0) {
            return Optional.empty();
        }
        String value = header.substring(0, at).strip().toLowerCase(Locale.ROOT);
        Map<String, String> parameters = new LinkedHashMap<>();
        while (at < header.length()) {
            int equals = header.indexOf('=', at + 1);
            int next = end(header, at + 1);
            if (next < 0 || (equals < 0 || equals > next)) {
                if (next >= 0 && header.substring(at + 1, next).isBlank()) {
                    at = next; // "text/plain;" ends in nothing
                    continue;
                }
                return Optional.empty();
            }
            String name = header.substring(at + 1, equals).strip().toLowerCase(Locale.ROOT);
            String text = header.substring(equals + 1, next).strip();
            if (name.isEmpty() || parameters.put(name, unquoted(text)) != null) {
                return Optional.empty();
            }
            at = next;
        }
        return value.isEmpty() ? Optional.empty() : Optional.of(new HeaderValue(value, parameters));
    }

    /**
     * Where the part that begins here ends: at the next semicolon outside quotes; -1 if a quote
     * stays open.
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
        return quoted ? -1 : header.length();
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
