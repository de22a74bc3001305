package io.leadmap.local;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.leadmap.local.functions.FunctionOutput;
import io.leadmap.local.probe.Probe;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A folder with a template and the probe's zip, and a runner on it, reached over its socket. */
final class ProbeStack implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The one that the template's reader is tested with. */
    private static final Path TEMPLATE =
            Path.of("..", "template", "src", "test", "resources", "probe", "template.yaml");

    private final ByteArrayOutputStream log = new ByteArrayOutputStream();
    private final Runner runner;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** Starts a runner on the probe's template, changed by a replacement. */
    ProbeStack(Path folder, @Nullable Path data, Instant start, String from, String to) {
        try {
            Path template = lay(folder, from, to);
            runner =
                    Runner.start(
                            new RunnerSettings(
                                    template,
                                    0,
                                    data,
                                    start,
                                    RunnerSettings.Demonstrated.NONE,
                                    null),
                            Clock.systemUTC(),
                            new FunctionOutput(
                                    new PrintStream(log, true, StandardCharsets.UTF_8), null),
                            day -> {});
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    ProbeStack(Path folder, @Nullable Path data, Instant start) {
        this(folder, data, start, "", "");
    }

    /** Writes template and zip; gives the template's path. */
    static Path lay(Path folder, String from, String to) throws IOException {
        zip(folder.resolve("probe.zip"));
        String template = Files.readString(TEMPLATE);
        if (!template.contains(from)) {
            throw new IllegalArgumentException("the template has no " + from);
        }
        return Files.writeString(folder.resolve("template.yaml"), template.replace(from, to));
    }

    private static void zip(Path file) throws IOException {
        Path classes = place(Probe.class).resolve("io/leadmap/local/probe");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file));
                var sources = Files.newDirectoryStream(classes, "*.class")) {
            for (Path source : sources) {
                add(zip, "io/leadmap/local/probe/" + source.getFileName(), source);
            }
            add(zip, "lib/aws-lambda-java-core.jar", place(RequestStreamHandler.class));
        }
    }

    private static void add(ZipOutputStream zip, String name, Path file) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        Files.copy(file, (OutputStream) zip);
        zip.closeEntry();
    }

    private static Path place(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    String log() {
        return log.toString(StandardCharsets.UTF_8);
    }

    URI uri(String path) {
        return URI.create(runner.url() + path);
    }

    HttpResponse<String> get(String path, String... headers) {
        return send(request(path, headers).GET().build());
    }

    HttpResponse<String> post(String path, String body, String... headers) {
        return send(request(path, headers).POST(HttpRequest.BodyPublishers.ofString(body)).build());
    }

    JsonNode json(HttpResponse<String> response) {
        try {
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Moves the clock and waits for what became due. */
    void advance(String amount) {
        HttpResponse<String> moved = post("/_local/clock", "{\"advance\":\"" + amount + "\"}");
        if (moved.statusCode() != 200) {
            throw new IllegalStateException(moved.body());
        }
    }

    /** What a function of the probe wrote down, in order. */
    List<String> seenBy(String function) {
        JsonNode items = scan();
        return items.valueStream()
                .map(item -> item.path("pk").path("S").asText())
                .filter(key -> key.startsWith(function + " "))
                .map(key -> key.substring(function.length() + 1))
                .sorted()
                .toList();
    }

    private JsonNode scan() {
        return json(post("/_local/functions/Reader", "{}")).path("Items");
    }

    private HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return request;
    }

    HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        runner.close();
    }
}
