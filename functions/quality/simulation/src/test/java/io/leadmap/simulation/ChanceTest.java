package io.leadmap.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadmap.simulation.actors.Chance;
import io.leadmap.simulation.actors.StruckAction;
import io.leadmap.simulation.world.World;

import org.junit.jupiter.api.Test;

import java.util.List;

class ChanceTest {

    private static final long SEED = 11;

    @Test
    void a_seed_makes_one_story() {
        assertThat(Chance.steps(SEED, 60)).isEqualTo(Chance.steps(SEED, 60));
    }

    /** Keys and nonces are random and change nothing that happens. */
    @Test
    void a_story_goes_the_same_way_in_every_world() {
        assertThat(played(Chance.steps(SEED, 60))).isEqualTo(played(Chance.steps(SEED, 60)));
    }

    private static List<String> played(List<StruckAction> steps) {
        World world = new World();
        steps.forEach(step -> step.play(world));
        return world.journal().stream()
                .map(change ->
                        change.table()
                                + " "
                                + change.after().get("pk")
                                + " "
                                + change.after().get("sk")
                                + " "
                                + change.after().get("open"))
                .toList();
    }
}
