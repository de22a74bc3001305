package io.leadmap.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadmap.simulation.world.Violation;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** How seeds are played side by side. */
class PlayersTest {

    @Test
    void every_seed_is_played_and_none_on_the_pool_that_micronaut_works_on() {
        Set<Long> played = new ConcurrentSkipListSet<>();
        AtomicBoolean common = new AtomicBoolean();
        Players players =
                new Players(
                        7,
                        seed -> seed < 107,
                        seed -> {
                            played.add(seed);
                            if (Thread.currentThread() instanceof ForkJoinWorkerThread) {
                                common.set(true);
                            }
                            return Optional.empty();
                        });

        assertThat(players.firstBad()).isEmpty();
        assertThat(played).isEqualTo(LongStream.range(7, 107).boxed().collect(Collectors.toSet()));
        assertThat(common).isFalse();
    }

    @Test
    void the_lowest_bad_seed_of_those_that_were_played_is_given_and_no_other_is_begun() {
        Set<Long> played = new ConcurrentSkipListSet<>();
        Players players =
                new Players(
                        1,
                        seed -> true,
                        seed -> {
                            played.add(seed);
                            return seed < 5 ? Optional.empty() : Optional.of(bad(seed));
                        });

        SimulatedStory found = players.firstBad().orElseThrow();
        assertThat(found.seed()).isEqualTo(5);
        assertThat(played).hasSizeLessThan(5 + 2 * Runtime.getRuntime().availableProcessors());
    }

    @Test
    void a_fault_of_the_simulation_itself_is_no_story() {
        Players players =
                new Players(
                        1,
                        seed -> seed < 4,
                        seed -> {
                            throw new IllegalArgumentException("seed " + seed);
                        });
        assertThatThrownBy(players::firstBad)
                .hasRootCauseInstanceOf(IllegalArgumentException.class);
    }

    private static SimulatedStory bad(long seed) {
        return new SimulatedStory(
                seed, List.of(), new Violation(Violation.Rule.FOLD, "it does not hold"));
    }
}
