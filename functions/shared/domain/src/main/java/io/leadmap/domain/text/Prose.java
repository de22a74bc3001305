package io.leadmap.domain.text;

import org.jspecify.annotations.Nullable;

import java.text.Normalizer;

/**
 * The one way in which long text is kept (domain section 2, text): like a {@link Line}, but its
 * line breaks (all of one kind), tabs, spaces inside, and the joiners that some scripts and
 * pictures need stay.
 */
public final class Prose {

    private Prose() {}

    /** The text as it is kept; empty if it shows nothing. */
    public static String of(String text) {
        if (isPlain(text)) {
            return text;
        }
        StringBuilder prose = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (c == '\r' && i < text.length() && text.charAt(i) == '\n') {
                continue; // the line feed that follows says it
            }
            if (Glyph.isLineEnd(c)) {
                prose.append('\n');
            } else if (c == '\t' || isJoiner(c) || !Glyph.isUnseen(c)) {
                prose.appendCodePoint(c);
            }
        }
        return trimmed(Normalizer.normalize(prose, Normalizer.Form.NFC));
    }

    /** The text as it is kept; null if there is none, or if it shows nothing. */
    public static @Nullable String orNull(@Nullable String text) {
        String prose = text == null ? "" : of(text);
        return prose.isEmpty() ? null : prose;
    }

    private static boolean isJoiner(int c) {
        return c == Glyph.ZERO_WIDTH_JOINER || c == Glyph.ZERO_WIDTH_NON_JOINER;
    }

    /** A joiner at an end joins nothing. */
    private static boolean isTrimmed(int c) {
        return Glyph.isSpace(c) || isJoiner(c);
    }

    private static String trimmed(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isTrimmed(text.charAt(from))) {
            from++;
        }
        while (to > from && isTrimmed(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < ' ' && c != '\n' && c != '\t') || c > '~') {
                return false;
            }
        }
        return text.isEmpty()
                || (!isTrimmed(text.charAt(0)) && !isTrimmed(text.charAt(text.length() - 1)));
    }
}
