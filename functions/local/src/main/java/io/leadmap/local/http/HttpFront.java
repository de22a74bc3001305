package io.leadmap.local.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import io.leadmap.local.stack.PlatformThreads;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.function.Function;

/** The socket: HTTP on loopback only, for the gateway and for the runner's own pages. */
public final class HttpFront implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(HttpFront.class.getName());
    private static final int LARGEST_BODY = 10 * 1024 * 1024;

    static {
        // Without it every small answer waits 40 ms for an acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final ExecutorService threads = PlatformThreads.executor("http");

    /** Takes the port, 0 for a free one; serves nothing yet. */
    public HttpFront(int port) {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1024);
        } catch (IOException e) {
            throw new UncheckedIOException("port " + port + " cannot be had", e);
        }
        server.setExecutor(threads);
    }

    /** The port that was taken. */
    public int port() {
        return server.getAddress().getPort();
    }

    /** Where it is reached, without a slash at the end. */
    public String url() {
        return "http://localhost:" + port();
    }

    /**
     * Begins to serve: {@code /} and {@code /_local} by the runner, {@code /console} from its
     * folder, all else by the gateway.
     */
    public void serve(LocalCalls local, ConsoleFiles console, Gateway gateway) {
        serve(request -> {
            if (local.owns(request)) {
                return local.answer(request);
            }
            return console.owns(request) ? console.answer(request) : gateway.answer(request);
        });
    }

    private void serve(Function<Request, Response> answers) {
        server.createContext("/", exchange -> handle(exchange, answers));
        server.start();
    }

    private static void handle(HttpExchange exchange, Function<Request, Response> answers)
            throws IOException {
        try (exchange) {
            byte[] body = body(exchange);
            Response response =
                    body == null
                            ? Response.message(413, "Request Entity Too Large")
                            : answer(exchange, body, answers);
            send(exchange, response);
        }
    }

    private static Response answer(
            HttpExchange exchange, byte[] body, Function<Request, Response> answers) {
        try {
            return answers.apply(request(exchange, body));
        } catch (RuntimeException e) {
            LOG.log(
                    System.Logger.Level.ERROR,
                    "The runner failed at " + exchange.getRequestURI().getRawPath(),
                    e);
            return Response.message(500, "Internal Server Error");
        }
    }

    private static byte @org.jspecify.annotations.Nullable [] body(HttpExchange exchange)
            throws IOException {
        try (InputStream in = exchange.getRequestBody()) {
            byte[] body = in.readNBytes(LARGEST_BODY + 1);
            return body.length > LARGEST_BODY ? null : body;
        }
    }

    private static Request request(HttpExchange exchange, byte[] body) {
        Map<String, List<String>> headers = new TreeMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) ->
                        headers.computeIfAbsent(
                                        name.toLowerCase(Locale.ROOT), n -> new ArrayList<>())
                                .addAll(values));
        String query = exchange.getRequestURI().getRawQuery();
        return new Request(
                exchange.getRequestMethod().toUpperCase(Locale.ROOT),
                exchange.getRequestURI().getRawPath(),
                query == null ? "" : query,
                exchange.getProtocol(),
                exchange.getRemoteAddress().getAddress().getHostAddress(),
                headers,
                body);
    }

    private static void send(HttpExchange exchange, Response response) throws IOException {
        response.headers()
                .forEach((name, values) -> {
                    if (!name.equalsIgnoreCase("content-length")) {
                        exchange.getResponseHeaders().put(name, values);
                    }
                });
        boolean bodiless =
                exchange.getRequestMethod().equals("HEAD")
                        || response.status() == 204
                        || response.status() == 304;
        int length = response.body().length;
        exchange.sendResponseHeaders(response.status(), bodiless || length == 0 ? -1 : length);
        if (!bodiless && length > 0) {
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(response.body());
            }
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
