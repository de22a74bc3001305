package io.leadmap.simulation;

import io.leadmap.simulation.actors.Chance;
import io.leadmap.simulation.actors.StruckAction;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Plays many actions, seed by seed, and ends with the first bad story: {@code mvn -Psimulation}.
 * Stories are of two lengths: short ones in which faults meet at once, and long ones in which much
 * has come together.
 */
public final class ManyStories {

    private static final int SHORT = 40;
    private static final int LONG = 400;

    private ManyStories() {}

    /**
     * Plays.
     *
     * @param arguments how many actions, and the first seed
     */
    public static void main(String[] arguments) {
        long actions = Long.parseLong(arguments[0]);
        long first = Long.parseLong(arguments[1]);
        long begun = System.nanoTime();
        AtomicLong played = new AtomicLong();
        Optional<SimulatedStory> bad =
                new Players(first, seed -> played.get() < actions, seed -> played(seed, played))
                        .firstBad();
        System.out.printf(
                Locale.ROOT,
                "%d actions in %d seconds: %s%n",
                played.get(),
                (System.nanoTime() - begun) / 1_000_000_000,
                bad.map(SimulatedStory::tell).orElse("all holds"));
        if (bad.isPresent()) {
            System.exit(1);
        }
    }

    private static Optional<SimulatedStory> played(long seed, AtomicLong played) {
        List<StruckAction> steps = Chance.steps(seed, seed % 2 == 0 ? SHORT : LONG);
        played.addAndGet(steps.size());
        return Simulation.violation(steps).map(found -> SimulatedStory.of(seed, steps, found));
    }
}
