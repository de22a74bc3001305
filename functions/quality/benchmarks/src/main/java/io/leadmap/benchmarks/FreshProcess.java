package io.leadmap.benchmarks;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A handler in a JVM of its own under the real runtime interface client, from the start of the
 * process to its first answer. One processor and C1 only, as Lambda starts Java.
 *
 * @param handler the class of the handler
 * @param classPath its artefact and the runtime interface client
 * @param environment all of its environment
 */
record FreshProcess(String handler, List<Path> classPath, Map<String, String> environment) {

    private static final Path TASKSET = Path.of("/usr/bin/taskset");
    private static final long LIMIT = 60;

    /**
     * One start.
     *
     * @param wall from before the process was started until its answer had arrived
     * @param processor what the process had used of its processor by then
     */
    record Start(Duration wall, Duration processor, String answer) {}

    /**
     * Starts it, gives it the event, ends it.
     *
     * @param classes where the JVM is to note each class that it loads; null for a start that is
     *     timed
     */
    Start run(byte[] event, @Nullable Path classes) throws IOException, InterruptedException {
        Path said = Files.createTempFile("leadmap-benchmark", ".log");
        try (RuntimeApi api = new RuntimeApi(event, InstantSource.system())) {
            ProcessBuilder builder = new ProcessBuilder(command(classes));
            builder.environment().clear();
            builder.environment().putAll(environment);
            builder.environment().put("AWS_LAMBDA_RUNTIME_API", api.address());
            builder.environment().put("_HANDLER", handler);
            builder.redirectErrorStream(true).redirectOutput(said.toFile());
            long before = System.nanoTime();
            Process process = builder.start();
            try {
                process.onExit()
                        .thenRun(() ->
                                api.answered()
                                        .completeExceptionally(
                                                new IllegalStateException("it ended")));
                RuntimeApi.Answered answered = api.answered().get(LIMIT, TimeUnit.SECONDS);
                Duration processor =
                        process.toHandle().info().totalCpuDuration().orElse(Duration.ZERO);
                return new Start(
                        Duration.ofNanos(answered.at() - before), processor, answered.payload());
            } catch (ExecutionException | TimeoutException e) {
                throw new IllegalStateException(handler + ": " + Files.readString(said), e);
            } finally {
                process.destroyForcibly().waitFor();
            }
        } finally {
            Files.deleteIfExists(said);
        }
    }

    private List<String> command(@Nullable Path classes) {
        List<String> command = new ArrayList<>();
        if (Files.isExecutable(TASKSET)) {
            command.addAll(List.of(TASKSET.toString(), "-c", "0"));
        }
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(
                List.of(
                        "-XX:ActiveProcessorCount=1",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx1400m",
                        "--enable-native-access=ALL-UNNAMED"));
        if (classes != null) {
            command.add("-Xlog:class+load:file=" + classes);
        }
        command.add("-cp");
        command.add(String.join(":", classPath.stream().map(Path::toString).toList()));
        command.add("com.amazonaws.services.lambda.runtime.api.client.AWSLambda");
        command.add(handler);
        return command;
    }
}
