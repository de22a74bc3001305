package io.leadmap.local.aws;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import io.leadmap.local.aws.Dialect.Codes;
import io.leadmap.local.aws.Reply.ServiceError;
import io.leadmap.local.stack.PlatformThreads;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.zip.CRC32;

/**
 * One service over HTTP on loopback: who calls, whether it may, whether it was to fail, then the
 * call itself.
 */
final class AwsEndpoint implements AutoCloseable {

    private static final Logger LOG = System.getLogger(AwsEndpoint.class.getName());

    static {
        // Without it each small answer waits for the client's delayed acknowledgement, 40 ms.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final EmulatedService service;
    private final AwsCallers callers;
    private final PendingFaults faults;
    private final UsedGrants grants;
    private final HttpServer server;
    private final ExecutorService threads = PlatformThreads.executor("aws");

    AwsEndpoint(
            EmulatedService service, AwsCallers callers, PendingFaults faults, UsedGrants grants)
            throws IOException {
        this.service = service;
        this.callers = callers;
        this.faults = faults;
        this.grants = grants;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    URI uri() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    private void handle(HttpExchange exchange) {
        try (exchange) {
            answer(exchange);
        } catch (IOException e) {
            LOG.log(Level.DEBUG, () -> "A client of " + service.name() + " went away", e);
        } catch (RuntimeException e) {
            // The client sees a dropped connection: whether the call took effect is unknown here.
            LOG.log(Level.ERROR, () -> "A call of " + service.name() + " failed", e);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        Optional<AwsCaller> caller =
                callers.of(exchange.getRequestHeaders().getFirst("Authorization"));
        Optional<AwsCall> call =
                service.dialect().read(exchange.getRequestHeaders().getFirst("X-Amz-Target"), body);
        Codes codes = service.dialect().codes();
        if (caller.isEmpty()) {
            write(exchange, failed(403, codes.unknownCaller(), "The security token is invalid."));
        } else if (call.isEmpty()) {
            write(exchange, failed(400, codes.unknownAction(), "Not a call that is known."));
        } else if (!service.actions().contains(call.get().action())) {
            String what = "The local endpoint does not have " + call.get().action();
            write(exchange, failed(400, codes.unknownAction(), what));
        } else {
            answer(exchange, caller.get(), call.get());
        }
    }

    private void answer(HttpExchange exchange, AwsCaller caller, AwsCall call) throws IOException {
        List<Need> needs = service.needs(call);
        Optional<String> refusal = Policies.refusal(caller, needs);
        if (refusal.isPresent()) {
            Codes codes = service.dialect().codes();
            write(exchange, failed(codes.deniedStatus(), codes.denied(), refusal.get()));
            return;
        }
        grants.note(caller, needs);
        Optional<FaultKind> fault = faults.next(service.name(), call.action(), caller.name());
        if (fault.isEmpty()) {
            write(exchange, service.perform(call));
        } else if (fault.get() == FaultKind.LOST_ANSWER) {
            // Closing the exchange before any header was sent closes the socket.
            service.perform(call);
        } else {
            write(exchange, service.fault(fault.get(), call));
        }
    }

    private static Reply failed(int status, String code, String message) {
        return Reply.failed(status, code, message);
    }

    private void write(HttpExchange exchange, Reply reply) throws IOException {
        String requestId = UUID.randomUUID().toString();
        switch (reply) {
            case Reply.Done(byte[] body) -> write(exchange, 200, body, requestId);
            case Reply.Failed(ServiceError error) ->
                    write(
                            exchange,
                            error.status(),
                            service.dialect().error(error, requestId),
                            requestId);
        }
    }

    private void write(HttpExchange exchange, int status, byte[] body, String requestId)
            throws IOException {
        CRC32 crc = new CRC32();
        crc.update(body);
        exchange.getResponseHeaders().put("Content-Type", List.of(service.dialect().contentType()));
        exchange.getResponseHeaders().put("x-amzn-RequestId", List.of(requestId));
        exchange.getResponseHeaders().put("x-amz-crc32", List.of(Long.toString(crc.getValue())));
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
