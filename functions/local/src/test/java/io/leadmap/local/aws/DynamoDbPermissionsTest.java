package io.leadmap.local.aws;

import static io.leadmap.local.aws.Cloud.allow;
import static io.leadmap.local.aws.Cloud.allowIf;
import static io.leadmap.local.aws.Cloud.arn;
import static io.leadmap.local.aws.Cloud.item;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadmap.local.stack.Statement;
import io.leadmap.local.stack.Statement.Effect;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Who may do what, asked by the SDK's own client over the socket. */
class DynamoDbPermissionsTest {

    private record Operation(String permission, String resource, Consumer<DynamoDbClient> call) {
        @Override
        public String toString() {
            return permission + " on " + resource;
        }
    }

    static Stream<Arguments> operations() {
        return Stream.of(
                        new Operation(
                                "GetItem",
                                arn("leads"),
                                db -> db.getItem(r -> r.tableName("leads").key(item("p", "s")))),
                        new Operation(
                                "PutItem",
                                arn("leads"),
                                db -> db.putItem(r -> r.tableName("leads").item(item("p", "s")))),
                        new Operation(
                                "PutItem",
                                arn("leads"),
                                db ->
                                        db.putItem(r ->
                                                r.tableName(arn("leads")).item(item("p", "s")))),
                        new Operation(
                                "UpdateItem",
                                arn("leads"),
                                db -> db.updateItem(r -> r.tableName("leads").key(item("p", "s")))),
                        new Operation(
                                "DeleteItem",
                                arn("leads"),
                                db -> db.deleteItem(r -> r.tableName("leads").key(item("p", "s")))),
                        new Operation("Query", arn("leads"), DynamoDbPermissionsTest::query),
                        new Operation(
                                "Query",
                                arn("leads") + "/index/byOwner",
                                DynamoDbPermissionsTest::queryIndex),
                        new Operation(
                                "Scan", arn("leads"), db -> db.scan(r -> r.tableName("leads"))),
                        new Operation(
                                "DescribeTable",
                                arn("leads"),
                                db -> db.describeTable(r -> r.tableName("leads"))),
                        new Operation(
                                "BatchGetItem", arn("leads"), DynamoDbPermissionsTest::batchGet),
                        new Operation(
                                "BatchWriteItem", arn("leads"), db -> batchWrite(db, "leads")),
                        new Operation(
                                "GetItem",
                                arn("leads"),
                                db ->
                                        db.transactGetItems(r ->
                                                r.transactItems(i ->
                                                        i.get(g ->
                                                                g.tableName("leads")
                                                                        .key(item("p", "s")))))),
                        new Operation(
                                "PutItem",
                                arn("leads"),
                                db ->
                                        transact(
                                                db,
                                                i ->
                                                        i.put(p ->
                                                                p.tableName("leads")
                                                                        .item(item("p", "s"))))),
                        new Operation(
                                "UpdateItem",
                                arn("leads"),
                                db ->
                                        transact(
                                                db,
                                                i ->
                                                        i.update(u ->
                                                                u.tableName("leads")
                                                                        .key(item("p", "s"))
                                                                        .updateExpression(
                                                                                "SET a = :a")
                                                                        .expressionAttributeValues(
                                                                                Map.of(
                                                                                        ":a",
                                                                                        AttributeValue
                                                                                                .fromN(
                                                                                                        "1")))))),
                        new Operation(
                                "DeleteItem",
                                arn("leads"),
                                db ->
                                        transact(
                                                db,
                                                i ->
                                                        i.delete(d ->
                                                                d.tableName("leads")
                                                                        .key(item("p", "s"))))),
                        new Operation(
                                "ConditionCheckItem",
                                arn("leads"),
                                db ->
                                        transact(
                                                db,
                                                i ->
                                                        i.conditionCheck(c ->
                                                                c.tableName("leads")
                                                                        .key(item("p", "s"))
                                                                        .conditionExpression(
                                                                                "attribute_not_exists(pk)")))))
                .map(Arguments::of);
    }

    private static void query(DynamoDbClient db) {
        db.query(r ->
                r.tableName("leads")
                        .keyConditionExpression("pk = :p")
                        .expressionAttributeValues(Map.of(":p", AttributeValue.fromS("p"))));
    }

    private static void queryIndex(DynamoDbClient db) {
        db.query(r ->
                r.tableName("leads")
                        .indexName("byOwner")
                        .keyConditionExpression("#o = :o")
                        .expressionAttributeNames(Map.of("#o", "owner"))
                        .expressionAttributeValues(Map.of(":o", AttributeValue.fromS("p"))));
    }

    private static void batchGet(DynamoDbClient db) {
        db.batchGetItem(r ->
                r.requestItems(
                        Map.of(
                                "leads",
                                KeysAndAttributes.builder()
                                        .keys(List.of(item("p", "s")))
                                        .build())));
    }

    private static void batchWrite(DynamoDbClient db, String table) {
        db.batchWriteItem(r ->
                r.requestItems(
                        Map.of(
                                table,
                                List.of(
                                        WriteRequest.builder()
                                                .putRequest(p -> p.item(item("p", "s")))
                                                .build()))));
    }

