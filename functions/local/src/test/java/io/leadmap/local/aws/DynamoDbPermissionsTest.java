package io.leadmap.local.aws;

import static io.leadmap.local.aws.Cloud.allow;
import static io.leadmap.local.aws.Cloud.allowIf;
import static io.leadmap.local.aws.Cloud.arn;
import static io.leadmap.local.aws.Cloud.item;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadmap.template.Statement;
import io.leadmap.template.Statement.Effect;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

import java.io.IOException;
import java.util.Map;
import java.util.stream.Stream;

/** Who may do what, asked by the SDK's own client over the socket. */
class DynamoDbPermissionsTest {

    static Stream<DynamoDbCall> calls() {
        return Stream.of(
                DynamoDbCall.getItem("leads"),
                DynamoDbCall.putItem("leads"),
                DynamoDbCall.putItemByArn("leads"),
                DynamoDbCall.updateItem("leads"),
                DynamoDbCall.deleteItem("leads"),
                DynamoDbCall.query("leads"),
                DynamoDbCall.queryIndex("leads"),
                DynamoDbCall.scan("leads"),
                DynamoDbCall.batchGet("leads"),
                DynamoDbCall.batchWrite("leads"),
                DynamoDbCall.transactPut("leads"),
                DynamoDbCall.transactUpdate("leads"),
                DynamoDbCall.transactDelete("leads"),
                DynamoDbCall.transactCheck("leads"));
    }

    @ParameterizedTest
    @MethodSource("calls")
    void a_call_needs_its_own_permission_and_no_other(DynamoDbCall call) throws IOException {
        try (Cloud cloud = Cloud.allowing(allow("dynamodb:" + call.permission(), call.resource()));
                DynamoDbClient db = cloud.dynamodb()) {
            call.by(db);
        }
    }

    @ParameterizedTest
    @MethodSource("calls")
    void without_it_the_refusal_names_permission_and_resource(DynamoDbCall call)
            throws IOException {
        try (Cloud cloud =
                        Cloud.allowing(
                                allow("dynamodb:" + call.permission(), arn("history")),
                                allow("dynamodb:Nothing", "*"));
                DynamoDbClient db = cloud.dynamodb()) {
            assertRefused(() -> call.by(db), call);
        }
    }

    private static void assertRefused(ThrowingCallable refused, DynamoDbCall call) {
        assertThatThrownBy(refused)
                .isInstanceOfSatisfying(
                        DynamoDbException.class,
                        refusal ->
                                assertThat(refusal.awsErrorDetails().errorCode())
                                        .isEqualTo("AccessDeniedException"))
                .hasMessageContaining(
                        "User: arn:aws:sts::111122223333:assumed-role/WriterRole/Writer is not"
                                + " authorized to perform: dynamodb:%s on resource: %s because no"
                                + " identity-based policy allows",
                        call.permission(), call.resource());
    }

    @Test
    void a_permission_on_the_table_is_none_on_its_index() throws IOException {
        try (Cloud cloud = Cloud.allowing(allow("dynamodb:*", arn("leads")));
                DynamoDbClient db = cloud.dynamodb()) {
            DynamoDbCall.query("leads").by(db);
            assertThatThrownBy(() -> DynamoDbCall.queryIndex("leads").by(db))
                    .hasMessageContaining("/index/byOwner");
        }
    }

    @Test
    void one_missing_permission_refuses_the_whole_transaction() throws IOException {
        try (Cloud cloud =
                        Cloud.allowing(
                                allow("dynamodb:PutItem", arn("leads")),
                                allow("dynamodb:GetItem", arn("leads")));
                DynamoDbClient db = cloud.dynamodb()) {
            assertThatThrownBy(() ->
                            db.transactWriteItems(r ->
                                    r.transactItems(
                                            TransactWriteItem.builder()
                                                    .put(p ->
                                                            p.tableName("leads")
                                                                    .item(item("p", "1")))
                                                    .build(),
                                            TransactWriteItem.builder()
                                                    .put(p ->
                                                            p.tableName("history")
                                                                    .item(item("p", "1")))
                                                    .build())))
                    .hasMessageContaining("dynamodb:PutItem on resource: " + arn("history"));
            assertThat(db.getItem(r -> r.tableName("leads").key(item("p", "1"))).hasItem())
                    .isFalse();
        }
    }

