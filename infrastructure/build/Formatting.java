import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.JavaFormatterOptions;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The formatting gate: {@code check} fails when a source file is not as google-java-format (AOSP)
 * writes it, {@code apply} rewrites the file. Run by the root pom on the toolchain's JDK, because
 * the formatter reads Java 25 only with the compiler of a JDK 25, and Maven may run on an older
 * one.
 */
final class Formatting {
    private static final Formatter FORMATTER =
            new Formatter(
                    JavaFormatterOptions.builder().style(JavaFormatterOptions.Style.AOSP).build());

    static void main(String[] arguments) throws IOException {
        boolean apply =
                switch (arguments[0]) {
                    case "apply" -> true;
                    case "check" -> false;
                    default -> throw new IllegalArgumentException("say -Dformatting=check|apply");
                };
        List<Path> sources = new ArrayList<>();
        for (int i = 1; i < arguments.length; i++) {
            sources.addAll(sourcesBelow(Path.of(arguments[i])));
        }
        if (sources.isEmpty()) {
            throw new IllegalStateException("no source file found: the gate would check nothing");
        }
        List<String> complaints = new ArrayList<>();
        for (Path source : sources) {
            String written = Files.readString(source);
            try {
                String formatted = FORMATTER.formatSourceAndFixImports(written);
                if (formatted.equals(written)) {
                    continue;
                }
                if (apply) {
                    Files.writeString(source, formatted);
                } else {
                    complaints.add(source + ": not formatted");
                }
            } catch (FormatterException e) {
                complaints.add(source + ": " + e.getMessage());
            }
        }
        if (!complaints.isEmpty()) {
            complaints.forEach(System.err::println);
            System.err.println("Run: mvn -q -N verify -Dformatting=apply");
            System.exit(1);
        }
    }

    private static List<Path> sourcesBelow(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.toString().contains("/target/"))
                    .sorted()
                    .toList();
        }
    }
}
