package io.leadmap.sam;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.leadmap.testkit.Needs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * template.yaml under `sam local` in front of LocalStack, as the README starts them, but with a
 * network, a container and ports of its own.
 */
final class Sam implements AutoCloseable {

    static final ObjectMapper JSON = new ObjectMapper();

    private static final String RUNTIME = "public.ecr.aws/lambda/java:25-x86_64";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final HttpClient http = HttpClient.newHttpClient();
    private final DockerLocalStack localStack;
    private final Path log;
    private final URI api;
    private final Process gateway;

    private Sam(DockerLocalStack localStack) throws IOException {
        this.localStack = localStack;
        log = Files.createTempFile("sam-local-start-api", ".log");
        String port = Integer.toString(freePort());
        api = URI.create("http://127.0.0.1:" + port);
        gateway =
                Shell.process(sam("start-api", "--port", port))
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
    }

    /** Starts both; ends the test, with the reason, where something that it takes is missing. */
    static Sam start() throws IOException, InterruptedException {
        Needs needs = Needs.ofThisRun();
        needs.need(Shell.can("docker", "info"), "no container engine here");
        for (String image : List.of(DockerLocalStack.IMAGE, RUNTIME)) {
            needs.need(Shell.can("docker", "image", "inspect", image), image + " is not here");
        }
        needs.need(Shell.can("sam", "--version"), "the command sam is not here");
        needs.need(Shell.can("python3", "--version"), "the command python3 is not here");
        Sam sam = new Sam(DockerLocalStack.start("leadmap-test-" + ProcessHandle.current().pid()));
        try {
            sam.awaitGateway();
            return sam;
        } catch (AssertionError e) {
            sam.close();
            throw e;
        }
    }

    /** Invokes a function, as `sam local invoke` does, in a container of its own. */
    JsonNode invoke(String function, String event) throws IOException {
        Shell.Output output = Shell.run(sam("invoke", function, "--event", "-"), event);
        JsonNode answer = JSON.readTree(output.orFail());
        if (answer.has("errorMessage")) {
            throw new AssertionError(function + " failed\n" + output.out() + output.err());
        }
        return answer;
    }

    /** Sends a request through `sam local start-api`. */
    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(api.resolve(path)).build(), BodyHandlers.ofString());
    }

    /** Posts a submission of a form through `sam local start-api`. */
    HttpResponse<String> post(String path, String json) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(api.resolve(path))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(json))
                        .build(),
                BodyHandlers.ofString());
    }

    /** A request of an agent, as the HTTP API hands it to a function once it has read the token. */
    String eventOfAgent(String method, String target) {
        return Shell.run("python3", "infrastructure/localstack/agent.py", method, target).orFail();
    }

    /** What a table's stream holds, as the event that Lambda makes of it. */
    String streamOf(String table) {
        return Shell.run(
                        "python3",
                        "infrastructure/localstack/stream.py",
                        table,
                        localStack.endpoint().toString())
                .orFail();
    }

    /** Every mail that LocalStack's SES took, as it was sent. */
    List<String> mails() throws IOException, InterruptedException {
        String answer =
                http.send(
                                HttpRequest.newBuilder(localStack.endpoint().resolve("/_aws/ses"))
                                        .build(),
                                BodyHandlers.ofString())
                        .body();
        List<String> mails = new ArrayList<>();
        JSON.readTree(answer).path("messages").forEach(mail -> mails.add(raw(mail)));
        return mails;
    }

    private static String raw(JsonNode mail) {
        return mail.path("RawData").asText();
    }

    private List<String> sam(String command, String... arguments) {
        List<String> all = new ArrayList<>(List.of("sam", "local", command));
        all.addAll(List.of("--config-file", "infrastructure/localstack/sam.toml"));
        all.addAll(List.of("--docker-network", localStack.name()));
        all.addAll(List.of(arguments));
        return all;
    }

    private void awaitGateway() throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end && gateway.isAlive()) {
            try {
                get("/");
                return;
            } catch (IOException e) {
                gateway.waitFor(500, TimeUnit.MILLISECONDS);
            }
        }
        throw new AssertionError("sam local start-api did not start\n" + Files.readString(log));
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What start-api printed, for when something failed. */
    String log() throws IOException {
        return Files.readString(log);
    }

    @Override
    public void close() throws IOException {
        gateway.destroy(); // politely, so that it ends its containers
        try {
            gateway.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        localStack.close();
        Files.delete(log);
    }
}
