package io.leadmap.lambda;

/** Puts what a function's routes look for where they look, while the function rehearses. */
@FunctionalInterface
public interface Scenery {

    /** Stores it, in services that forget it after the rehearsal. */
    void arrange();
}
