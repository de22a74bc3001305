package io.leadmap.simulation.actors;

import io.leadmap.domain.practice.PracticeId;
import io.leadmap.ports.Suppressions.Kept;
import io.leadmap.simulation.world.Strike;
import io.leadmap.simulation.world.World;
import io.leadmap.testkit.HttpCall;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** An administrator lifts what keeps mail from an address; the address of this number. */
public record LiftAddress(String practice, int address) implements Action {

    @Override
    public void play(World world, @Nullable Strike strike) {
        List<Kept> kept =
                world.store().suppressions().page(new PracticeId(practice), 1000, null).kept();
        if (kept.isEmpty()) {
            return;
        }
        Kept one = kept.get(Math.floorMod(address, kept.size()));
        HttpCall.Answer answer =
                world.call(
                        Calls.administrator(
                                        practice,
                                        "DELETE /suppressions/{id}",
                                        "{\"reason\": \"asked by phone\"}")
                                .at("id", one.id()),
                        strike);
        if (answer.status() / 100 != 4) {
            world.watchers().lifted(practice, one.state().address());
        }
    }

    @Override
    public String tell() {
        return "Mei of " + practice + " lifts the suppression of address " + address;
    }
}
