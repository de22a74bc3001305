package io.leadmap.local.aws;

import static io.leadmap.local.aws.Cloud.allow;
import static io.leadmap.local.aws.Cloud.item;

import static org.assertj.core.api.Assertions.assertThat;

import static java.util.Objects.requireNonNull;

import io.leadmap.local.stack.Mail;
import io.leadmap.template.Stack;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.io.TempDir;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What was acknowledged is there after {@code kill -9}, a transaction whole. */
class DurabilityTest {

    private static final int ACKNOWLEDGED = 150;

    @RepeatedTest(2)
    void what_was_acknowledged_survives_a_kill_in_the_middle_of_a_burst(@TempDir Path folder)
            throws IOException, InterruptedException {
        List<String> acknowledged = burstUntilKilled(folder);
        Stack stack = Cloud.stack(Map.of("Writer", List.of(allow("dynamodb:*", "*"))));
        try (Cloud cloud = Cloud.start(stack, folder);
                DynamoDbClient db = cloud.dynamodb()) {
            List<String> mails =
                    cloud.endpoints.mailbox().newestFirst().stream().map(Mail::messageId).toList();
            assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(ACKNOWLEDGED);
            assertThat(acknowledged.stream().filter(line -> !there(db, mails, line))).isEmpty();
            assertThat(halves(db)).isEmpty();
        }
    }

    private static List<String> burstUntilKilled(Path folder)
            throws IOException, InterruptedException {
        Process burst =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "--enable-native-access=ALL-UNNAMED",
                                "-cp",
                                System.getProperty("java.class.path"),
                                Burst.class.getName(),
                                folder.toString())
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        List<String> lines = new ArrayList<>();
        try (BufferedReader reader = burst.inputReader(StandardCharsets.UTF_8)) {
            String line = reader.readLine();
            while (line != null) {
                lines.add(line);
                if (lines.size() == ACKNOWLEDGED) {
                    // By its handle: the process itself would close what it still has to say.
                    burst.toHandle().destroyForcibly();
                }
                line = reader.readLine();
            }
        } finally {
            burst.destroyForcibly();
        }
        burst.waitFor();
        return lines;
    }

    private static boolean there(DynamoDbClient db, List<String> mails, String line) {
        // The last line may have been cut by the kill.
        int space = Math.max(0, line.indexOf(' '));
        String name = line.substring(space).strip();
        return switch (line.substring(0, space)) {
            case "transaction" -> has(db, "leads", name, "head") && has(db, "history", name, "1");
            case "put" -> has(db, "leads", name, "put");
            case "mail" -> mails.contains(name);
            default -> true;
        };
    }

    private static boolean has(DynamoDbClient db, String table, String pk, String sk) {
        return db.getItem(r -> r.tableName(table).key(item(pk, sk)).consistentRead(true)).hasItem();
    }

    /** History entries without their lead: halves of a transaction. */
    private static List<String> halves(DynamoDbClient db) {
        return db.scanPaginator(r -> r.tableName("history")).items().stream()
                .map(entry -> requireNonNull(entry.get("pk")).s())
                .filter(pk -> !has(db, "leads", pk, "head"))
                .toList();
    }
}
