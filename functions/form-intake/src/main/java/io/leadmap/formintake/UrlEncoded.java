package io.leadmap.formintake;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.Optional;

/**
 * {@code application/x-www-form-urlencoded}. A broken escape is refused, never guessed: where one
 * is broken, others may be missing.
 */
final class UrlEncoded {

    private UrlEncoded() {}

    static Posted read(byte[] body, Optional<Charset> declared) {
        SentFields fields = new SentFields(declared);
        boolean whole = true;
        int start = 0;
        while (start <= body.length && !fields.isFull()) {
            int end = indexOf(body, '&', start, body.length);
            if (end > start) {
                int equals = indexOf(body, '=', start, end);
                Unescaped name = unescaped(body, start, equals);
                Unescaped value = unescaped(body, Math.min(equals + 1, end), end);
                fields.add(
                        SentText.decode(name.bytes(), Optional.empty()),
                        value.bytes(),
                        Optional.empty());
                whole = whole && name.whole() && value.whole();
            }
            start = end + 1;
        }
        return whole
                ? fields.posted()
                : fields.refused(Posted.Reason.MALFORMED, "The body is not URL-encoded.");
    }

    /** Text behind its escapes. */
    static String text(byte[] escaped, Optional<Charset> declared) {
        return SentText.decode(unescaped(escaped, 0, escaped.length).bytes(), declared);
    }

    private static int indexOf(byte[] in, char wanted, int from, int to) {
        int i = from;
        while (i < to && in[i] != wanted) {
            i++;
        }
        return i;
    }

    /**
     * Bytes behind their escapes.
     *
     * @param whole no escape is broken; one that is stands as it came
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Unescaped(byte[] bytes, boolean whole) {}

    private static Unescaped unescaped(byte[] in, int from, int to) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(to - from);
        boolean whole = true;
        for (int i = from; i < to; i++) {
            if (in[i] == '+') {
                out.write(' ');
            } else if (in[i] == '%') {
                int high = i + 2 < to ? Character.digit(in[i + 1], 16) : -1;
                int low = high < 0 ? -1 : Character.digit(in[i + 2], 16);
                if (low < 0) {
                    whole = false;
                    out.write(in[i]);
                } else {
                    out.write(high * 16 + low);
                    i += 2;
                }
            } else {
                out.write(in[i]);
            }
        }
        return new Unescaped(out.toByteArray(), whole);
    }
}
