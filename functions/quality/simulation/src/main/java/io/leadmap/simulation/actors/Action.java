package io.leadmap.simulation.actors;

import io.leadmap.simulation.world.Strike;
import io.leadmap.simulation.world.World;

import org.jspecify.annotations.Nullable;

/**
 * Something that somebody does, or a machine. It names what it is about by number and never by an
 * id, so that it means something in every world; where nothing is there to do it with, nothing
 * happens.
 */
public interface Action {

    /**
     * Does it.
     *
     * @param strike what happens to the function that it calls; null for nothing
     */
    void play(World world, @Nullable Strike strike);

    /** What is done, in the words of the domain. */
    String tell();
}
