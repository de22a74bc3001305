package io.leadmap.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.Optional;
import java.util.stream.LongStream;

class SimulationTest {

    private static final long SEEDS = Long.getLong("simulation.seeds", 300);
    private static final long FIRST = Long.getLong("simulation.first", 1);
    private static final int STEPS = Integer.getInteger("simulation.steps", 40);

    @Test
    void whatever_happens_what_must_hold_does() {
        Optional<SimulatedStory> bad =
                LongStream.range(FIRST, FIRST + SEEDS)
                        .parallel()
                        .mapToObj(seed -> Simulation.story(seed, STEPS))
                        .flatMap(Optional::stream)
                        .findFirst();
        assertThat(bad).as(bad.map(SimulatedStory::tell).orElse("")).isEmpty();
    }
}
