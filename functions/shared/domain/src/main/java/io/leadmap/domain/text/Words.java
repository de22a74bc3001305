package io.leadmap.domain.text;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The one way in which texts are compared (domain section 2, text). The words of a text are its
 * runs of letters and digits after compatibility decomposition and case folding, without marks in
 * Latin, Greek and Cyrillic; elsewhere marks are part of what is written (a vowel in Devanagari, a
 * tone in Thai) and stay with their letters.
 */
public final class Words {

    private Words() {}

    /** The words of a text in their order; empty for one of signs and pictures only. */
    public static List<String> of(String text) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean keepsMarks = false;
        String folded = folded(text);
        for (int i = 0; i < folded.length(); ) {
            int c = folded.codePointAt(i);
            i += Character.charCount(c);
            if (Glyph.isOfWords(c)) {
                word.appendCodePoint(c);
                keepsMarks = !Glyph.hasAccents(c);
            } else if (!Glyph.isMark(c)) {
                end(word, words);
                keepsMarks = false;
            } else if (keepsMarks) {
                word.appendCodePoint(c);
            }
        }
        end(word, words);
        return List.copyOf(words);
    }

    /**
     * What stands for a text when it is compared: its words joined. A text without words stands for
     * itself, so that two of them are not equal for having nothing in common.
     */
    public static String comparisonForm(String text) {
        List<String> words = of(text);
        return words.isEmpty() ? Line.of(text) : String.join("", words);
    }

    /** Tells whether two texts are the same to a person who reads them. */
    public static boolean same(String one, String other) {
        return one.equals(other) || comparisonForm(one).equals(comparisonForm(other));
    }

    private static void end(StringBuilder word, List<String> words) {
        if (!word.isEmpty()) {
            words.add(word.toString());
            word.setLength(0);
        }
    }

    /**
     * Decomposed, and with one case. Upper case has the full mappings (ß, ligatures) and makes one
     * of what lower case keeps apart (the two small sigmas, i with and without its dot); the first
     * lower case is for the capital ß, which upper case leaves alone.
     */
    private static String folded(String text) {
        if (text.chars().allMatch(c -> c >= ' ' && c <= '~')) {
            return text.toLowerCase(Locale.ROOT); // the same, and most names are like that
        }
        StringBuilder drawn = new StringBuilder();
        Line.of(text)
                .codePoints()
                .filter(c -> !Glyph.isVariation(c))
                .forEach(drawn::appendCodePoint);
        String upper = decomposed(drawn).toLowerCase(Locale.ROOT).toUpperCase(Locale.ROOT);
        StringBuilder lower = new StringBuilder(upper.length());
        upper.codePoints().map(Character::toLowerCase).forEach(lower::appendCodePoint);
        return decomposed(lower);
    }

    private static String decomposed(CharSequence text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD);
    }
}
