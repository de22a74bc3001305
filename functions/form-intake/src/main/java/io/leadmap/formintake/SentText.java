package io.leadmap.formintake;

import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What strangers' pages and programs send as text, in whatever encoding: the declared one, else
 * UTF-8, else windows-1252, in which every sequence of bytes means something (domain section 8: a
 * form loses nobody).
 */
final class SentText {

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    /** Names under which browsers send windows-1252 (Encoding Standard, section 4.2). */
    private static final Set<String> LATIN_1 =
            Set.of("iso-8859-1", "iso8859-1", "iso_8859-1", "iso88591", "latin1", "l1", "cp1252");

    private static final String SAMPLE = "Aa09 =&%+-_.@";

    private SentText() {}

    /**
     * The character set of this name; empty if nobody knows it, or if ASCII means something else in
     * it, so that it cannot be what was sent.
     */
    static Optional<Charset> charset(@Nullable String label) {
        if (label == null) {
            return Optional.empty();
        }
        String name = label.strip().toLowerCase(Locale.ROOT);
        try {
            return Optional.of(LATIN_1.contains(name) ? WINDOWS_1252 : Charset.forName(name))
                    .filter(SentText::isAsciiBelow);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Optional.empty();
        }
    }

    private static boolean isAsciiBelow(Charset charset) {
        return new String(SAMPLE.getBytes(StandardCharsets.US_ASCII), charset).equals(SAMPLE);
    }

    /** The text, by its declared character set if it is one that the bytes are right in. */
    static String decode(byte[] bytes, Optional<Charset> declared) {
        return declared.flatMap(charset -> strictly(bytes, charset))
                .or(() -> strictly(bytes, StandardCharsets.UTF_8))
                .orElseGet(() -> new String(bytes, WINDOWS_1252).replace("\uFFFD", ""));
    }

    static String decode(byte[] bytes, int from, int to, Optional<Charset> declared) {
        return decode(Arrays.copyOfRange(bytes, from, to), declared);
    }

    private static Optional<String> strictly(byte[] bytes, Charset charset) {
        try {
            return Optional.of(charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
