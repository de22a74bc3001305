package io.leadmap.simulation.actors;

import io.leadmap.simulation.world.Strike;
import io.leadmap.simulation.world.World;

import org.jspecify.annotations.Nullable;

/** A schedule sets a function off. */
public record ScheduleTicks(String function) implements Action {

    @Override
    public void play(World world, @Nullable Strike strike) {
        world.tick(function, strike);
    }

    @Override
    public String tell() {
        return "the schedule of " + function + " ticks";
    }
}
