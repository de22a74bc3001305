package io.leadmap.runtime.form;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code application/x-www-form-urlencoded}, strictly: a broken escape or wrong UTF-8 is refused,
 * never guessed.
 */
final class UrlEncoded {

    private UrlEncoded() {}

    static Posted read(byte[] body) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        int start = 0;
        try {
            while (start <= body.length) {
                int end = indexOf(body, '&', start, body.length);
                if (end > start) {
                    int equals = indexOf(body, '=', start, end);
                    String name = decode(body, start, equals);
                    String value = equals < end ? decode(body, equals + 1, end) : "";
                    values.computeIfAbsent(name, n -> new ArrayList<>()).add(value);
                }
                start = end + 1;
            }
        } catch (CharacterCodingException e) {
            return new Posted.Malformed("The body is not URL-encoded UTF-8.");
        }
        return new Posted.Values(values, false);
    }

    private static int indexOf(byte[] in, char wanted, int from, int to) {
        int i = from;
        while (i < to && in[i] != wanted) {
            i++;
        }
        return i;
    }

    private static String decode(byte[] in, int from, int to) throws CharacterCodingException {
        ByteArrayOutputStream out = new ByteArrayOutputStream(to - from);
        for (int i = from; i < to; i++) {
            if (in[i] == '+') {
                out.write(' ');
            } else if (in[i] == '%') {
                int high = i + 2 < to ? Character.digit(in[i + 1], 16) : -1;
                int low = high < 0 ? -1 : Character.digit(in[i + 2], 16);
                if (low < 0) {
                    throw new CharacterCodingException();
                }
                out.write(high * 16 + low);
                i += 2;
            } else {
                out.write(in[i]);
            }
        }
        return Utf8.strictly(ByteBuffer.wrap(out.toByteArray()));
    }
}
