package io.leadmap.dynamodb;

import io.leadmap.database.FaultyHttp;
import io.leadmap.database.TestDatabase;

class DynamoStoreTest extends DynamoStoreSuite {

    DynamoStoreTest() {
        super(TestDatabase.shared(), FaultyHttp.Fault.NONE);
    }
}
