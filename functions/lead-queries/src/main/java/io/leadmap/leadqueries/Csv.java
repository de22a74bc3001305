package io.leadmap.leadqueries;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.QuoteStrategies;

import io.leadmap.lambda.HttpEvents;

import org.jspecify.annotations.Nullable;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A table for spreadsheets (domain section 10): it begins with a byte order mark, without which
 * they take UTF-8 for the machine's own encoding, every cell is quoted, and none is a formula.
 */
final class Csv {

    /** What may be answered at once, in bytes of UTF-8 and by {@link HttpEvents#weight}. */
    static final int LIMIT = 5_000_000;

    private static final int HEAVIEST = 6_000_000;

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** What spreadsheets begin a formula with; some take the wide signs for the narrow ones. */
    private static final String SIGNS = "=+-@\uFF1D\uFF0B\uFF0D\uFF20";

    private static final String SEPARATORS = ",;|\t\r\n\u2028\u2029";

    private final StringWriter text = new StringWriter();
    // Without a buffer, of which nothing would flush the end.
    private final CsvWriter writer =
            CsvWriter.builder().quoteStrategy(QuoteStrategies.ALWAYS).bufferSize(0).build(text);
    private long bytes = BYTE_ORDER_MARK.getBytes(StandardCharsets.UTF_8).length;
    private long weight = bytes;

    /** A table with these columns. */
    Csv(String... columns) {
        text.append(BYTE_ORDER_MARK);
        write(columns);
    }

    /** Adds a row; null is an empty cell. Nothing is added to what is too large already. */
    void add(@Nullable String... cells) {
        if (!isTooLarge()) {
            write(Arrays.stream(cells).map(Csv::harmless).toArray(String[]::new));
        }
    }

    private void write(String... cells) {
        int before = text.getBuffer().length();
        writer.writeRecord(cells);
        byte[] line = text.getBuffer().substring(before).getBytes(StandardCharsets.UTF_8);
        bytes += line.length;
        weight += HttpEvents.weight(line);
    }

    /** Tells whether it is more than can be answered at once. */
    boolean isTooLarge() {
        return bytes > LIMIT || weight > HEAVIEST;
    }

    String text() {
        return text.toString();
    }

    /**
     * The cell with an apostrophe before everything that a spreadsheet would run: at its beginning,
     * and behind each separator within, because a reader that separates by semicolons, as many
     * countries' do, cuts a cell there whatever quotes stand around it. Blanks and quotes before a
     * sign are dropped by some.
     */
    static String harmless(@Nullable String cell) {
        if (cell == null) {
            return "";
        }
        StringBuilder tamed = new StringBuilder(cell.length() + 1);
        if (!cell.isEmpty() && "\t\r\n".indexOf(cell.charAt(0)) >= 0) {
            tamed.append('\'');
        }
        boolean begins = true;
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            if (begins && SIGNS.indexOf(c) >= 0) {
                tamed.append('\'');
            }
            begins =
                    SEPARATORS.indexOf(c) >= 0 || (begins && (isBlank(c) || c == '"' || c == '\''));
            tamed.append(c);
        }
        return tamed.toString();
    }

    private static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }
}
