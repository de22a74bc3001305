package io.leadmap.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Stands before an AWS endpoint, hands everything on, and remembers it. Reads of DynamoDB are made
 * to tell what they consumed.
 */
final class Tap implements AutoCloseable {

    private static final Set<String> READS = Set.of("GetItem", "BatchGetItem", "Query", "Scan");
    private static final String TARGET = "X-Amz-Target";

    private final HttpClient client = HttpClient.newHttpClient();
    private final List<Exchange> seen;
    private final URI target;
    private final HttpServer server;

    /**
     * A call that went through.
     *
     * @param target such as {@code DynamoDB_20120810.Query}
     */
    record Exchange(String target, JsonNode request, JsonNode answer) {

        String action() {
            return target.substring(target.lastIndexOf('.') + 1);
        }

        boolean isRead() {
            return READS.contains(action());
        }

        /** Read units, an index's included. */
        double units() {
            JsonNode consumed = answer.path("ConsumedCapacity");
            double units = consumed.path("CapacityUnits").asDouble();
            for (JsonNode table : consumed) {
                units += table.path("CapacityUnits").asDouble();
            }
            return units;
        }
    }

    /**
     * @param seen takes what goes through; taps may share it, to keep the order of all calls
     */
    Tap(URI target, CopyOnWriteArrayList<Exchange> seen) throws IOException {
        this.target = target;
        this.seen = seen;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.start();
    }

    URI uri() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    /** What went through since it was last asked. */
    List<Exchange> take() {
        List<Exchange> taken = List.copyOf(seen);
        seen.clear();
        return taken;
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String called = exchange.getRequestHeaders().getFirst(TARGET);
            String action = called.substring(called.lastIndexOf('.') + 1);
            ObjectNode request = (ObjectNode) Stage.JSON.readTree(exchange.getRequestBody());
            ObjectNode sent = request.deepCopy();
            if (READS.contains(action)) {
                sent.put("ReturnConsumedCapacity", "TOTAL");
            }
            HttpResponse<byte[]> response =
                    client.send(
                            HttpRequest.newBuilder(target)
                                    .header(
                                            "Authorization",
                                            exchange.getRequestHeaders().getFirst("Authorization"))
                                    .header(TARGET, called)
                                    .POST(HttpRequest.BodyPublishers.ofString(sent.toString()))
                                    .build(),
                            HttpResponse.BodyHandlers.ofByteArray());
            seen.add(new Exchange(called, request, Stage.JSON.readTree(response.body())));
            exchange.sendResponseHeaders(response.statusCode(), response.body().length);
            exchange.getResponseBody().write(response.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        server.stop(0);
        client.close();
    }
}
