package io.leadmap.local.http;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.leadmap.local.functions.Answer;
import io.leadmap.local.functions.Functions;
import io.leadmap.local.stack.PlatformThreads;
import io.leadmap.template.Route;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The template's HTTP API as API Gateway serves it: routes, the JWT authorizer, payload 2.0, its
 * limits and its own refusals.
 */
public final class Gateway {
    /** API Gateway waits no longer. */
    private static final int TIMEOUT_SECONDS = 30;

    private final RouteMatcher routes;
    private final Functions functions;
    private final Identity identity;
    private final InstantSource clock;
    private final GatewayEvent events;
    private final Executor threads = PlatformThreads.executor("gateway");

    /**
     * @param routes of the template
     * @param functions that answer
     * @param identity who signs tokens here
     * @param clock the runner's
     * @param port that events tell
     * @param account that events tell
     */
    public Gateway(
            List<Route> routes,
            Functions functions,
            Identity identity,
            InstantSource clock,
            int port,
            String account) {
        this.routes = new RouteMatcher(routes);
        this.functions = functions;
        this.identity = identity;
        this.clock = clock;
        this.events = new GatewayEvent(port, account);
    }

    Response answer(Request request) {
        Optional<RouteMatcher.Match> match = routes.find(request.method(), request.path());
        if (match.isEmpty()) {
            return Response.message(404, "Not Found");
        }
        Route route = match.get().route();
        if (route.authorizer().isEmpty()) {
            return invoke(route, events.of(request, match.get(), null, clock.instant()));
        }
        Optional<Map<String, String>> claims =
                identity.verify(
                        request.header("authorization").orElse(""), route.authorizer().get());
        return claims.map(c -> invoke(route, events.of(request, match.get(), c, clock.instant())))
                .orElseGet(Gateway::unauthorized);
    }

    private static Response unauthorized() {
        return new Response(
                401,
                Map.of(
                        "Content-Type", List.of("application/json"),
                        "WWW-Authenticate", List.of("Bearer")),
                "{\"message\":\"Unauthorized\"}".getBytes(StandardCharsets.UTF_8));
    }

    private Response invoke(Route route, ObjectNode event) {
        byte[] payload = event.toString().getBytes(StandardCharsets.UTF_8);
        CompletableFuture<Answer> answer =
                CompletableFuture.supplyAsync(
                        () -> functions.invoke(route.function(), route.key(), payload), threads);
        try {
            return GatewayAnswer.of(answer.get(TIMEOUT_SECONDS, TimeUnit.SECONDS));
        } catch (TimeoutException e) {
            return Response.message(503, "Service Unavailable");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Response.message(503, "Service Unavailable");
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }
}
