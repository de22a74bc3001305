package io.leadmap.dynamodb;

import io.leadmap.database.FaultyHttp;
import io.leadmap.database.TestDatabase;

class DynamoStoreOnLocalStackTest extends DynamoStoreSuite {

    DynamoStoreOnLocalStackTest() {
        super(TestDatabase.onLocalStack(), FaultyHttp.Fault.NONE);
    }
}
