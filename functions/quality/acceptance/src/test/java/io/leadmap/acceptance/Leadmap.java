package io.leadmap.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A running Leadmap in a process of its own, spoken to over its socket and in no other way. */
final class Leadmap implements AutoCloseable {

    static final ObjectMapper JSON = new ObjectMapper();

    private static final String READY = "Leadmap is ready: ";
    private static final Duration START = Duration.ofMinutes(4);

    private final HttpClient http =
            HttpClient.newBuilder()
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .connectTimeout(Duration.ofSeconds(5))
                    .build();
    private final Process process;
    private final URI address;
    private final List<String> output;
    private final Map<String, String> tokens = new ConcurrentHashMap<>();

    private Leadmap(Process process, URI address, List<String> output) {
        this.process = process;
        this.address = address;
        this.output = output;
    }

    /**
     * The one that every class shares whose tests look only at leads of their own. It began on
     * Monday, 2 March 2026, 11:00 in Melbourne; some tests move its clock.
     */
    static Leadmap shared() {
        return Shared.LEADMAP;
    }

    private static final class Shared {
        static final Leadmap LEADMAP = startedAt("2026-03-02T00:00:00Z");

        static {
            Runtime.getRuntime().addShutdownHook(new Thread(LEADMAP::kill));
        }
    }

    /** Starts it with the two practices of the demonstration and no leads, at a time. */
    static Leadmap startedAt(String time) {
        return startedIn(repository(), time);
    }

    /**
     * Starts it as a newcomer does, with three weeks of leads, in a folder with a template of its
     * own and at a time.
     */
    static Leadmap withItsDemonstration(Path folder, String time) {
        return start(folder, Map.of("LEADMAP_CLOCK", time));
    }

    /** The same over a folder that survives. */
    static Leadmap withItsDemonstrationOn(Path data, Path folder, String time) {
        return start(folder, Map.of("LEADMAP_CLOCK", time, "LEADMAP_DATA", data.toString()));
    }

    /** Like {@link #startedAt}, in another folder, with a template of its own. */
    static Leadmap startedIn(Path folder, String time) {
        return start(folder, Map.of("LEADMAP_CLOCK", time, "LEADMAP_DEMONSTRATION", "practices"));
    }

    /** Starts it again, or for the first time, over a folder that survives. */
    static Leadmap startedOn(Path data, String time) {
        return start(
                repository(),
                Map.of(
                        "LEADMAP_DATA",
                        data.toString(),
                        "LEADMAP_CLOCK",
                        time,
                        "LEADMAP_DEMONSTRATION",
                        "practices"));
    }

