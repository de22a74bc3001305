package io.leadmap.local.functions;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Standard output and error for many functions in one JVM: a line written while a function runs, by
 * its thread or one that it started, carries the function's id, and goes to its own file in the
 * data folder when there is one. What is only worth knowing goes there and not to people.
 * Everything that no function writes passes through.
 */
public final class FunctionOutput {
    private static final InheritableThreadLocal<@Nullable String> FUNCTION =
            new InheritableThreadLocal<>();

    /** As functions' logs say it. */
    private static final String ONLY_WORTH_KNOWING = "\"level\":\"INFO\"";

    private static final int LONGEST_LINE = 256 * 1024;

    private final PrintStream original;
    private final @Nullable Path folder;
    private final Map<String, OutputStream> files = new ConcurrentHashMap<>();

    /**
     * @param original where lines go
     * @param folder for a log file per function; null for none
     */
    public FunctionOutput(PrintStream original, @Nullable Path folder) {
        this.original = original;
        this.folder = folder;
        if (folder != null) {
            try {
                Files.createDirectories(folder);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /**
     * A stream that tells apart who writes, for System.out or System.err; what no function writes
     * goes to {@code otherwise}.
     */
    public PrintStream stream(PrintStream otherwise) {
        return new PrintStream(new Lines(otherwise), true, StandardCharsets.UTF_8);
    }

    /** Says that the current thread runs a function; null ends that. */
    static void running(@Nullable String function) {
        if (function == null) {
            FUNCTION.remove();
        } else {
            FUNCTION.set(function);
        }
    }

    /** Writes a line for a function, as its logger does. */
    void line(String function, String line) {
        byte[] bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
        if (!line.contains(ONLY_WORTH_KNOWING)) {
            synchronized (original) {
                original.print("[" + function + "] ");
                original.write(bytes, 0, bytes.length);
                original.flush();
            }
        }
        if (folder != null) {
            append(folder.resolve(function + ".log"), function, bytes);
        }
    }

    private void append(Path file, String function, byte[] bytes) {
        OutputStream log =
                files.computeIfAbsent(
                        function,
                        f -> {
                            try {
                                return new FileOutputStream(file.toFile(), true);
                            } catch (IOException e) {
                                throw new UncheckedIOException(e);
                            }
                        });
        try {
            log.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    /** Collects bytes to lines, for each thread its own. */
    private final class Lines extends OutputStream {
        private final PrintStream otherwise;
        private final ThreadLocal<ByteArrayOutputStream> line =
                ThreadLocal.withInitial(ByteArrayOutputStream::new);

        Lines(PrintStream otherwise) {
            this.otherwise = otherwise;
        }

        @Override
        public void write(int b) {
            String function = FUNCTION.get();
            if (function == null) {
                otherwise.write(b);
                return;
            }
            ByteArrayOutputStream collected = line.get();
            if (b == '\n' || collected.size() > LONGEST_LINE) {
                line(function, collected.toString(StandardCharsets.UTF_8));
                collected.reset();
            } else if (b != '\r') {
                collected.write(b);
            }
        }

        @Override
        public void flush() {
            if (FUNCTION.get() == null) {
                otherwise.flush();
            }
        }
    }
}
