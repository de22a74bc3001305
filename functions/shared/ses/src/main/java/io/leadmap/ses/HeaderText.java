package io.leadmap.ses;

import org.apache.james.mime4j.codec.EncoderUtil;
import org.apache.james.mime4j.codec.EncoderUtil.Usage;

import java.util.regex.Pattern;

/**
 * Text in a message's header, written so that a reader shows exactly that text. What looks like an
 * encoded word (RFC 2047) is encoded itself: people type such text to smuggle in what no check has
 * seen, and readers decode it wherever it stands, also inside quotes and in the middle of a word.
 */
final class HeaderText {

    /** Signs that a header carries as they are, in words that a line can be broken between. */
    private static final Pattern PLAIN = Pattern.compile("[!-~]{1,60}( [!-~]{1,60})*");

    private static final Pattern ATOMS =
            Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+( [A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*");
    private static final Pattern BREAKS =
            Pattern.compile("[\\p{Cntrl}\\u0080-\\u009f\\u2028\\u2029]+");
    private static final String ENCODED_WORD = "=?";

    private HeaderText() {}

    /**
     * The value of a field of free text, such as a subject.
     *
     * @param used how much of the line is taken by the field's name
     */
    static String unstructured(String text, int used) {
        String line = line(text);
        return line.isEmpty() || isPlain(line)
                ? line
                : EncoderUtil.encodeEncodedWord(line, Usage.TEXT_TOKEN, used);
    }

    /** The name in front of an address. */
    static String phrase(String text) {
        String line = line(text);
        if (!isPlain(line)) {
            return EncoderUtil.encodeEncodedWord(line, Usage.WORD_ENTITY, "Reply-To: ".length());
        }
        return ATOMS.matcher(line).matches()
                ? line
                : "\"" + line.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    private static boolean isPlain(String line) {
        return PLAIN.matcher(line).matches() && !line.contains(ENCODED_WORD);
    }

    /** One line: a break would begin another header. */
    private static String line(String text) {
        return BREAKS.matcher(text).replaceAll(" ").strip();
    }
}
