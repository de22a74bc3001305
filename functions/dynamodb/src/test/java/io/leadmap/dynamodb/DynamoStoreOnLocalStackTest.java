package io.leadmap.dynamodb;

class DynamoStoreOnLocalStackTest extends DynamoStoreSuite {

    DynamoStoreOnLocalStackTest() {
        super(TestDatabase.onLocalStack(), FaultyHttp.Fault.NONE);
    }
}
