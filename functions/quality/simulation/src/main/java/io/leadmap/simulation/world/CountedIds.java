package io.leadmap.simulation.world;

import io.leadmap.ports.IdSource;

import java.time.InstantSource;

/** Ids that grow with time and are the same in every run. */
final class CountedIds implements IdSource {

    private final InstantSource clock;
    private long given;

    CountedIds(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public String next() {
        given++;
        return "%013d%013d".formatted(clock.millis(), given);
    }
}
