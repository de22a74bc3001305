package io.leadmap.lambda;

import io.leadmap.domain.decide.Refusal.FieldError;
import io.leadmap.domain.text.Line;
import io.leadmap.json.Characters;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The routes of one function, by the route key that the HTTP API names in its event, each with the
 * query parameters that it knows.
 */
public final class Routes {

    private final Map<String, Route> routes = new HashMap<>();

    /**
     * A route that anybody may call; the API's template entry says {@code Authorizer: NONE}. It
     * takes any query parameter: advertisements, mail programs and other systems add their own to
     * addresses that we gave out.
     */
    public Routes open(String routeKey, OpenRoute route) {
        return open(routeKey, route, Shown.AS_PROBLEM);
    }

    /**
     * A route that anybody may call.
     *
     * @param shown how a fault is shown to those who call it
     */
    public Routes open(String routeKey, OpenRoute route, Shown shown) {
        return add(routeKey, new Route(null, null, route, Set.of(), shown));
    }

    /**
     * A route for people of the practice.
     *
     * @param query the query parameters that it knows; any other is refused with 400, as a misspelt
     *     filter must not show everything, and so is one that is blank or given twice
     */
    public Routes route(String routeKey, Access access, SignedRoute route, String... query) {
        return add(routeKey, new Route(access, route, null, Set.of(query), Shown.AS_PROBLEM));
    }

    /** A route that decides a command on a lead, which can be tried: {@code ?dryRun=true}. */
    public Routes command(String routeKey, Access access, SignedRoute route) {
        return route(routeKey, access, route, "dryRun");
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

    /** Answers a request, or says why not; an unknown route is 404. */
    public HttpResponse answer(HttpRequest request, Authorisation authorisation) {
        Route route = routes.get(request.routeKey());
        if (route == null) {
            return Problem.notFound().response();
        }
        return route.answer(request, authorisation);
    }

    /** The answer to a request that met a fault, in the way of its route. */
    public HttpResponse shown(HttpRequest request, Problem problem) {
        Route route = routes.get(request.routeKey());
        return (route == null ? Shown.AS_PROBLEM : route.shown()).show(request, problem);
    }

    /** How a problem is shown to whoever called: programs read JSON, people read pages. */
    @FunctionalInterface
    public interface Shown {

        /** For programs. */
        Shown AS_PROBLEM = (request, problem) -> problem.response();

        /** The answer, with the problem's status. */
        HttpResponse show(HttpRequest request, Problem problem);
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
            @Nullable Access access,
            @Nullable SignedRoute signed,
            @Nullable OpenRoute open,
            Set<String> query,
            Shown shown) {

        HttpResponse answer(HttpRequest request, Authorisation authorisation) {
            if (open != null) {
                return open.answer(request);
            }
            if (signed == null || access == null) {
                throw new IllegalStateException("a route answers somebody");
            }
            return switch (authorisation.caller(request.claims())) {
                case Authorisation.Outcome.Known(Caller caller) ->
                        answer(new Call(request, caller), access, signed);
                case Authorisation.Outcome.Stranger(String subject) ->
                        Problem.unknownPerson(subject).response();
                case Authorisation.Outcome.Nobody() -> Problem.unauthorized().response();
            };
        }

        private HttpResponse answer(Call call, Access needed, SignedRoute signed) {
            return needed.allows(call.caller())
                    ? unknown(call.request())
                            .or(() -> unreadable(call.request()))
                            .or(() -> IdempotencyKey.problem(call.request()))
                            .map(Problem::response)
                            .orElseGet(() -> signed.answer(call))
                    : Problem.roleNeeded(needed.needed()).response();
        }

        /**
         * Whatever a call reads its parameters with, none reads a blank one as a missing one, one
         * of several, or what was no UTF-8.
         */
        private static Optional<Problem> unreadable(HttpRequest request) {
            List<FieldError> errors = new ArrayList<>();
            new TreeMap<>(request.query())
                    .forEach((name, values) -> {
                        if (values.size() > 1) {
                            errors.add(
                                    new FieldError(name, "give it once; several values by commas"));
                        } else if (Line.of(values.getFirst()).isEmpty()) {
                            errors.add(
                                    new FieldError(name, "is blank; give a value or leave it out"));
                        } else if (Characters.isBroken(values.getFirst())) {
                            errors.add(new FieldError(name, "is not UTF-8"));
                        }
                    });
            return errors.isEmpty() ? Optional.empty() : Optional.of(Problem.malformed(errors));
        }

        private Optional<Problem> unknown(HttpRequest request) {
            List<String> unknown =
                    request.query().keySet().stream()
                            .filter(name -> !query.contains(name))
                            .sorted()
                            .toList();
            return unknown.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Problem.unknownParameters(unknown, new TreeSet<>(query)));
        }
    }
}
