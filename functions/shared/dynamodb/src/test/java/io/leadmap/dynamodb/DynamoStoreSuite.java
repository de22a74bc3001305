package io.leadmap.dynamodb;

import io.leadmap.database.FaultyHttp;
import io.leadmap.database.TestDatabase;
import io.leadmap.ports.Backoff;
import io.leadmap.ports.Invocation;
import io.leadmap.ports.Store;
import io.leadmap.testkit.AllContracts;
import io.leadmap.testkit.InMemoryKeyService;
import io.leadmap.testkit.MovableClock;

import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import java.time.Instant;

/** Every contract suite on DynamoDB, with one kind of fault. */
abstract class DynamoStoreSuite implements AllContracts {

    /**
     * One for every suite: they share tables, and a look across practices meets what others left.
     */
    static final InMemoryKeyService KEYS = new InMemoryKeyService();

    private final MovableClock clock =
            new MovableClock(Instant.parse("2026-02-27T09:30:00.123456789Z"));
    private final FaultyHttp http;
    private final Store store;

    DynamoStoreSuite(TestDatabase database, FaultyHttp.Fault fault) {
        http = new FaultyHttp(UrlConnectionHttpClient.create(), fault);
        DynamoDbClient client = database.client(http);
        store =
                new DynamoStore(
                        client,
                        database.environment(),
                        KEYS,
                        clock,
                        Backoff.NONE,
                        new Invocation());
    }

    FaultyHttp http() {
        return http;
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
