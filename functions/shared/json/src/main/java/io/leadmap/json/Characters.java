package io.leadmap.json;

/** Which characters a text from outside may hold. */
public final class Characters {

    private static final int LONGEST_NAME = 60;

    private static final int REPLACEMENT = 0xFFFD;

    private Characters() {}

    /**
     * Tells whether a text holds no control characters but tab and line breaks, and no half
     * characters.
     */
    public static boolean isText(String text) {
        return text.codePoints()
                .noneMatch(c ->
                        (c < ' ' && c != '\t' && c != '\n' && c != '\r') || c == 0x7F || isHalf(c));
    }

    /**
     * Tells whether a text was broken before it came here: half characters, or the character by
     * which a decoder replaces what is not UTF-8.
     */
    public static boolean isBroken(String text) {
        return text.codePoints().anyMatch(c -> isHalf(c) || c == REPLACEMENT);
    }

    /** A name that nobody knows, as it may be repeated in an answer: shortened and harmless. */
    static String printable(String name) {
        StringBuilder clean = new StringBuilder();
        name.codePoints()
                .filter(c -> c >= ' ' && !isHalf(c))
                .limit(LONGEST_NAME)
                .forEach(clean::appendCodePoint);
        return clean.toString();
    }

    private static boolean isHalf(int c) {
        return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    }
}
