package io.leadmap.simulation.world;

/** A function's process ends in the middle of its work; nothing in it can catch this. */
public final class Killed extends Error {

    private static final long serialVersionUID = 1;

    Killed() {
        super("killed", null, false, false);
    }
}
