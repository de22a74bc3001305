package io.leadmap.runtime;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The routes of one function, by the route key that the HTTP API names in its event. */
public final class Routes {

    private final Map<String, Route> routes = new HashMap<>();

    /** A route that anybody may call; the API's template entry says {@code Authorizer: NONE}. */
    public Routes open(String routeKey, OpenRoute route) {
        return add(routeKey, new Route(null, null, route));
    }

    /** A route for people of the practice. */
    public Routes route(String routeKey, Access access, SignedRoute route) {
        return add(routeKey, new Route(access, route, null));
    }

    private Routes add(String routeKey, Route route) {
        if (routes.put(routeKey, route) != null) {
            throw new IllegalStateException("route " + routeKey + " is there twice");
        }
        return this;
    }

    /**
     * The route keys, for the test that compares them with the template and the API's description.
     */
    public Set<String> keys() {
        return Set.copyOf(routes.keySet());
    }

    HttpResponse answer(HttpRequest request, Authorisation authorisation) {
        Route route = routes.get(request.routeKey());
        if (route == null) {
            return Problem.notFound().response();
        }
        return route.answer(request, authorisation);
    }

    /** Answers a request from anybody. */
    @FunctionalInterface
    public interface OpenRoute {
        HttpResponse answer(HttpRequest request);
    }

    /** Answers a call by a person of the practice. */
    @FunctionalInterface
    public interface SignedRoute {
        HttpResponse answer(Call call);
    }

    private record Route(
            @org.jspecify.annotations.Nullable Access access,
            @org.jspecify.annotations.Nullable SignedRoute signed,
            @org.jspecify.annotations.Nullable OpenRoute open) {

        HttpResponse answer(HttpRequest request, Authorisation authorisation) {
            if (open != null) {
                return open.answer(request);
            }
            if (signed == null || access == null) {
                throw new IllegalStateException("a route answers somebody");
            }
            return authorisation
                    .caller(request.claims())
                    .map(caller ->
                            access.allows(caller)
                                    ? signed.answer(new Call(request, caller))
                                    : Problem.roleNeeded(access.needed()).response())
                    .orElseGet(() -> Problem.unauthorized().response());
        }
    }
}