    private static Leadmap start(Path folder, Map<String, String> environment) {
        ProcessBuilder builder =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "--enable-native-access=ALL-UNNAMED",
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC",
                                "-cp",
                                System.getProperty("java.class.path"),
                                "io.leadmap.local.Main")
                        .directory(folder.toFile())
                        .redirectErrorStream(true);
        builder.environment().put("LEADMAP_PORT", "0");
        builder.environment().put("LEADMAP_GRANTS", GrantsRecord.next().toString());
        builder.environment().putAll(environment);
        try {
            Process process = builder.start();
            List<String> output = new CopyOnWriteArrayList<>();
            CountDownLatch ready = new CountDownLatch(1);
            // A virtual thread that reads a pipe keeps its carrier: with two cores two processes
            // would be heard, and the third would seem not to start.
            Thread.ofPlatform().daemon().start(() -> read(process, output, ready));
            if (!ready.await(START.toSeconds(), TimeUnit.SECONDS) || !process.isAlive()) {
                String threads = process.isAlive() ? threads(process) : "";
                process.destroyForcibly();
                throw new AssertionError(
                        "Leadmap did not start:\n" + String.join("\n", output) + threads);
            }
            String line =
                    output.stream().filter(l -> l.startsWith(READY)).findFirst().orElseThrow();
            return new Leadmap(process, URI.create(line.substring(READY.length()).strip()), output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** What each of its threads does, for who asks later why it stands still. */
    private static String threads(Process process) throws IOException {
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        Process asked =
                new ProcessBuilder(jcmd.toString(), "" + process.pid(), "Thread.print")
                        .redirectErrorStream(true)
                        .start();
        return new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static void read(Process process, List<String> output, CountDownLatch ready) {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                output.add(line);
                if (line.startsWith(READY)) {
                    ready.countDown();
                }
            }
        } catch (IOException e) {
            output.add("(output ended: " + e.getMessage() + ")");
        } finally {
            ready.countDown();
        }
    }

    /** The folder with {@code template.yaml}. */
    static Path repository() {
        Path here = Path.of("").toAbsolutePath();
        return Stream.iterate(here, Objects::nonNull, Path::getParent)
                .filter(folder -> Files.exists(folder.resolve("template.yaml")))
                .findFirst()
                .orElseThrow(() -> new AssertionError("not inside the repository: " + here));
    }

    /** A person of a practice, signed in; signs in again by itself when time has moved on. */
    Caller as(String practice, String person) {
        return new Caller(this, () -> token(practice, person));
    }

    /** A token of now. */
    String token(String practice, String person) {
        return tokens.computeIfAbsent(
                practice + "/" + person,
                who ->
                        anyone().post(
                                        "/_local/token",
                                        json(Map.of("practice", practice, "agent", person)))
                                .expect(200)
                                .json()
                                .path("token")
                                .asText());
    }

    /** Somebody without a token. */
    Caller anyone() {
        return new Caller(this, null);
    }

    /** Submits a practice's web form the way a browser does. */
    Answer submit(String form, Map<String, String> fields) {
        return anyone().send(
                        "POST",
                        "/forms/" + form,
                        encoded(fields),
                        "application/x-www-form-urlencoded",
                        Map.of());
    }

    /** Moves time forward; everything that became due has happened when it answers. */
    void advance(String duration) {
        tokens.clear();
        anyone().post("/_local/clock", json(Map.of("advance", duration))).expect(200);
    }

    void setClock(String time) {
        tokens.clear();
        anyone().post("/_local/clock", json(Map.of("set", time))).expect(200);
    }

    /** Moves the clock as after a night in which the runner was off: each schedule comes once. */
    void leapTo(String time) {
        tokens.clear();
        anyone().post("/_local/clock", json(Map.of("set", time, "schedules", "once"))).expect(200);
    }

    Instant now() {
        return Instant.parse(anyone().get("/_local/clock").expect(200).json().path("now").asText());
    }

    /** Everything that was mailed to an address, newest first. */
    List<JsonNode> mailTo(String address) {
        JsonNode all =
                anyone().send(
                                "GET",
                                "/_local/mail",
                                null,
                                null,
                                Map.of("Accept", "application/json"))
                        .expect(200)
                        .json();
        return all.valueStream().filter(m -> m.path("to").toString().contains(address)).toList();
    }

    /** Makes the next calls of a service fail, over the wire. */
    void fault(String service, String action, String fault, int times) {
        anyone().post(
                        "/_local/faults",
                        json(
                                Map.of(
                                        "service", service, "action", action, "fault", fault,
                                        "times", times)))
                .expect(204);
    }

    /** Where it listens. */
    URI address() {
        return address;
    }

    /** What the process has printed so far. */
    List<String> output() {
        return List.copyOf(output);
    }

    /** {@code kill -9}. */
    void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("Leadmap did not end within 5 seconds");
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    Answer send(HttpRequest.Builder request, String path) {
        try {
            HttpResponse<byte[]> response =
                    http.send(
                            request.uri(URI.create(address + path))
                                    .timeout(Duration.ofMinutes(5))
                                    .build(),
                            HttpResponse.BodyHandlers.ofByteArray());
            return new Answer(
                    response.statusCode(),
                    response.headers(),
                    new String(response.body(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(e ->
                        URLEncoder.encode(e.getKey(), StandardCharsets.UTF_8)
                                + "="
                                + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
