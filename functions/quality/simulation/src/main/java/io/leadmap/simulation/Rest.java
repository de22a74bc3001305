package io.leadmap.simulation;

import io.leadmap.domain.practice.PracticeId;
import io.leadmap.domain.practice.Settings;
import io.leadmap.simulation.world.Ending;
import io.leadmap.simulation.world.Violation;
import io.leadmap.simulation.world.World;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Nothing strikes any more and nobody does anything: what machines have to do, they do until there
 * is nothing left.
 */
final class Rest {

    /**
     * Within so many hours each lead is looked at twice for what its streams forgot: the first time
     * it may just have been written and be left to the stream.
     */
    private static final int CATCHES_UP = 25;

    /** A batch that fails so often fails for ever. */
    private static final int TRIES = 3;

    private final World world;
    private final List<Violation> violations = new ArrayList<>();

    private Rest(World world) {
        this.world = world;
    }

    /** Lets a world come to rest; what fails meanwhile fails without a reason. */
    static List<Violation> of(World world) {
        Rest rest = new Rest(world);
        int hours = world.hasForgotten() ? CATCHES_UP : 1;
        for (int hour = 0; hour < hours; hour++) {
            rest.flow();
            rest.tick();
            world.passes(Duration.ofHours(1));
        }
        world.passes(rest.untilOpening());
        for (int twice = 0; twice < 2; twice++) {
            rest.flow();
            rest.tick();
        }
        rest.flow();
        return rest.violations;
    }

    /** Until the first practice's sending window is open, so that drips are due. */
    private Duration untilOpening() {
        Settings settings =
                world.practices()
                        .find(new PracticeId(World.PRACTICES.getFirst()))
                        .orElseThrow()
                        .settings();
        Instant opens = settings.sendingWindow().openingFrom(world.now(), settings.timeZone());
        return Duration.between(world.now(), opens);
    }

    private void tick() {
        for (String function : World.scheduled()) {
            world.watchers().begins(world);
            failed(function + " fails at a tick", world.tick(function, null));
        }
    }

    private void flow() {
        for (int round = 0; round < TRIES && isWaiting(); round++) {
            World.streams().forEach(this::flow);
        }
        if (isWaiting()) {
            World.streams().stream()
                    .filter(world::isWaiting)
                    .forEach(source ->
                            violations.add(
                                    new Violation(
                                            Violation.Rule.FAULT,
                                            "what waits in " + source + " fails for ever")));
        }
    }

    private boolean isWaiting() {
        return World.streams().stream().anyMatch(world::isWaiting);
    }

    private void flow(String source) {
        for (int tries = 0; tries < 100 && world.isWaiting(source); tries++) {
            world.watchers().begins(world);
            Ending outcome = world.deliver(source, null);
            if (outcome != null) {
                failed(source + " fails", outcome);
            }
        }
    }

    private void failed(String what, Ending outcome) {
        if (outcome instanceof Ending.Failed(Throwable fault)) {
            violations.add(new Violation(Violation.Rule.FAULT, what + ": " + fault));
        }
    }
}
