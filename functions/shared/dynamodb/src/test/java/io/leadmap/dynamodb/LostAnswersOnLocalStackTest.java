package io.leadmap.dynamodb;

import io.leadmap.database.FaultyHttp;
import io.leadmap.database.TestDatabase;

class LostAnswersOnLocalStackTest extends DynamoStoreSuite {

    LostAnswersOnLocalStackTest() {
        super(TestDatabase.onLocalStack(), FaultyHttp.Fault.LOST_ANSWER);
    }
}
