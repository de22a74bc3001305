package io.leadmap.simulation;

import io.leadmap.simulation.actors.StruckAction;
import io.leadmap.simulation.world.Violation;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A story that ends badly, for people to read.
 *
 * @param seed what it was made of
 * @param found what is wrong in the end
 */
public record SimulatedStory(long seed, List<StruckAction> steps, Violation found) {

    public SimulatedStory {
        steps = List.copyOf(steps);
    }

    /** The shortest story in these steps that breaks the same rule. */
    static SimulatedStory of(long seed, List<StruckAction> steps, Violation found) {
        List<StruckAction> few =
                new Shrinker(shorter ->
                        Simulation.violation(shorter)
                                .filter(other -> other.rule() == found.rule())
                                .isPresent())
                        .shrunk(steps);
        return new SimulatedStory(seed, few, Simulation.violation(few).orElse(found));
    }

    /** Line by line, with the rule that it breaks. */
    public String tell() {
        return IntStream.range(0, steps.size())
                .mapToObj(i -> "  " + (i + 1) + ". " + steps.get(i).tell())
                .collect(
                        Collectors.joining(
                                "\n",
                                "seed " + seed + ", in " + steps.size() + " steps:\n",
                                "\n  => it must hold that " + found));
    }
}
