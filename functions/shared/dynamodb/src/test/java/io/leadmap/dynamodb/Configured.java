package io.leadmap.dynamodb;

import io.leadmap.database.TestDatabase;
import io.leadmap.domain.practice.PracticeId;
import io.leadmap.json.Json;
import io.leadmap.ports.Backoff;
import io.leadmap.ports.Invocation;

import java.time.InstantSource;

/** Practices in the shared database that have a first configuration, and with it their key. */
final class Configured {

    private Configured() {}

    /** The practice of this id, configured once. */
    static PracticeId practice(String id) {
        PracticeId practice = new PracticeId(id);
        new DynamoStore(
                        TestDatabase.shared().client(),
                        TestDatabase.shared().environment(),
                        DynamoStoreSuite.KEYS,
                        InstantSource.system(),
                        Backoff.NONE,
                        new Invocation())
                .configurations()
                .store(practice, 1, Json.object().node());
        return practice;
    }
}
