package io.leadmap.benchmarks;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What was measured, as a Markdown table with the goals beside it. */
final class Report {

    private static final double COLD_START_GOAL = 1.30;
    private static final double CLASSES_GOAL = 1.20;
    private static final double ZIP_GOAL = 20;
    private static final double SAME = 1.005;

    /** Leaps to what is due, reads it and asks for more, leaps on: nothing else is there. */
    private static final long QUERIES = 4;

    private Report() {}

    /** One benchmark. */
    record Line(String what, String measured, String goal, boolean met) {

        String row() {
            return "| %s | %s | %s | %s |".formatted(what, measured, goal, met ? "yes" : "**no**");
        }
    }

    static String of(List<Line> lines, String machine) {
        return Stream.concat(
                        Stream.of("| benchmark | measured | goal | met |", "|---|---|---|---|"),
                        lines.stream().map(Line::row))
                .collect(Collectors.joining("\n", "", "\n\n" + machine + "\n"));
    }

    static List<Line> lines(ColdStart.Measured cold) {
        double classes = (double) cold.functionClasses() / cold.plainClasses();
        double megabytes = cold.zipBytes() / 1e6;
        return List.of(
                new Line(
                        "cold start of form-intake ÷ plain Java, "
                                + cold.ratio().values().size()
                                + " pairs, median (least to most)",
                        cold.ratio().text("%.2f"),
                        "≤ 1.30",
                        cold.ratio().median() <= COLD_START_GOAL),
                new Line(
                        "the same, processor time only",
                        cold.processorRatio().text("%.2f"),
                        "≤ 1.30",
                        cold.processorRatio().median() <= COLD_START_GOAL),
                new Line(
                        "classes loaded by the first answer ÷ plain Java",
                        text(
                                "%.2f (%d ÷ %d)",
                                classes, cold.functionClasses(), cold.plainClasses()),
                        "≤ 1.20",
                        classes <= CLASSES_GOAL),
                new Line(
                        "zip of form-intake",
                        text("%.1f MB", megabytes),
                        "≤ 20 MB",
                        megabytes <= ZIP_GOAL));
    }

    /** A sweep's reads at two sizes, with the same number due; and one to which nothing is due. */
    static List<Line> lines(SweepReads.Measured few, SweepReads.Measured many) {
        double ratio = many.busy().units() / few.busy().units();
        return List.of(
                new Line(
                        text(
                                "drip sweep with %d due: RRU at %,d leads ÷ at %,d",
                                many.busy().due(), many.leads(), few.leads()),
                        text("%.2f (%s ÷ %s)", ratio, many.busy().units(), few.busy().units()),
                        "1.0",
                        ratio <= SAME),
                new Line(
                        "the same: RRU of the due index; queries of it",
                        text("%s; %d", many.busy().indexUnits(), many.busy().indexQueries()),
                        "≤ 2.5; ≤ 4",
                        many.busy().indexUnits() <= 2.5 && many.busy().indexQueries() <= QUERIES),
                new Line(
                        text("drip sweep with nothing due at %,d leads: queries", many.leads()),
                        Long.toString(many.idle().indexQueries()),
                        "≤ 4",
                        many.idle().indexQueries() <= QUERIES));
    }

    /** A search's reads at two sizes, with the same number found. */
    static Line line(SearchReads.Measured few, SearchReads.Measured many) {
        double ratio = many.units() / few.units();
        return new Line(
                text(
                        "search by name that finds %d: RRU at %,d leads ÷ at %,d",
                        many.found(), many.leads(), few.leads()),
                text("%.2f (%s ÷ %s)", ratio, many.units(), few.units()),
                "1.0",
                ratio <= SAME);
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
