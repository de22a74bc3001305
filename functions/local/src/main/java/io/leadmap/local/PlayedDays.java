package io.leadmap.local;

import java.io.PrintStream;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Consumer;

/** One line that grows by each day of the demonstration as it is played. */
final class PlayedDays implements Consumer<LocalDate> {
    private static final DateTimeFormatter FIRST =
            DateTimeFormatter.ofPattern("d MMMM", Locale.ENGLISH);

    private final PrintStream out;
    private int month;

    PlayedDays(PrintStream out) {
        this.out = out;
    }

    /** The months by name, the days by number. */
    @Override
    public void accept(LocalDate day) {
        if (month == 0) {
            out.print("Playing three weeks of the demonstration, once for this build:");
        }
        boolean begins = month != day.getMonthValue();
        out.print(" " + (begins ? FIRST.format(day) : day.getDayOfMonth()));
        out.flush();
        month = day.getMonthValue();
    }

    /** Ends the line, if there is one. */
    void end() {
        if (month != 0) {
            out.println();
        }
    }
}
