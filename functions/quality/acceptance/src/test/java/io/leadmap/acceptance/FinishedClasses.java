package io.leadmap.acceptance;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestWatcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How far this run has come with the tests of the module. JUnit attaches it to every class, as
 * {@code META-INF/services} and {@code junit-platform.properties} tell it to.
 */
public final class FinishedClasses implements AfterAllCallback, TestWatcher {

    private static final Set<String> FINISHED = new ConcurrentSkipListSet<>();
    private static final Set<String> SPOILT = new ConcurrentSkipListSet<>();

    /** For JUnit. */
    public FinishedClasses() {}

    /** The classes of this folder that have not run to their end, but for the one that asks. */
    static Set<String> missing(Class<?> asking) {
        try {
            Path classes =
                    Path.of(asking.getProtectionDomain().getCodeSource().getLocation().toURI());
            try (Stream<Path> files =
                    Files.list(classes.resolve(asking.getPackageName().replace('.', '/')))) {
                return files.map(file -> file.getFileName().toString())
                        .filter(name -> name.endsWith("Test.class"))
                        .map(name -> name.substring(0, name.indexOf('.')))
                        .filter(name -> !name.equals(asking.getSimpleName()))
                        .filter(name -> !FINISHED.contains(name))
                        .collect(Collectors.toCollection(TreeSet::new));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The tests that failed, were given up or left out. */
    static Set<String> spoilt() {
        return Set.copyOf(SPOILT);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (context.getExecutionException().isEmpty()) {
            FINISHED.add(context.getRequiredTestClass().getSimpleName());
        }
    }

    @Override
    public void testFailed(ExtensionContext context, Throwable cause) {
        SPOILT.add(name(context));
    }

    @Override
    public void testAborted(ExtensionContext context, Throwable cause) {
        SPOILT.add(name(context));
    }

    @Override
    public void testDisabled(ExtensionContext context, Optional<String> reason) {
        SPOILT.add(name(context));
    }

    private static String name(ExtensionContext context) {
        return context.getRequiredTestClass().getSimpleName() + ": " + context.getDisplayName();
    }
}
