package io.leadmap.simulation.actors;

import io.leadmap.simulation.world.Strike;
import io.leadmap.simulation.world.World;

import org.jspecify.annotations.Nullable;

/** A stream loses its next batch. */
public record StreamForgets(String source) implements Action {

    @Override
    public void play(World world, @Nullable Strike strike) {
        world.forget(source);
    }

    @Override
    public String tell() {
        return "the stream " + source + " forgets a batch";
    }
}
