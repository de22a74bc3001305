package io.leadmap.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.jspecify.annotations.Nullable;

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
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The local runner in a process of its own, one for the whole suite: two practices, no leads, and
 * Monday, 2 March 2026, 11:00 in Melbourne.
 */
final class Product {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String READY = "Leadmap is ready: ";

    private final HttpClient http = HttpClient.newHttpClient();
    private final String address;

    private Product(String address) {
        this.address = address;
    }

    static Product running() {
        return Running.PRODUCT;
    }

    /** Another one, with nothing that the other tests do; it ends with the JVM. */
    static Product alone(String clock) {
        return start(clock);
    }

    /** Begins with the first test that asks for it. */
    private static final class Running {
        static final Product PRODUCT = start("2026-03-02T00:00:00Z");
    }

    private static Product start(String clock) {
        ProcessBuilder builder =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "--enable-native-access=ALL-UNNAMED",
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC",
                                "-cp",
                                System.getProperty("java.class.path"),
                                "io.leadmap.local.Main")
                        .directory(repository().toFile())
                        .redirectErrorStream(true);
        builder.environment()
                .putAll(
                        Map.of(
                                "LEADMAP_PORT", "0",
                                "LEADMAP_CLOCK", clock,
                                "LEADMAP_DEMONSTRATION", "practices"));
        try {
            Process process = builder.start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
            CompletableFuture<String> ready = new CompletableFuture<>();
            // No virtual thread: one that reads a pipe keeps its carrier.
            Thread.ofPlatform().daemon().start(() -> follow(process, ready));
            return new Product(ready.get(4, TimeUnit.MINUTES));
        } catch (Exception e) {
            throw new AssertionError("Leadmap did not start", e);
        }
    }

    private static void follow(Process process, CompletableFuture<String> ready) {
        List<String> lines = new ArrayList<>();
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                lines.add(line);
                if (line.startsWith(READY)) {
                    ready.complete(line.substring(READY.length()).strip());
                }
            }
        } catch (IOException e) {
            lines.add(String.valueOf(e.getMessage()));
        }
        ready.completeExceptionally(new IllegalStateException(String.join("\n", lines)));
    }

    /** The folder with {@code template.yaml}. */
    static Path repository() {
        return Stream.iterate(Path.of("").toAbsolutePath(), Objects::nonNull, Path::getParent)
                .filter(folder -> Files.exists(folder.resolve("template.yaml")))
                .findFirst()
                .orElseThrow(() -> new AssertionError("not inside the repository"));
    }

    String address() {
        return address;
    }

    HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(URI.create(address + path)));
    }

    /** Adds a lead for a person of a practice; gives its id. */
    String lead(String practice, String person, Map<String, ?> fields) {
        return ask(practice, person, "POST", "/leads", fields).path("id").asText();
    }

    /** What the API answers a person. */
    JsonNode ask(
            String practice, String person, String method, String path, @Nullable Object body) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(address + path))
                        .header("Authorization", "Bearer " + token(practice, person))
                        .header("Content-Type", "application/json")
                        .method(
                                method,
                                body == null
                                        ? HttpRequest.BodyPublishers.noBody()
                                        : HttpRequest.BodyPublishers.ofString(json(body)));
        HttpResponse<String> answer = send(request);
        if (answer.statusCode() >= 300) {
            throw new AssertionError(path + " answers " + answer.body());
        }
        return read(answer.body());
    }

    /** What no token opens: a webhook with its headers. */
    void send(String path, String body, Map<String, String> headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(address + path))
                        .setHeader("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body));
        headers.forEach(request::setHeader);
        HttpResponse<String> answer = send(request);
        if (answer.statusCode() >= 300) {
            throw new AssertionError(path + " answers " + answer.body());
        }
    }

    /** Every mail that was sent, newest first. */
    JsonNode mail() {
        return read(
                send(HttpRequest.newBuilder(URI.create(address + "/_local/mail"))
                                .header("Accept", "application/json"))
                        .body());
    }

    /** The time there. */
    Instant now() {
        return Instant.parse(read(get("/_local/clock").body()).path("now").asText());
    }

    /** Moves the clock at once; each schedule that became due meanwhile runs once. */
    void leapTo(Instant time) {
        send("/_local/clock", json(Map.of("set", time.toString(), "schedules", "once")), Map.of());
    }

    /** Waits until what happened has had its effects. */
    void settle() {
        leapTo(now().plusSeconds(1));
    }

    private String token(String practice, String person) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(address + "/_local/token"))
                        .POST(
                                HttpRequest.BodyPublishers.ofString(
                                        json(Map.of("practice", practice, "agent", person))));
        return read(send(request).body()).path("token").asText();
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
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

    private static JsonNode read(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
