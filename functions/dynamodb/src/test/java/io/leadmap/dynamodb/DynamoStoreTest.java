package io.leadmap.dynamodb;

import io.leadmap.testkit.AddedAndBookedContract;

class DynamoStoreTest extends DynamoStoreSuite implements AddedAndBookedContract {

    DynamoStoreTest() {
        super(TestDatabase.shared(), FaultyHttp.Fault.NONE);
    }
}
