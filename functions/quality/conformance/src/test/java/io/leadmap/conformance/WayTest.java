package io.leadmap.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import io.leadmap.template.Route;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How many classes of ours stand on the stack between an event and the table when it is written or
 * read: each is a file that a reader has to follow. The stack is looked at while DynamoDB has a
 * call and has not answered it.
 */
class WayTest {
    private static final String PRACTICE = "way";

    /** The longest way that a reader is asked to follow. */
    private static final int FEW = 10;

    private final Deployment deployment = new Deployment(Instant.parse("2026-03-02T01:00:00Z"));
    private final Conversation conversation = new Conversation(deployment, PRACTICE);
    private final Thread caller = Thread.currentThread();
    private final Map<String, Set<String>> ways = new LinkedHashMap<>();
    private final HttpClient client = HttpClient.newHttpClient();
    private final HttpServer server = server();

    @AfterEach
    void stop() {
        server.stop(0);
        client.close();
    }

    @Test
    void a_form_comes_to_the_table_by_few_classes() {
        call(
                "POST /forms/{formId}",
                Map.of("formId", PRACTICE + "-enquiry"),
                "",
                Map.of(),
                """
                {"fullName": "Tim Cook", "email": "tim@example.com", "phone": "0444 444 444"}
                """);

        assertThat(ways.get("TransactWriteItems")).hasSizeBetween(4, FEW);
    }

    @Test
    void a_webhook_comes_to_the_table_by_few_classes() {
        String body =
                """
                {"type": "patient.updated", "version": 1, "patient": {"id": "p-1"}}
                """;
        call(
                "POST /pms/{connectionId}",
                Map.of("connectionId", PRACTICE + "-pms"),
                "",
                Webhook.signed("w-1", deployment.clock.instant(), body),
                body);

        assertThat(ways.get("PutItem")).hasSizeBetween(4, FEW);
    }

    @Test
    void a_report_comes_from_the_table_by_few_classes() {
        call("GET /reports/mega", Map.of(), "from=2026-02-01&to=2026-02-28", Map.of(), "");

        assertThat(ways.get("Query")).hasSizeBetween(4, FEW);
    }

    private void call(
            String key,
            Map<String, String> parameters,
            String query,
            Map<String, String> headers,
            String body) {
        Route route =
                Deployment.routes().stream()
                        .filter(each -> each.key().equals(key))
                        .findFirst()
                        .orElseThrow();
        Map<String, String> environment = new HashMap<>(Deployment.environment(route.function()));
        URI target = URI.create(environment.get("AWS_ENDPOINT_URL_DYNAMODB"));
        server.createContext("/", exchange -> pass(exchange, target));
        environment.put(
                "AWS_ENDPOINT_URL_DYNAMODB", "http://localhost:" + server.getAddress().getPort());
        Map<String, String> all = new HashMap<>(headers);
        all.put("content-type", "application/json");
        String path = route.path();
        for (Map.Entry<String, String> parameter : parameters.entrySet()) {
            path = path.replace("{" + parameter.getKey() + "}", parameter.getValue());
        }
        ObjectNode event =
                Conversation.event(
                        route, path, query, parameters, all, body.getBytes(StandardCharsets.UTF_8));
        if (route.authorizer().isPresent()) {
            Conversation.sign(event, PRACTICE, "ava", "[agent provider administrator]");
        }
        Answer answer =
                Answer.of(
                        Deployment.invoke(
                                Deployment.handler(route.function(), environment, deployment.clock),
                                event));
        assertThat(answer.status()).as(answer.toString()).isBetween(200, 299);
    }

    /** Remembers the longest way for each kind of call. */
    private void pass(HttpExchange exchange, URI target) throws IOException {
        String action = exchange.getRequestHeaders().getFirst("X-Amz-Target");
        Set<String> way = new LinkedHashSet<>();
        Stream.of(caller.getStackTrace())
                .map(frame -> frame.getClassName().replaceAll("\\$.*", ""))
                .filter(name -> name.startsWith("io.leadmap."))
                .filter(name -> !name.startsWith("io.leadmap.conformance."))
                .forEach(way::add);
        ways.merge(
                action.substring(action.lastIndexOf('.') + 1),
                way,
                (one, other) -> one.size() < other.size() ? other : one);
        HttpRequest.Builder request =
                HttpRequest.newBuilder(target)
                        .POST(
                                HttpRequest.BodyPublishers.ofByteArray(
                                        exchange.getRequestBody().readAllBytes()));
        List.of("X-Amz-Target", "Authorization", "Content-Type", "X-Amz-Date")
                .forEach(name ->
                        exchange.getRequestHeaders()
                                .getOrDefault(name, List.of())
                                .forEach(value -> request.header(name, value)));
        try {
            HttpResponse<byte[]> answer =
                    client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            exchange.getResponseHeaders()
                    .set("Content-Type", answer.headers().firstValue("Content-Type").orElse(""));
            exchange.sendResponseHeaders(answer.statusCode(), answer.body().length);
            exchange.getResponseBody().write(answer.body());
            exchange.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private static HttpServer server() {
        try {
            HttpServer server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
