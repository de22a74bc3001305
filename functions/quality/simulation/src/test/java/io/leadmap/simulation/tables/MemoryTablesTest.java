package io.leadmap.simulation.tables;

import io.leadmap.database.TestDatabase;
import io.leadmap.dynamodb.DynamoStore;
import io.leadmap.ports.Backoff;
import io.leadmap.ports.Invocation;
import io.leadmap.ports.Store;
import io.leadmap.testkit.AllContracts;
import io.leadmap.testkit.InMemoryKeyService;
import io.leadmap.testkit.MovableClock;

import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;

/** The tables in memory answer the adapters as DynamoDB does: every port's contract holds. */
class MemoryTablesTest implements AllContracts {

    private final MovableClock clock =
            new MovableClock(Instant.parse("2026-02-27T09:30:00.123456789Z"));
    private final Store store =
            new DynamoStore(
                    new MemoryTables(TestDatabase.tables(), TableCalls.UNHINDERED, change -> {}),
                    environment(),
                    new InMemoryKeyService(),
                    clock,
                    Backoff.NONE,
                    new Invocation());

    private static Map<String, String> environment() {
        return TestDatabase.tables().stream()
                .collect(Collectors.toMap(TestDatabase::variable, table -> table.name()));
    }

    @Override
    public Store store() {
        return store;
    }

    @Override
    public MovableClock clock() {
        return clock;
    }
}
