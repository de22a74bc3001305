package io.leadmap.simulation;

import io.leadmap.simulation.actors.Chance;
import io.leadmap.simulation.actors.StruckAction;
import io.leadmap.simulation.checks.AnswerWatch;
import io.leadmap.simulation.checks.Check;
import io.leadmap.simulation.checks.NewsCheck;
import io.leadmap.simulation.checks.OnceWatch;
import io.leadmap.simulation.checks.SendingWatch;
import io.leadmap.simulation.world.Violation;
import io.leadmap.simulation.world.World;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Plays stories in worlds of their own and looks whether all holds that must. */
public final class Simulation {

    private Simulation() {}

    /** What is wrong after a story, the first of it; empty if nothing is. */
    public static Optional<Violation> violation(List<StruckAction> steps) {
        World world = new World();
        world.watchers().add(new OnceWatch());
        world.watchers().add(new SendingWatch());
        world.watchers().add(new AnswerWatch());
        NewsCheck news = new NewsCheck();
        world.watchers().add(news);
        for (StruckAction step : steps) {
            step.play(world);
            if (!world.watchers().violations().isEmpty()) {
                return Optional.of(world.watchers().violations().getFirst());
            }
        }
        List<Violation> restless = Rest.of(world);
        if (!world.watchers().violations().isEmpty()) {
            return Optional.of(world.watchers().violations().getFirst());
        }
        if (!restless.isEmpty()) {
            return Optional.of(restless.getFirst());
        }
        return Stream.concat(Check.all().stream(), Stream.of(news))
                .flatMap(check -> check.of(world).stream())
                .findFirst();
    }

    /**
     * The story of a seed, if it ends badly: as short as it can be.
     *
     * @param count how many steps it has at first
     */
    public static Optional<SimulatedStory> story(long seed, int count) {
        List<StruckAction> steps = Chance.steps(seed, count);
        return violation(steps).map(found -> SimulatedStory.of(seed, steps, found));
    }
}
