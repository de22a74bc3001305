package io.leadmap.benchmarks;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * Measures, prints a table, and writes it to {@code functions/quality/benchmarks/RESULTS.md}, which
 * the README quotes: {@code mvn -Pbenchmarks}.
 */
public final class Benchmarks {

    private static final Path RESULTS = Path.of("functions", "quality", "benchmarks", "RESULTS.md");
    private static final Path TABLES = Path.of("infrastructure", "data", "TABLES.md");
    private static final int DUE = 50;
    private static final int FOUND = 10;

    private Benchmarks() {}

    /**
     * Runs in the root of the sources, after every function was packaged. The system property
     * {@code pairs} says how many pairs of cold starts are timed (11), {@code few} and {@code many}
     * how many leads are swept (1,000 and 20,000), {@code searched} how many are searched
     * (100,000).
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        // Functions in this JVM write their log there; what fails is told on System.err.
        System.setOut(new PrintStream(OutputStream.nullOutputStream(), false));
        int pairs = Integer.getInteger("pairs", 11);
        List<Report.Line> lines = new ArrayList<>();
        lines.addAll(Report.lines(ColdStart.measure(pairs)));
        lines.forEach(line -> out.println(line.row())); // the rest takes minutes
        SweepReads.Measured few = SweepReads.measure(Integer.getInteger("few", 1_000), DUE);
        SweepReads.Measured many = SweepReads.measure(Integer.getInteger("many", 20_000), DUE);
        lines.addAll(Report.lines(few, many));
        lines.add(
                Report.line(
                        SearchReads.measure(Integer.getInteger("few", 1_000), FOUND),
                        SearchReads.measure(Integer.getInteger("searched", 100_000), FOUND)));
        lines.addAll(CapacityGoals.read(TABLES));
        String table = Report.of(lines, machine());
        Files.writeString(RESULTS, table);
        out.println(table);
    }

    private static String machine() {
        return "Measured on "
                + LocalDate.now(ZoneOffset.UTC)
                + ": "
                + Runtime.getRuntime().availableProcessors()
                + " processors ("
                + System.getProperty("os.arch")
                + "), JDK "
                + Runtime.version()
                + ", DynamoDB Local in memory.";
    }
}