    private static void transact(DynamoDbClient db, Consumer<TransactWriteItem.Builder> action) {
        db.transactWriteItems(r -> r.transactItems(action));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void a_call_needs_its_own_permission_and_no_other(Operation operation) throws IOException {
        try (Cloud cloud =
                        Cloud.allowing(
                                allow("dynamodb:" + operation.permission(), operation.resource()));
                DynamoDbClient db = cloud.dynamodb()) {
            operation.call().accept(db);
        }
    }

    @ParameterizedTest
    @MethodSource("operations")
    void without_it_the_refusal_names_permission_and_resource(Operation operation)
            throws IOException {
        try (Cloud cloud =
                        Cloud.allowing(
                                allow("dynamodb:" + operation.permission(), arn("history")),
                                allow("dynamodb:Nothing", "*"));
                DynamoDbClient db = cloud.dynamodb()) {
            assertRefused(() -> operation.call().accept(db), operation);
        }
    }

    private static void assertRefused(ThrowingCallable call, Operation operation) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        DynamoDbException.class,
                        refusal ->
                                assertThat(refusal.awsErrorDetails().errorCode())
                                        .isEqualTo("AccessDeniedException"))
                .hasMessageContaining(
                        "User: arn:aws:sts::111122223333:assumed-role/WriterRole/Writer is not"
                                + " authorized to perform: dynamodb:%s on resource: %s because no"
                                + " identity-based policy allows",
                        operation.permission(), operation.resource());
    }

    @Test
    void a_permission_on_the_table_is_none_on_its_index() throws IOException {
        try (Cloud cloud = Cloud.allowing(allow("dynamodb:*", arn("leads")));
                DynamoDbClient db = cloud.dynamodb()) {
            query(db);
            assertThatThrownBy(() -> queryIndex(db)).hasMessageContaining("/index/byOwner");
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

    static Stream<Arguments> forbiddenOnHistory() {
        return Stream.of(
                        new Operation(
                                "UpdateItem",
                                arn("history"),
                                db ->
                                        db.updateItem(
                                                r -> r.tableName("history").key(item("p", "s")))),
                        new Operation(
                                "DeleteItem",
                                arn("history"),
                                db ->
                                        db.deleteItem(
                                                r -> r.tableName("history").key(item("p", "s")))),
                        new Operation(
                                "BatchWriteItem", arn("history"), db -> batchWrite(db, "history")),
                        new Operation(
                                "DeleteItem",
                                arn("history"),
                                db ->
                                        transact(
                                                db,
                                                i ->
                                                        i.delete(d ->
                                                                d.tableName("history")
                                                                        .key(item("p", "s"))))),
                        new Operation(
                                "UpdateItem",
                                arn("history"),
                                db ->
                                        transact(
                                                db,
                                                i ->
                                                        i.update(u ->
                                                                u.tableName("history")
                                                                        .key(item("p", "s"))
                                                                        .updateExpression(
                                                                                "REMOVE a")))))
                .map(Arguments::of);
    }

    @ParameterizedTest
    @MethodSource("forbiddenOnHistory")
    void the_history_tables_own_policy_denies_what_a_role_allows(Operation operation)
            throws IOException {
        try (Cloud cloud = Cloud.allowing(allow("dynamodb:*", "*"));
                DynamoDbClient db = cloud.dynamodb()) {
            assertThatThrownBy(() -> operation.call().accept(db))
                    .hasMessageContaining(
                            "dynamodb:%s on resource: %s with an explicit deny in a resource-based"
                                    + " policy",
                            operation.permission(), operation.resource());
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
            assertThatThrownBy(() -> query(db)).hasMessageContaining("dynamodb:Query");
            assertThatThrownBy(() -> batchWrite(db, "leads"))
                    .hasMessageContaining("dynamodb:BatchWriteItem");
        }
    }

    @Test
    void an_unknown_access_key_is_nobody() throws IOException {
        try (Cloud cloud = Cloud.allowing(allow("dynamodb:*", "*"));
                DynamoDbClient db =
                        Cloud.client(
                                DynamoDbClient.builder(), "Nobody", cloud.endpoints.dynamodb())) {
            assertThatThrownBy(() -> query(db))
                    .isInstanceOfSatisfying(
                            DynamoDbException.class,
                            e ->
                                    assertThat(e.awsErrorDetails().errorCode())
                                            .isEqualTo("UnrecognizedClientException"));
        }
    }

    @Test
    void a_condition_that_is_not_understood_stops_the_start() {
        Statement strange =
                allowIf("dynamodb:*", "IpAddress", "aws:SourceIp", "10.0.0.0/8", arn("leads"));
        assertThatThrownBy(() -> Cloud.allowing(strange).close())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Resources.Writer.Policies[0]")
                .hasMessageContaining("IpAddress");
    }

    @Test
    void streams_ask_for_permission_on_the_stream() throws IOException {
        try (Cloud cloud = Cloud.allowing(allow("dynamodb:*", arn("leads")));
                var streams =
                        Cloud.client(
                                software.amazon.awssdk.services.dynamodb.streams
                                        .DynamoDbStreamsClient.builder(),
                                "Writer",
                                cloud.endpoints.dynamodb())) {
            String stream =
                    cloud.endpoints
                            .streams()
                            .listStreams(r -> r.tableName("leads"))
                            .streams()
                            .getFirst()
                            .streamArn();
            assertThatThrownBy(() -> streams.describeStream(r -> r.streamArn(stream)))
                    .hasMessageContaining(
                            "dynamodb:DescribeStream on resource: " + arn("leads") + "/stream/");
        }
    }
}
