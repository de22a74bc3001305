package io.leadmap.lambda;

import java.util.HashMap;
import java.util.Map;

/**
 * What an endpoint's routes are rehearsed with: a request for each, by a person of the practice
 * that is there for the rehearsal.
 *
 * @param parameters values of path parameters by their names; {@link Rehearsal#PRACTICE} for those
 *     that are not here
 * @param bodies JSON by route key; an empty object for those that are not here
 */
public record Samples(Map<String, String> parameters, Map<String, String> bodies) {

    /** Requests that say nothing. */
    public static final Samples NONE = new Samples(Map.of(), Map.of());

    public Samples {
        parameters = Map.copyOf(parameters);
        bodies = Map.copyOf(bodies);
    }

    /** Requests whose paths name this. */
    public static Samples of(String parameter, String value) {
        return new Samples(Map.of(parameter, value), Map.of());
    }

    /** With the body of one route's request. */
    public Samples with(String routeKey, String body) {
        Map<String, String> more = new HashMap<>(bodies);
        more.put(routeKey, body);
        return new Samples(parameters, more);
    }
}
