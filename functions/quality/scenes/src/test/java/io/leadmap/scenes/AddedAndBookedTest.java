package io.leadmap.scenes;

import io.leadmap.ports.Store;
import io.leadmap.testkit.InMemoryStore;
import io.leadmap.testkit.MovableClock;

import java.time.Instant;

class AddedAndBookedTest implements AddedAndBookedContract {

    private final MovableClock clock = new MovableClock(Instant.parse("2026-02-27T09:30:00Z"));
    private final Store store = new InMemoryStore(clock);

    @Override
    public Store store() {
        return store;
    }

    @Override
    public MovableClock clock() {
        return clock;
    }
}