    static Stream<DynamoDbCall> forbiddenOnHistory() {
        return Stream.of(
                DynamoDbCall.updateItem("history"),
                DynamoDbCall.deleteItem("history"),
                DynamoDbCall.batchWrite("history"),
                DynamoDbCall.transactDelete("history"),
                DynamoDbCall.transactUpdate("history"));
    }

    @ParameterizedTest
    @MethodSource("forbiddenOnHistory")
    void the_history_tables_own_policy_denies_what_a_role_allows(DynamoDbCall call)
            throws IOException {
        try (Cloud cloud = Cloud.allowing(allow("dynamodb:*", "*"));
                DynamoDbClient db = cloud.dynamodb()) {
            assertThatThrownBy(() -> call.by(db))
                    .hasMessageContaining(
                            "dynamodb:%s on resource: %s with an explicit deny in a resource-based"
                                    + " policy",
                            call.permission(), call.resource());
            db.putItem(r -> r.tableName("history").item(item("p", "s")));
        }
    }

    @Test
    void a_deny_of_the_role_wins_over_its_allowance() throws IOException {
        Statement deny = Cloud.statement(Effect.DENY, "dynamodb:Delete*", Map.of(), arn("leads"));
        try (Cloud cloud = Cloud.allowing(allow("dynamodb:*", "*"), deny);
                DynamoDbClient db = cloud.dynamodb()) {
            assertThatThrownBy(() -> db.deleteItem(r -> r.tableName("leads").key(item("p", "s"))))
                    .hasMessageContaining("with an explicit deny in an identity-based policy");
        }
    }

    @Test
    void a_condition_on_the_leading_key_holds_the_caller_to_its_partition() throws IOException {
        Statement own =
                allowIf(
                        "dynamodb:*",
                        "ForAllValues:StringLike",
                        "dynamodb:LeadingKeys",
                        "mine#*",
                        arn("leads"));
        try (Cloud cloud = Cloud.allowing(own);
                DynamoDbClient db = cloud.dynamodb()) {
            db.putItem(r -> r.tableName("leads").item(item("mine#1", "s")));
            assertThatThrownBy(
                            () -> db.putItem(r -> r.tableName("leads").item(item("theirs", "s"))))
                    .hasMessageContaining("dynamodb:PutItem");
            assertThatThrownBy(() -> DynamoDbCall.query("leads").by(db))
                    .hasMessageContaining("dynamodb:Query");
            assertThatThrownBy(() -> DynamoDbCall.batchWrite("leads").by(db))
                    .hasMessageContaining("dynamodb:BatchWriteItem");
        }
    }

    @Test
    void an_unknown_access_key_is_nobody() throws IOException {
        try (Cloud cloud = Cloud.allowing(allow("dynamodb:*", "*"));
                DynamoDbClient db =
                        Cloud.client(
                                DynamoDbClient.builder(), "Nobody", cloud.endpoints.dynamodb())) {
            assertThatThrownBy(() -> DynamoDbCall.query("leads").by(db))
                    .isInstanceOfSatisfying(
                            DynamoDbException.class,
                            e ->
                                    assertThat(e.awsErrorDetails().errorCode())
                                            .isEqualTo("UnrecognizedClientException"));
        }
    }

    @Test
    void what_no_function_calls_is_not_there() throws IOException {
        try (Cloud cloud = Cloud.allowing(allow("dynamodb:*", "*"));
                DynamoDbClient db = cloud.dynamodb()) {
            assertThatThrownBy(() -> db.deleteTable(r -> r.tableName("leads")))
                    .hasMessageContaining("The local endpoint does not have DeleteTable");
        }
    }
}
