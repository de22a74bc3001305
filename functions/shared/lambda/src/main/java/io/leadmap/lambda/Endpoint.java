package io.leadmap.lambda;

/** Calls that belong together; a function answers those of one or more endpoints. */
@FunctionalInterface
public interface Endpoint {

    /** Adds its routes to others and gives them back. */
    Routes addTo(Routes routes);

    /** What its routes are rehearsed with before a snapshot. */
    default Samples samples() {
        return Samples.NONE;
    }
}
