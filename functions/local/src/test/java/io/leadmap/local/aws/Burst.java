package io.leadmap.local.aws;

import static io.leadmap.local.aws.Cloud.allow;
import static io.leadmap.local.aws.Cloud.item;

import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.ses.SesClient;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A process of its own that writes until it is killed and says on standard output what was
 * acknowledged: {@code transaction n}, {@code put n} or {@code mail messageId}.
 */
final class Burst {

    private static final int WRITERS = 4;
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private Burst() {}

    public static void main(String[] arguments) throws IOException {
        Cloud cloud =
                Cloud.start(
                        Cloud.stack(
                                Map.of(
                                        "Writer",
                                        List.of(allow("dynamodb:*", "*"), allow("ses:*", "*")))),
                        Path.of(arguments[0]));
        for (int i = 0; i < WRITERS; i++) {
            DynamoDbClient db = cloud.dynamodb();
            Thread.ofPlatform().start(() -> transact(db));
        }
        DynamoDbClient db = cloud.dynamodb();
        Thread.ofPlatform().start(() -> put(db));
        SesClient ses = cloud.ses();
        Thread.ofPlatform().start(() -> send(ses));
    }

    private static synchronized void say(String what) {
        System.out.println(what);
        System.out.flush();
    }

    private static void transact(DynamoDbClient db) {
        while (true) {
            String n = Integer.toString(NUMBERS.incrementAndGet());
            db.transactWriteItems(r ->
                    r.transactItems(
                            TransactWriteItem.builder()
                                    .put(p -> p.tableName("leads").item(item(n, "head")))
                                    .build(),
                            TransactWriteItem.builder()
                                    .put(p -> p.tableName("history").item(item(n, "1")))
                                    .build()));
            say("transaction " + n);
        }
    }

    private static void put(DynamoDbClient db) {
        while (true) {
            String n = Integer.toString(NUMBERS.incrementAndGet());
            db.putItem(r -> r.tableName("leads").item(item(n, "put")));
            say("put " + n);
        }
    }

    private static void send(SesClient ses) {
        SdkBytes raw =
                SdkBytes.fromUtf8String("From: a@clinic.example\r\nTo: b@c.example\r\n\r\nHello");
        while (true) {
            say("mail " + ses.sendRawEmail(r -> r.rawMessage(m -> m.data(raw))).messageId());
        }
    }
}
