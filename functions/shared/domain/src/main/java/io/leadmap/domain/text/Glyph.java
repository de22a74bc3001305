package io.leadmap.domain.text;

/** What a code point is to a reader: a gap, nothing that can be seen, or something (section 2). */
final class Glyph {

    static final int ZERO_WIDTH_NON_JOINER = 0x200C;
    static final int ZERO_WIDTH_JOINER = 0x200D;

    private static final int NEXT_LINE = 0x85;
    private static final int COMBINING_GRAPHEME_JOINER = 0x34F;

    private Glyph() {}

    /**
     * Tells whether it shows as a gap, in whatever language: spaces, tabs and line ends, and the
     * three signs that are made to look blank.
     */
    static boolean isSpace(int c) {
        return Character.isSpaceChar(c)
                || (c >= '\t' && c <= '\r')
                || c == NEXT_LINE
                || c == 0x3164
                || c == 0xFFA0
                || c == 0x2800;
    }

    /** Tells whether it ends a line. */
    static boolean isLineEnd(int c) {
        return (c >= '\n' && c <= '\r') || c == NEXT_LINE || c == 0x2028 || c == 0x2029;
    }

    /**
     * Tells whether nobody sees it: control, bidirectional and zero-width characters, halves of
     * characters, and what is no character at all. A reader who does not see them cannot know that
     * they are there, and a writer who uses them hides something.
     */
    static boolean isUnseen(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.SURROGATE -> true;
            case Character.FORMAT -> !isSeenFormat(c);
            case Character.UNASSIGNED -> isNoCharacter(c);
            default -> c == COMBINING_GRAPHEME_JOINER || c == 0x115F || c == 0x1160;
        };
    }

    /** Tells whether it chooses between two drawings of the same character. */
    static boolean isVariation(int c) {
        return (c >= 0xFE00 && c <= 0xFE0F)
                || (c >= 0xE0100 && c <= 0xE01EF)
                || (c >= 0x180B && c <= 0x180F);
    }

    /** Tells whether it belongs to the letter before it. */
    static boolean isMark(int c) {
        return switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK,
                    Character.COMBINING_SPACING_MARK,
                    Character.ENCLOSING_MARK ->
                    true;
            default -> false;
        };
    }

    /**
     * Tells whether words are made of it. An apostrophe that is encoded as a letter (U+02BC) is an
     * apostrophe.
     */
    static boolean isOfWords(int c) {
        return switch (Character.getType(c)) {
            case Character.UPPERCASE_LETTER,
                    Character.LOWERCASE_LETTER,
                    Character.TITLECASE_LETTER,
                    Character.OTHER_LETTER,
                    Character.DECIMAL_DIGIT_NUMBER,
                    Character.LETTER_NUMBER ->
                    true;
            case Character.MODIFIER_LETTER ->
                    Character.UnicodeBlock.of(c) != Character.UnicodeBlock.SPACING_MODIFIER_LETTERS;
            default -> false;
        };
    }

    /** Tells whether its marks are accents, without which people write the same name, too. */
    static boolean hasAccents(int c) {
        return switch (Character.UnicodeScript.of(c)) {
            case LATIN, GREEK, CYRILLIC, COMMON, INHERITED -> true;
            default -> false;
        };
    }

    /** Signs that stand before a number or hold a picture together, though called format. */
    private static boolean isSeenFormat(int c) {
        return (c >= 0x600 && c <= 0x605)
                || c == 0x6DD
                || c == 0x70F
                || c == 0x890
                || c == 0x891
                || c == 0x8E2
                || c == 0x110BD
                || c == 0x110CD
                || (c >= 0x13430 && c <= 0x1343F);
    }

    private static boolean isNoCharacter(int c) {
        return (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);
    }
}
