package io.leadmap.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The runner as a process of its own, killed in the middle of its work. */
class KillTest {
    private static final Pattern KEY = Pattern.compile("\"pk\":\\{\"S\":\"([^\"]+)\"}");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir Path folder;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @BeforeEach
    void lay() throws IOException {
        ProbeStack.lay(folder, "", "");
    }

    /** A started process and where it is reached. */
    private record Started(Process process, URI uri) {}

    private Started start(String clock) throws IOException {
        return start(clock, "none");
    }

    private Started start(String clock, String demonstration) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:TieredStopAtLevel=1",
                                "--enable-native-access=ALL-UNNAMED",
                                "-cp",
                                System.getProperty("java.class.path"),
                                Main.class.getName(),
                                folder.resolve("template.yaml").toString())
                        .redirectErrorStream(true);
        builder.environment().put("LEADMAP_PORT", "0");
        builder.environment().put("LEADMAP_DATA", folder.resolve("data").toString());
        builder.environment().put("LEADMAP_CLOCK", clock);
        builder.environment().put("LEADMAP_DEMONSTRATION", demonstration);
        Process process = builder.start();
        BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
        StringBuilder output = new StringBuilder();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            output.append(line).append('\n');
            if (line.startsWith("Leadmap is ready: ")) {
                Thread.ofPlatform().daemon().start(() -> lines.lines().forEach(rest -> {}));
                return new Started(process, URI.create(line.substring(18)));
            }
        }
        throw new AssertionError(output);
    }

    private String post(Started runner, String path, String body) {
        try {
            HttpResponse<String> response =
                    http.send(
                            HttpRequest.newBuilder(runner.uri().resolve(path))
                                    .POST(HttpRequest.BodyPublishers.ofString(body))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            return response.statusCode() == 200 ? response.body() : "";
        } catch (IOException e) {
            return "";
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private List<String> keys(Started runner, String prefix) {
        Matcher keys = KEY.matcher(post(runner, "/_local/functions/Reader", "{}"));
        List<String> found = new ArrayList<>();
        while (keys.find()) {
            if (keys.group(1).startsWith(prefix)) {
                found.add(keys.group(1).substring(prefix.length()));
            }
        }
        return found;
    }

    @Test
    void every_write_that_was_acknowledged_before_a_kill_is_there_once_and_reaches_every_reader()
            throws Exception {
        Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
        Started runner = start("2026-02-27T09:00:00Z");
        AtomicInteger number = new AtomicInteger();
        List<Thread> writers = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            writers.add(
                    Thread.ofPlatform()
                            .daemon()
                            .start(() -> {
                                while (runner.process().isAlive()) {
                                    String id = "w" + number.incrementAndGet();
                                    if (!post(runner, "/write/" + id, "").isEmpty()) {
                                        acknowledged.add(id);
                                    }
                                }
                            }));
        }
        until(() -> acknowledged.size() > 100);
        runner.process().destroyForcibly().waitFor();
        for (Thread writer : writers) {
            writer.join();
        }

        Started again = start("2026-02-27T09:00:00Z");
        try {
            Set<String> expected = new TreeSet<>(acknowledged);
            assertThat(expected).hasSizeGreaterThan(100);
            until(() -> keys(again, "Consumer ").containsAll(expected));
            until(() -> keys(again, "Partial ").containsAll(expected));
            assertThat(keys(again, "Consumer ")).doesNotHaveDuplicates();
        } finally {
            again.process().destroyForcibly().waitFor();
        }
    }

    @Test
    void the_moved_clock_and_the_schedules_go_on_where_they_were() throws Exception {
        Started runner = start("2026-02-27T09:00:00Z");
        post(runner, "/_local/clock", "{\"advance\":\"PT2H30M\"}");
        post(runner, "/_local/clock", "{\"advance\":\"PT1M\"}");
        int runs = keys(runner, "Ticker ").size();
        assertThat(runs).isEqualTo(2);
        runner.process().destroyForcibly().waitFor();

        Started again = start("2026-02-27T09:00:00Z");
        try {
            String moved = post(again, "/_local/clock", "{\"set\":\"2026-02-27T11:59:00Z\"}");
            assertThat(moved).contains("2026-02-27T11:59:");
            assertThat(post(again, "/_local/clock", "{\"set\":\"2026-02-27T11:30:00Z\"}"))
                    .as("backwards")
                    .isEmpty();
            until(() -> keys(again, "Ticker ").size() == 2); // answered at last, on a busy machine
            post(again, "/_local/clock", "{\"set\":\"2026-02-27T12:01:00Z\"}");
            until(() -> keys(again, "Ticker ").size() == 3);
        } finally {
            again.process().destroyForcibly().waitFor();
        }
    }

    @Test
    void a_termination_signal_ends_it_within_five_seconds_even_while_a_function_runs()
            throws Exception {
        Started runner = start("2026-02-27T09:00:00Z");
        Thread.ofPlatform().daemon().start(() -> post(runner, "/slow", ""));
        until(() -> !post(runner, "/echo", "").isEmpty());
        runner.process().destroy();
        assertThat(runner.process().waitFor(5, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void a_template_that_cannot_be_served_ends_the_start_with_its_paths() throws Exception {
        Files.delete(folder.resolve("probe.zip"));
        ProbeStack.lay(folder, "Timeout: 2", "Timeout: 2\n    Layers: [x]");
        try {
            start("2026-02-27T09:00:00Z");
            throw new IllegalStateException("it started");
        } catch (AssertionError e) {
            assertThat(e.getMessage()).contains("Globals.Function.Layers").doesNotContain("\tat ");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The probe's stack has no function that imports a practice. */
    @Test
    void a_start_that_fails_half_way_ends_and_says_why() {
        assertThatThrownBy(() -> start("2026-02-27T09:00:00Z", "practices"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("Leadmap does not start")
                .hasMessageContaining("PracticeImport");
    }

    private static void until(java.util.function.BooleanSupplier condition) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }
}
