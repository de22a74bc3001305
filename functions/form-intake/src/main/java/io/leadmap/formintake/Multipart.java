package io.leadmap.formintake;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * {@code multipart/form-data} of RFC 7578 as browsers send it, without files. Strict: every part
 * needs its name, and the last delimiter must be there, so that a body that was cut off on its way
 * is not taken for a whole one.
 */
final class Multipart {

    private static final byte[] LINE_BREAK = {'\r', '\n'};
    private static final byte[] BLANK_LINE = {'\r', '\n', '\r', '\n'};
    private static final String MALFORMED = "The body is not multipart/form-data.";
    private static final String FILES = "Send the form without files.";
    private static final String ENCODED = "Send each part as it is, without an encoding.";

    private final byte[] body;
    private final byte[] delimiter;
    private final SentFields fields;

    private Multipart(byte[] body, String boundary, Optional<Charset> declared) {
        this.body = body;
        delimiter = ("\r\n--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
        fields = new SentFields(declared);
    }

    /**
     * @param boundary from the content type, empty if it names none
     * @param declared by the content type
     */
    static Posted read(byte[] body, String boundary, Optional<Charset> declared) {
        byte[] lines = indexOf(body, LINE_BREAK, 0) < 0 ? withLineBreaks(body) : body;
        String found = boundary.isEmpty() ? firstDelimiter(lines) : boundary;
        Multipart multipart = new Multipart(lines, found, declared);
        return found.isEmpty() || found.length() > 70 ? multipart.malformed() : multipart.read();
    }

    /** Scripts that write the body themselves often end lines by a line feed alone. */
    private static byte[] withLineBreaks(byte[] body) {
        return new String(body, StandardCharsets.ISO_8859_1)
                .replace("\n", "\r\n")
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Scripts that set the content type themselves often leave out the boundary. */
    private static String firstDelimiter(byte[] body) {
        int end = indexOf(body, LINE_BREAK, 0);
        return end > 2 && body[0] == '-' && body[1] == '-'
                ? new String(body, 2, end - 2, StandardCharsets.ISO_8859_1).strip()
                : "";
    }

    private Posted malformed() {
        return fields.refused(Posted.Reason.MALFORMED, MALFORMED);
    }

    private Posted read() {
        Optional<String> unsupported = Optional.empty();
        // The first delimiter may stand at the very beginning, without the line break before it.
        int at =
                startsWith(body, 0, Arrays.copyOfRange(delimiter, 2, delimiter.length))
                        ? delimiter.length - 2
                        : after(body, delimiter, 0);
        while (at >= 0 && !startsWith(body, at, new byte[] {'-', '-'}) && !fields.isFull()) {
            int line = endOfPadding(at);
            int end = indexOf(body, delimiter, line);
            Part part =
                    startsWith(body, line, new byte[] {'\r', '\n'})
                            ? part(Arrays.copyOfRange(body, line, end < 0 ? body.length : end))
                            : Part.MALFORMED;
            unsupported = unsupported.or(part::unsupported);
            if (part == Part.MALFORMED) {
                return malformed();
            }
            at = end < 0 ? -1 : end + delimiter.length;
        }
        if (at < 0) {
            return malformed();
        }
        return unsupported
                .map(why -> fields.refused(Posted.Reason.UNSUPPORTED, why))
                .orElseGet(fields::posted);
    }

    /** Behind the spaces that may follow a delimiter (RFC 2046, section 5.1.1). */
    private int endOfPadding(int from) {
        int at = from;
        while (at < body.length && (body[at] == ' ' || body[at] == '\t')) {
            at++;
        }
        return at;
    }

    /** What a part was. */
    private enum Part {
        TAKEN(Optional.empty()),
        MALFORMED(Optional.empty()),
        FILE(Optional.of(FILES)),
        ENCODED(Optional.of(Multipart.ENCODED));

        private final Optional<String> unsupported;

        Part(Optional<String> unsupported) {
            this.unsupported = unsupported;
        }

        Optional<String> unsupported() {
            return unsupported;
        }
    }

    /** Reads one part, which begins with a line break, and keeps its value if it has one. */
    private Part part(byte[] part) {
        int blank = indexOf(part, BLANK_LINE, 0);
        if (blank < 0) {
            return Part.MALFORMED;
        }
        Map<String, String> headers = headers(SentText.decode(part, 0, blank, Optional.empty()));
        Optional<HeaderValue> disposition =
                Optional.ofNullable(headers.get("content-disposition"))
                        .flatMap(HeaderValue::read)
                        .filter(d -> d.value().equals("form-data"));
        Optional<String> name = disposition.flatMap(d -> d.text("name"));
        if (name.isEmpty()) {
            return Part.MALFORMED;
        }
        int from = blank + BLANK_LINE.length;
        if (disposition.get().has("filename")) {
            // A file control that was left empty is sent all the same.
            return from == part.length ? Part.TAKEN : Part.FILE;
        }
        if (headers.getOrDefault("content-transfer-encoding", "8bit")
                .matches("(?i)base64|quoted-printable")) {
            return Part.ENCODED;
        }
        Optional<String> charset =
                Optional.ofNullable(headers.get("content-type"))
                        .flatMap(HeaderValue::read)
                        .flatMap(type -> type.text("charset"));
        fields.add(
                name.get(),
                Arrays.copyOfRange(part, from, part.length),
                SentText.charset(charset.orElse(null)));
        return Part.TAKEN;
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
