package io.leadmap.local.aws;

import static io.leadmap.local.aws.Cloud.allow;
import static io.leadmap.local.aws.Cloud.allowIf;
import static io.leadmap.local.aws.Cloud.arn;
import static io.leadmap.local.aws.Cloud.item;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadmap.template.Statement;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What is written down of the grants that functions use. */
@SuppressWarnings("NullAway.Init") // made before each test
class UsedGrantsTest {

    private Path file;

    @BeforeEach
    void name(@TempDir Path folder) {
        file = folder.resolve("grants.txt");
    }

    private List<String> noted() throws IOException {
        return Files.readAllLines(file);
    }

    private static void put(DynamoDbClient db, String table, String pk) {
        db.putItem(put -> put.tableName(table).item(item(pk, "s")));
    }

    @Test
    void a_grant_is_noted_once_with_who_used_it() throws IOException {
        try (Cloud cloud = Cloud.noting(file, allow("dynamodb:PutItem", arn("leads")));
                DynamoDbClient db = cloud.dynamodb()) {
            put(db, "leads", "one");
            put(db, "leads", "two");
        }
        assertThat(noted()).containsExactly("Writer: Writer dynamodb:PutItem table/leads");
    }

    @Test
    void what_two_statements_give_is_the_firsts() throws IOException {
        try (Cloud cloud =
                        Cloud.noting(
                                file,
                                allow("dynamodb:Put*", arn("leads")),
                                allow("dynamodb:PutItem", arn("leads")));
                DynamoDbClient db = cloud.dynamodb()) {
            put(db, "leads", "one");
        }
        assertThat(noted()).containsExactly("Writer: Writer dynamodb:Put* table/leads");
    }

    @Test
    void every_part_of_a_transaction_uses_its_own() throws IOException {
        try (Cloud cloud =
                        Cloud.noting(
                                file, allow("dynamodb:PutItem", arn("leads"), arn("history")));
                DynamoDbClient db = cloud.dynamodb()) {
            db.transactWriteItems(write ->
                    write.transactItems(
                            List.of(
                                    TransactWriteItem.builder()
                                            .put(put ->
                                                    put.tableName("history").item(item("p", "1")))
                                            .build(),
                                    TransactWriteItem.builder()
                                            .put(put -> put.tableName("leads").item(item("p", "1")))
                                            .build())));
        }
        assertThat(noted())
                .containsExactly(
                        "Writer: Writer dynamodb:PutItem table/history",
                        "Writer: Writer dynamodb:PutItem table/leads");
    }

    @Test
    void of_the_partitions_that_are_granted_those_are_noted_that_were_touched() throws IOException {
        Statement guards =
                allowIf(
                        "dynamodb:PutItem",
                        "ForAllValues:StringLike",
                        "dynamodb:LeadingKeys",
                        "*#g#*",
                        arn("leads"));
        Statement addresses =
                allowIf(
                        "dynamodb:PutItem",
                        "ForAllValues:StringLike",
                        "dynamodb:LeadingKeys",
                        "*#x",
                        arn("leads"));
        try (Cloud cloud = Cloud.noting(file, guards, addresses);
                DynamoDbClient db = cloud.dynamodb()) {
            put(db, "leads", "p#x");
            assertThatThrownBy(() -> put(db, "leads", "p#key"))
                    .isInstanceOf(DynamoDbException.class);
        }
        assertThat(noted()).containsExactly("Writer: Writer dynamodb:PutItem table/leads *#x");
    }

    @Test
    void what_is_refused_uses_nothing() throws IOException {
        Files.createFile(file);
        try (Cloud cloud = Cloud.noting(file, allow("dynamodb:PutItem", arn("leads")));
                DynamoDbClient db = cloud.dynamodb()) {
            assertThatThrownBy(() -> put(db, "history", "p")).isInstanceOf(DynamoDbException.class);
        }
        assertThat(noted()).isEmpty();
    }
}
