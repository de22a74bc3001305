package io.leadmap.desk;

import io.leadmap.lambda.Authorisation;
import io.leadmap.lambda.ClaimNames;
import io.leadmap.lambda.Endpoint;
import io.leadmap.lambda.HttpRequest;
import io.leadmap.lambda.HttpResponse;
import io.leadmap.lambda.Problem;
import io.leadmap.lambda.Routes;
import io.leadmap.ports.Backoff;
import io.leadmap.ports.Practices;
import io.leadmap.testkit.InMemoryStore;

import java.time.InstantSource;

/** Calls routes as the frame of a function does, for tests in other packages. */
public final class RoutesCall {

    private RoutesCall() {}

    /** As a person of a practice. */
    public static HttpResponse answer(Routes routes, HttpRequest request, Practices practices) {
        return routes.answer(request, authorisation(practices));
    }

    public static HttpResponse answer(Routes routes, HttpRequest request) {
        return routes.answer(
                request, authorisation(new InMemoryStore(InstantSource.system()).practices()));
    }

    /** What a route shows whoever met a fault of ours. */
    public static HttpResponse afterFault(Routes routes, HttpRequest request) {
        return routes.shown(request, Problem.unavailable());
    }

    /** Calls a route as a person of one of these practices does. */
    public static HttpResponse answer(Endpoint endpoint, Practices practices, HttpRequest request) {
        return endpoint.addTo(new Routes()).answer(request, authorisation(practices));
    }

    /** By what is entered of people; nobody has signed in before. */
    private static Authorisation authorisation(Practices practices) {
        return new Authorisation(
                ClaimNames.USUAL,
                practices,
                new InMemoryStore(InstantSource.system()).signIns(),
                Backoff.NONE);
    }
}
