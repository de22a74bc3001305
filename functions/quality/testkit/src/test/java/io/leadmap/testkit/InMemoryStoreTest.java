package io.leadmap.testkit;

import io.leadmap.ports.Store;

import java.time.Instant;

class InMemoryStoreTest implements AllContracts {

    private final MovableClock clock =
            new MovableClock(Instant.parse("2026-02-27T09:30:00.123456789Z"));
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
