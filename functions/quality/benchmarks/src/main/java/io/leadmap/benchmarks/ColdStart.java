package io.leadmap.benchmarks;

import io.leadmap.benchmarks.plain.PlainIntake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/**
 * From the start of a process to the answer to the first form: form-intake as packaged, and a plain
 * handler that makes the same calls. They take turns, so that what disturbs the machine disturbs
 * both.
 */
final class ColdStart implements AutoCloseable {

    private static final int WARM_UP = 2;

    private final Stage stage;
    private final Path folder;
    private final RecordedCalls recorded;
    private final Path calls;
    private final FreshProcess function;
    private final FreshProcess plain;
    private int number = 10;

    /**
     * What was measured, of the timed pairs.
     *
     * @param ratio of wall times, pair by pair
     * @param processorRatio of what the processes used of their processor, pair by pair
     * @param functionClasses how many classes were loaded by the first answer
     */
    record Measured(
            Spread functionMillis,
            Spread plainMillis,
            Spread ratio,
            Spread processorRatio,
            long functionClasses,
            long plainClasses,
            long zipBytes) {}

    private ColdStart(Stage stage) throws IOException {
        this.stage = stage;
        recorded = RecordedCalls.of(stage);
        folder = Files.createTempDirectory("leadmap-benchmark");
        calls = folder.resolve("calls.json");
        Path zip = unpacked(zip(), folder.resolve("function"));
        function =
                new FreshProcess(
                        stage.definition(Stage.FORM_INTAKE).handler(),
                        joined(List.of(zip), jars(zip), ClassPaths.runtimeInterfaceClient()),
                        stage.environment(Stage.FORM_INTAKE, Map.of()));
        Map<String, String> environment =
                new HashMap<>(stage.environment(Stage.FORM_INTAKE, Map.of()));
        environment.put("RECORDED_CALLS", calls.toString());
        plain =
                new FreshProcess(
                        PlainIntake.class.getName(),
                        joined(
                                List.of(plainClasses(folder.resolve("plain"))),
                                jars(zip).stream().filter(ClassPaths::isForPlainJava).toList(),
                                ClassPaths.runtimeInterfaceClient()),
                        environment);
    }

    static Measured measure(int pairs) throws IOException, InterruptedException {
        try (Stage stage = Stage.open(Clock.systemUTC());
                ColdStart coldStart = new ColdStart(stage)) {
            return coldStart.pairs(pairs);
        }
    }

    private Measured pairs(int pairs) throws IOException, InterruptedException {
        List<FreshProcess.Start> functions = new ArrayList<>();
        List<FreshProcess.Start> plains = new ArrayList<>();
        for (int i = -WARM_UP; i < pairs; i++) {
            FreshProcess.Start first = i % 2 == 0 ? function() : plain();
            FreshProcess.Start second = i % 2 == 0 ? plain() : function();
            if (i >= 0) {
                functions.add(i % 2 == 0 ? first : second);
                plains.add(i % 2 == 0 ? second : first);
            }
        }
        List<Double> ratios = new ArrayList<>();
        List<Double> processor = new ArrayList<>();
        for (int i = 0; i < pairs; i++) {
            ratios.add(millis(functions.get(i)) / millis(plains.get(i)));
            processor.add(
                    (double) functions.get(i).processor().toMillis()
                            / plains.get(i).processor().toMillis());
        }
        return new Measured(
                new Spread(functions.stream().map(ColdStart::millis).toList()),
                new Spread(plains.stream().map(ColdStart::millis).toList()),
                new Spread(ratios),
                new Spread(processor),
                classes(function, "function"),
                classes(plain, "plain"),
                Files.size(zip()));
    }

    private static double millis(FreshProcess.Start start) {
        return start.wall().toNanos() / 1e6;
    }

    private FreshProcess.Start function() throws IOException, InterruptedException {
        return taken(function.run(event(), null));
    }

    private FreshProcess.Start plain() throws IOException, InterruptedException {
        byte[] event = event();
        Files.writeString(calls, recorded.forAnother(number));
        return taken(plain.run(event, null));
    }

    /** How many classes a start loads until its first answer, in a run that is not timed. */
    private long classes(FreshProcess process, String name)
            throws IOException, InterruptedException {
        byte[] event = event();
        Files.writeString(calls, recorded.forAnother(number));
        Path log =
                Path.of(
                        "functions",
                        "quality",
                        "benchmarks",
                        "target",
                        "classes-of-" + name + ".log");
        taken(process.run(event, log.toAbsolutePath()));
        try (Stream<String> lines = Files.lines(log)) {
            return lines.filter(line -> line.contains(" source: ")).count();
        }
    }

    private byte[] event() throws IOException {
        number++;
        return Stage.form(number).toString().getBytes(StandardCharsets.UTF_8);
    }

    private static FreshProcess.Start taken(FreshProcess.Start start) throws IOException {
        int status = Stage.JSON.readTree(start.answer()).path("statusCode").asInt();
        if (status != 202) {
            throw new IllegalStateException(start.answer());
        }
        return start;
    }

    private Path zip() {
        return stage.definition(Stage.FORM_INTAKE).zip();
    }

    private static Path unpacked(Path zip, Path folder) throws IOException {
        try (ZipFile file = new ZipFile(zip.toFile())) {
            for (var entry : file.stream().filter(e -> !e.isDirectory()).toList()) {
                Path target = folder.resolve(entry.getName());
                Files.createDirectories(target.getParent());
                try (InputStream in = file.getInputStream(entry)) {
                    Files.copy(in, target);
                }
            }
        }
        return folder;
    }

    private static List<Path> jars(Path unpacked) throws IOException {
        try (Stream<Path> jars = Files.list(unpacked.resolve("lib"))) {
            return jars.sorted().toList();
        }
    }

    private static Path plainClasses(Path folder) throws IOException {
        String within = PlainIntake.class.getPackageName().replace('.', '/');
        Path target = Files.createDirectories(folder.resolve(within));
        for (String name : List.of("PlainIntake.class", "Requests.class")) {
            try (InputStream in = PlainIntake.class.getResourceAsStream(name)) {
                Files.copy(Objects.requireNonNull(in, name), target.resolve(name));
            }
        }
        return folder;
    }

    @SafeVarargs
    private static List<Path> joined(List<Path>... parts) {
        return Stream.of(parts).flatMap(List::stream).toList();
    }

    @Override
    public void close() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.delete(file);
            }
        }
    }
}
