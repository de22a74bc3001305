package io.leadmap.benchmarks;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;

/**
 * As much of Lambda's runtime API as one invocation takes: gives out one event and waits for its
 * answer.
 */
final class RuntimeApi implements AutoCloseable {

    private static final String PREFIX = "/2018-06-01/runtime/";

    /** How long Lambda gives the function. */
    private static final Duration TIME_OUT = Duration.ofSeconds(20);

    private final HttpServer server;
    private final byte[] event;
    private final InstantSource clock;
    private final CompletableFuture<Answered> answered = new CompletableFuture<>();
    private boolean given;

    /**
     * What a function answered.
     *
     * @param at when the answer had arrived, of {@link System#nanoTime()}
     */
    record Answered(long at, String payload) {}

    /**
     * @param clock gives the deadline that the function is told
     */
    RuntimeApi(byte[] event, InstantSource clock) throws IOException {
        this.event = event.clone();
        this.clock = clock;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        // A thread waits for an event that never comes.
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext(PREFIX, this::handle);
        server.start();
    }

    /** What {@code AWS_LAMBDA_RUNTIME_API} is to say. */
    String address() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    /** Completed by the answer, or with the error that the function or its start reported. */
    CompletableFuture<Answered> answered() {
        return answered;
    }

    private void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath().substring(PREFIX.length());
        byte[] body = exchange.getRequestBody().readAllBytes();
        long now = System.nanoTime();
        if (path.equals("invocation/next")) {
            next(exchange);
            return;
        }
        String text = new String(body, StandardCharsets.UTF_8);
        if (path.endsWith("/response")) {
            answered.complete(new Answered(now, text));
        } else {
            answered.completeExceptionally(new IllegalStateException(path + ": " + text));
        }
        exchange.sendResponseHeaders(202, -1);
        exchange.close();
    }

    /** The event, the first time; whoever asks for a second one waits until they are ended. */
    private void next(HttpExchange exchange) throws IOException {
        synchronized (this) {
            if (given) {
                return;
            }
            given = true;
        }
        exchange.getResponseHeaders().set("Lambda-Runtime-Aws-Request-Id", "benchmark-1");
        exchange.getResponseHeaders()
                .set(
                        "Lambda-Runtime-Deadline-Ms",
                        Long.toString(clock.instant().plus(TIME_OUT).toEpochMilli()));
        exchange.getResponseHeaders()
                .set(
                        "Lambda-Runtime-Invoked-Function-Arn",
                        "arn:aws:lambda:eu-central-1:000000000000:function:Benchmark");
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, event.length);
        exchange.getResponseBody().write(event);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
