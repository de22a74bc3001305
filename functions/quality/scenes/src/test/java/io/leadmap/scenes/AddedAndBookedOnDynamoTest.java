package io.leadmap.scenes;

import io.leadmap.database.TestDatabase;
import io.leadmap.dynamodb.DynamoStore;
import io.leadmap.ports.Backoff;
import io.leadmap.ports.Invocation;
import io.leadmap.ports.Store;
import io.leadmap.testkit.InMemoryKeyService;
import io.leadmap.testkit.MovableClock;

import java.time.Instant;

class AddedAndBookedOnDynamoTest implements AddedAndBookedContract {

    /** One for every test: they share tables. */
    private static final InMemoryKeyService KEYS = new InMemoryKeyService();

    private final MovableClock clock = new MovableClock(Instant.parse("2026-02-27T09:30:00Z"));
    private final Store store =
            new DynamoStore(
                    TestDatabase.shared().client(),
                    TestDatabase.shared().environment(),
                    KEYS,
                    clock,
                    Backoff.NONE,
                    new Invocation());

    @Override
    public Store store() {
        return store;
    }

    @Override
    public MovableClock clock() {
        return clock;
    }
}
