package io.leadmap.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.Optional;

class SimulationTest {

    private static final long SEEDS = Long.getLong("simulation.seeds", 300);
    private static final long FIRST = Long.getLong("simulation.first", 1);
    private static final int STEPS = Integer.getInteger("simulation.steps", 40);

    @Test
    void whatever_happens_what_must_hold_does() {
        Optional<SimulatedStory> bad =
                new Players(
                                FIRST,
                                seed -> seed < FIRST + SEEDS,
                                seed -> Simulation.story(seed, STEPS))
                        .firstBad();
        assertThat(bad).as(bad.map(SimulatedStory::tell).orElse("")).isEmpty();
    }
}
