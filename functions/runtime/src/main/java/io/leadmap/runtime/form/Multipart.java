package io.leadmap.runtime.form;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * {@code multipart/form-data} of RFC 7578 as browsers send it, without files. Strict: every part
 * needs its name, and the last delimiter must be there, so that a body that was cut off on its way
 * is not taken for a whole one.
 */
final class Multipart {

    private static final int MOST_PARTS = 200;
    private static final byte[] BLANK_LINE = {'\r', '\n', '\r', '\n'};
    private static final Posted.Malformed MALFORMED =
            new Posted.Malformed("The body is not multipart/form-data.");

    private Multipart() {}

    /**
     * @param boundary from the content type
     */
    static Posted read(byte[] body, String boundary) {
        if (boundary.isEmpty() || boundary.length() > 70) {
            return MALFORMED;
        }
        byte[] delimiter = ("\r\n--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
        Map<String, List<String>> values = new LinkedHashMap<>();
        // The first delimiter may stand at the very beginning, without the line break before it.
        int at =
                startsWith(body, 0, Arrays.copyOfRange(delimiter, 2, delimiter.length))
                        ? delimiter.length - 2
                        : after(body, delimiter, 0);
        for (int parts = 0; at >= 0 && parts <= MOST_PARTS; parts++) {
            if (startsWith(body, at, new byte[] {'-', '-'})) {
                return new Posted.Values(values, false);
            }
            int end = indexOf(body, delimiter, at);
            if (!startsWith(body, at, new byte[] {'\r', '\n'}) || end < 0) {
                return MALFORMED;
            }
            Optional<Posted> wrong = part(Arrays.copyOfRange(body, at, end), values);
            if (wrong.isPresent()) {
                return wrong.get();
            }
            at = end + delimiter.length;
        }
        return MALFORMED;
    }

    /** Reads one part, which begins with a line break, and puts its value where it belongs. */
    private static Optional<Posted> part(byte[] part, Map<String, List<String>> values) {
        int blank = indexOf(part, BLANK_LINE, 0);
        if (blank < 0) {
            return Optional.of(MALFORMED);
        }
        try {
            Map<String, String> headers = headers(Utf8.strictly(ByteBuffer.wrap(part, 0, blank)));
            Optional<HeaderValue> disposition =
                    Optional.ofNullable(headers.get("content-disposition"))
                            .flatMap(HeaderValue::read);
            String name = disposition.map(d -> d.parameters().get("name")).orElse(null);
            if (name == null || !disposition.get().value().equals("form-data")) {
                return Optional.of(MALFORMED);
            }
            int from = blank + BLANK_LINE.length;
            if (disposition.get().parameters().containsKey("filename")
                    || disposition.get().parameters().containsKey("filename*")) {
                // A file control that was left empty is sent all the same.
                return from == part.length
                        ? Optional.empty()
                        : Optional.of(new Posted.Unsupported("Forms do not take files."));
            }
            if (headers.getOrDefault("content-transfer-encoding", "8bit")
                    .matches("(?i)base64|quoted-printable")) {
                return Optional.of(
                        new Posted.Unsupported("Parts are sent as they are, without an encoding."));
            }
            String value = Utf8.strictly(ByteBuffer.wrap(part, from, part.length - from));
            values.computeIfAbsent(name, n -> new ArrayList<>()).add(value);
            return Optional.empty();
        } catch (CharacterCodingException e) {
            return Optional.of(new Posted.Malformed("A part of the body is not UTF-8."));
        }
    }

    private static Map<String, String> headers(String lines) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (String line : lines.split("\r\n", -1)) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                headers.putIfAbsent(
                        line.substring(0, colon).strip().toLowerCase(Locale.ROOT),
                        line.substring(colon + 1).strip());
            }
        }
        return headers;
    }

    private static int after(byte[] in, byte[] wanted, int from) {
        int at = indexOf(in, wanted, from);
        return at < 0 ? -1 : at + wanted.length;
    }

    private static int indexOf(byte[] in, byte[] wanted, int from) {
        for (int i = from; i <= in.length - wanted.length; i++) {
            if (startsWith(in, i, wanted)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean startsWith(byte[] in, int at, byte[] wanted) {
        return at + wanted.length <= in.length
                && Arrays.equals(in, at, at + wanted.length, wanted, 0, wanted.length);
    }
}
