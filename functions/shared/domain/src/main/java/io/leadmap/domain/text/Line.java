package io.leadmap.domain.text;

import org.jspecify.annotations.Nullable;

import java.text.Normalizer;

/**
 * The one way in which single-line text is kept (domain section 2, text): NFC, trimmed of every
 * Unicode space, with one plain space where there were any inside, and without characters that
 * nobody sees. Ids and keys are no text and never come here.
 */
public final class Line {

    private Line() {}

    /** The text as one line; empty if it shows nothing. */
    public static String of(String text) {
        if (isPlain(text)) {
            return text;
        }
        StringBuilder line = new StringBuilder(text.length());
        boolean gap = false;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (Glyph.isSpace(c)) {
                gap = true;
            } else if (!Glyph.isUnseen(c)) {
                if (gap && !line.isEmpty()) {
                    line.append(' ');
                }
                gap = false;
                line.appendCodePoint(c);
            }
        }
        return Normalizer.normalize(line, Normalizer.Form.NFC);
    }

    /** The text as one line; null if there is none, or if it shows nothing. */
    public static @Nullable String orNull(@Nullable String text) {
        String line = text == null ? "" : of(text);
        return line.isEmpty() ? null : line;
    }

    /** Tells whether the text can be told at a glance to be as it should: most are. */
    private static boolean isPlain(String text) {
        char before = ' ';
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c > '~' || (c == ' ' && before == ' ')) {
                return false;
            }
            before = c;
        }
        return text.isEmpty() || before != ' ';
    }
}
