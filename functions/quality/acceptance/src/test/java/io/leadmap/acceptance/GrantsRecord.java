package io.leadmap.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What every Leadmap of this run noted of the grants that its functions used, a file for each:
 * {@code LeadUpdates: AppendsCommits dynamodb:PutItem table/LeadsTable}.
 */
final class GrantsRecord {

    private static final Path FOLDER = emptied(Path.of("target", "grants").toAbsolutePath());
    private static final AtomicInteger FILES = new AtomicInteger();

    private GrantsRecord() {}

    /** The file of the Leadmap that is started next. */
    static Path next() {
        return FOLDER.resolve(FILES.incrementAndGet() + ".txt");
    }

    /** The grants that were used until now, whoever used them. */
    static Set<String> used() {
        return files().flatMap(file -> lines(file))
                .map(line -> line.substring(line.indexOf(' ') + 1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<Path> files() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path emptied(Path folder) {
        try {
            Files.createDirectories(folder);
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
