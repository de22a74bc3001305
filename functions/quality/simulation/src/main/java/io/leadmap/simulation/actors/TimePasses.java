package io.leadmap.simulation.actors;

import io.leadmap.simulation.world.Strike;
import io.leadmap.simulation.world.World;

import org.jspecify.annotations.Nullable;

import java.time.Duration;

/** Nothing happens for a while. */
public record TimePasses(Duration time) implements Action {

    @Override
    public void play(World world, @Nullable Strike strike) {
        world.passes(time);
    }

    @Override
    public String tell() {
        return "time passes: " + time;
    }
}
