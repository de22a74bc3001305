package io.leadmap.dynamodb;

class DynamoStoreTest extends DynamoStoreSuite {

    DynamoStoreTest() {
        super(TestDatabase.shared(), FaultyHttp.Fault.NONE);
    }
}
