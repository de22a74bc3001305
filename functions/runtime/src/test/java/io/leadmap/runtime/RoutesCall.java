package io.leadmap.runtime;

import io.leadmap.testkit.InMemoryStore;

import java.time.InstantSource;

/** Calls routes as the frame of a function does, for tests in other packages. */
public final class RoutesCall {

    private RoutesCall() {}

    public static HttpResponse answer(Routes routes, HttpRequest request) {
        return routes.answer(
                request, new Authorisation(new InMemoryStore(InstantSource.system()).practices()));
    }
}
