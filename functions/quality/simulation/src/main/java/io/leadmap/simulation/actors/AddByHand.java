package io.leadmap.simulation.actors;

import io.leadmap.json.Json;
import io.leadmap.simulation.world.Strike;
import io.leadmap.simulation.world.World;

import org.jspecify.annotations.Nullable;

/** An agent adds a lead for somebody who called. */
public record AddByHand(String practice, int stranger) implements Action {

    @Override
    public void play(World world, @Nullable Strike strike) {
        Stranger who = Stranger.of(stranger);
        String body =
                Json.text(
                        Json.object()
                                .put("firstName", who.firstName())
                                .put("lastName", who.lastName())
                                .put("email", who.email(practice))
                                .put("phone", who.phone())
                                .node());
        world.call(Calls.agent(practice, "ava", "POST /leads", body), strike);
    }

    @Override
    public String tell() {
        Stranger who = Stranger.of(stranger);
        return "Ava of %s adds a lead for %s %s with %s and %s"
                .formatted(
                        practice,
                        who.firstName(),
                        who.lastName(),
                        who.email(practice),
                        who.phone());
    }
}
