package io.leadmap.phones;

import org.jspecify.annotations.Nullable;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a person typed as a phone number, taken apart: the digits of each number, the extension, and
 * whether letters stand among the digits. Knows no numbering plan.
 *
 * @param numbers the numbers, each as digits after an optional plus
 * @param extension null for none
 * @param letters letters stand where digits belong
 * @param text all of it in ASCII digits, plain spaces and plain dashes
 */
record TypedPhone(List<String> numbers, @Nullable String extension, boolean letters, String text) {

    private static final int CASE = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

    /** How people write an extension, and the pause that telephones dial one after. */
    private static final Pattern EXTENSION =
            Pattern.compile(
                    "(?<!\\p{L})(?:(?:ext(?:ension|ensión|ensao|ensão|n)?|durchwahl|dw"
                            + "|nebenstelle|apparat|poste|interno|toestel|ramal|anexo|доб|int|x)"
                            + "[\\s.:=#-]*|[#~]\\s*)(\\d{1,15})(?!\\d)#?"
                            + "|(?:,{2,}|;)\\s*(\\d{1,6})#?\\s*$",
                    CASE);

    /** Digits of a word, such as a time of day, and not of a number. */
    private static final Pattern WORD_WITH_DIGITS =
            Pattern.compile(
                    "(?<![\\p{L}\\d])\\d{1,2}(?:am|pm|st|nd|rd|th|uhr)(?![\\p{L}\\d])", CASE);

    /** Letters between digits, or one that looks like a digit and touches one. */
    private static final Pattern LETTER_AS_DIGIT =
            Pattern.compile("\\d\\p{L}+\\d|(?<!\\p{L})[OoIlSBZ]\\d|\\d[OoIlSBZ](?!\\p{L})");

    /** A slash and a bracket set an area code off, but do not come after a whole number. */
    private static final int LONGEST_BEGINNING = 7;

    TypedPhone {
        numbers = List.copyOf(numbers);
    }

    static TypedPhone of(String typed) {
        String text = plain(typed);
        String rest = WORD_WITH_DIGITS.matcher(text).replaceAll("|");
        String extension = null;
        Matcher marked = EXTENSION.matcher(rest);
        if (marked.find(Math.min(firstDigit(rest), rest.length()))) {
            extension = marked.group(1) != null ? marked.group(1) : marked.group(2);
            rest = rest.substring(0, marked.start()) + "|" + rest.substring(marked.end());
        }
        return new TypedPhone(numbers(rest), extension, LETTER_AS_DIGIT.matcher(rest).find(), text);
    }

    /** Telephones and address books add marks that nobody sees; every script has digits. */
    private static String plain(String typed) {
        StringBuilder plain = new StringBuilder();
        Normalizer.normalize(typed, Normalizer.Form.NFKC)
                .codePoints()
                .filter(c -> Character.getType(c) != Character.FORMAT)
                .map(c ->
                        switch (Character.getType(c)) {
                            case Character.DECIMAL_DIGIT_NUMBER -> '0' + Character.digit(c, 10);
                            case Character.DASH_PUNCTUATION -> '-';
                            case Character.SPACE_SEPARATOR -> ' ';
                            default -> c == '\u2212' ? '-' : c;
                        })
                .forEach(plain::appendCodePoint);
        return plain.toString();
    }

    private static int firstDigit(String text) {
        int at = 0;
        while (at < text.length() && !isDigit(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static List<String> numbers(String text) {
        List<String> numbers = new ArrayList<>();
        StringBuilder number = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isDigit(c)) {
                number.append(c);
            } else if (c == '+') {
                end(number, numbers);
                number.append('+');
            } else if (!isWithinNumber(c, number.length())) {
                end(number, numbers);
            }
        }
        end(number, numbers);
        return numbers;
    }

    private static boolean isWithinNumber(char c, int digits) {
        return switch (c) {
            case ' ', '-', '.', ')', ']', '\t', '\'', '\u2019' -> true;
            case '(', '[', '/' -> digits <= LONGEST_BEGINNING;
            default -> false;
        };
    }

    private static void end(StringBuilder number, List<String> numbers) {
        if (number.length() > (number.indexOf("+") == 0 ? 1 : 0)) {
            numbers.add(number.toString());
        }
        number.setLength(0);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
