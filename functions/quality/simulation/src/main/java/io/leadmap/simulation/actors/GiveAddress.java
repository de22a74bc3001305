package io.leadmap.simulation.actors;

import io.leadmap.simulation.world.Strike;
import io.leadmap.simulation.world.World;

import org.jspecify.annotations.Nullable;

/** An agent gives a lead the address of somebody. */
public record GiveAddress(String practice, int lead, int stranger) implements Action {

    @Override
    public void play(World world, @Nullable Strike strike) {
        Calls.lead(world, practice, lead)
                .ifPresent(id ->
                        world.call(
                                Calls.agent(practice, "ava", "PATCH /leads/{id}", body())
                                        .at("id", id.value()),
                                strike));
    }

    private String body() {
        return "{\"email\": \"" + Stranger.of(stranger).email(practice) + "\"}";
    }

    @Override
    public String tell() {
        return "Ava of %s gives %s the address %s"
                .formatted(practice, Calls.which(lead), Stranger.of(stranger).email(practice));
    }
}
