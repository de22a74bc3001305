package io.leadmap.simulation.actors;

import io.leadmap.simulation.world.Strike;
import io.leadmap.simulation.world.World;

import org.jspecify.annotations.Nullable;

/** A function is handed the next batch of a stream. */
public record StreamFlows(String source) implements Action {

    @Override
    public void play(World world, @Nullable Strike strike) {
        world.deliver(source, strike);
    }

    @Override
    public String tell() {
        return "the stream " + source + " is read";
    }
}
