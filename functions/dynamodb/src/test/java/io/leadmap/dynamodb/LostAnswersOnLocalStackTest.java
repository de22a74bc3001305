package io.leadmap.dynamodb;

class LostAnswersOnLocalStackTest extends DynamoStoreSuite {

    LostAnswersOnLocalStackTest() {
        super(TestDatabase.onLocalStack(), FaultyHttp.Fault.LOST_ANSWER);
    }
}
