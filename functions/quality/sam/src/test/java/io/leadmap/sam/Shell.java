package io.leadmap.sam;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Commands as somebody types them into a shell at the root of the repository. */
final class Shell {

    static final Path REPOSITORY = Path.of("..", "..", "..").toAbsolutePath().normalize();

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private Shell() {}

    /** What a command printed. */
    record Output(int code, String out, String err) {

        boolean succeeded() {
            return code == 0;
        }

        /** What it printed, if it ended well. */
        String orFail() {
            if (!succeeded()) {
                throw new AssertionError("ended with " + code + "\n" + out + "\n" + err);
            }
            return out;
        }
    }

    /** Runs it to its end. */
    static Output run(List<String> command, String input) {
        try {
            Path in = Files.createTempFile("in", "");
            Path out = Files.createTempFile("out", "");
            Path err = Files.createTempFile("err", "");
            try {
                Files.writeString(in, input);
                Process process =
                        process(command)
                                .redirectInput(in.toFile())
                                .redirectOutput(out.toFile())
                                .redirectError(err.toFile())
                                .start();
                if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                    process.destroy();
                    throw new AssertionError(command + " did not end\n" + Files.readString(err));
                }
                return new Output(
                        process.exitValue(), Files.readString(out), Files.readString(err));
            } finally {
                Files.delete(in);
                Files.delete(out);
                Files.delete(err);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    static Output run(String... command) {
        return run(List.of(command), "");
    }

    /** Whether a command is here and ends well. */
    static boolean can(String... command) {
        try {
            return run(command).succeeded();
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    /** With credentials for LocalStack, and nobody's own. */
    static ProcessBuilder process(List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command).directory(REPOSITORY.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("AWS_"));
        builder.environment().put("AWS_ACCESS_KEY_ID", "test");
        builder.environment().put("AWS_SECRET_ACCESS_KEY", "test");
        builder.environment().put("SAM_CLI_TELEMETRY", "0");
        return builder;
    }

    static String read(String path) {
        try {
            return Files.readString(REPOSITORY.resolve(path), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
