package io.leadmap.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadmap.database.FaultyHttp;
import io.leadmap.database.TestDatabase;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DynamoStoreUnderThrottleTest extends DynamoStoreSuite {

    DynamoStoreUnderThrottleTest() {
        super(TestDatabase.shared(), FaultyHttp.Fault.THROTTLE);
    }

    @AfterAll
    void calls_really_failed() {
        assertThat(http().failed()).isGreaterThan(20);
    }
}
