package io.leadmap.dynamodb;

class DynamoStoreTest extends DynamoStoreSuite {

    DynamoStoreTest() {
        super(FaultyHttp.Fault.NONE);
    }
}
