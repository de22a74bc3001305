package io.leadmap.local.aws;

import static io.leadmap.local.aws.Cloud.arn;
import static io.leadmap.local.aws.Cloud.item;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A call to one table, and the one permission that it needs.
 *
 * @param permission an action of DynamoDB, without its prefix
 * @param resource what it is needed on
 * @param call makes the call
 */
record DynamoDbCall(String permission, String resource, Consumer<DynamoDbClient> call) {

    /** Makes the call. */
    void by(DynamoDbClient client) {
        call.accept(client);
    }

    @Override
    public String toString() {
        return permission + " on " + resource;
    }

    static DynamoDbCall getItem(String table) {
        return on(table, "GetItem", db -> db.getItem(r -> r.tableName(table).key(item("p", "s"))));
    }

    static DynamoDbCall putItem(String table) {
        return on(table, "PutItem", db -> db.putItem(r -> r.tableName(table).item(item("p", "s"))));
    }

    /** A put that names the table by its ARN, as DynamoDB takes it too. */
    static DynamoDbCall putItemByArn(String table) {
        return on(
                table,
                "PutItem",
                db -> db.putItem(r -> r.tableName(arn(table)).item(item("p", "s"))));
    }

    static DynamoDbCall updateItem(String table) {
        return on(
                table,
                "UpdateItem",
                db -> db.updateItem(r -> r.tableName(table).key(item("p", "s"))));
    }

    static DynamoDbCall deleteItem(String table) {
        return on(
                table,
                "DeleteItem",
                db -> db.deleteItem(r -> r.tableName(table).key(item("p", "s"))));
    }

    static DynamoDbCall query(String table) {
        return on(
                table,
                "Query",
                db ->
                        db.query(r ->
                                r.tableName(table)
                                        .keyConditionExpression("pk = :p")
                                        .expressionAttributeValues(
                                                Map.of(":p", AttributeValue.fromS("p")))));
    }

    /** A query of the table's index by owner. */
    static DynamoDbCall queryIndex(String table) {
        return new DynamoDbCall(
                "Query",
                arn(table) + "/index/byOwner",
                db ->
                        db.query(r ->
                                r.tableName(table)
                                        .indexName("byOwner")
                                        .keyConditionExpression("#o = :o")
                                        .expressionAttributeNames(Map.of("#o", "owner"))
                                        .expressionAttributeValues(
                                                Map.of(":o", AttributeValue.fromS("p")))));
    }

    static DynamoDbCall scan(String table) {
        return on(table, "Scan", db -> db.scan(r -> r.tableName(table)));
    }

    static DynamoDbCall batchGet(String table) {
        KeysAndAttributes keys = KeysAndAttributes.builder().keys(List.of(item("p", "s"))).build();
        return on(
                table,
                "BatchGetItem",
                db -> db.batchGetItem(r -> r.requestItems(Map.of(table, keys))));
    }

    static DynamoDbCall batchWrite(String table) {
        WriteRequest put = WriteRequest.builder().putRequest(p -> p.item(item("p", "s"))).build();
        return on(
                table,
                "BatchWriteItem",
                db -> db.batchWriteItem(r -> r.requestItems(Map.of(table, List.of(put)))));
    }

    static DynamoDbCall transactPut(String table) {
        return transact(table, "PutItem", i -> i.put(p -> p.tableName(table).item(item("p", "s"))));
    }

    static DynamoDbCall transactUpdate(String table) {
        return transact(
                table,
                "UpdateItem",
                i ->
                        i.update(u ->
                                u.tableName(table)
                                        .key(item("p", "s"))
                                        .updateExpression("SET a = :a")
                                        .expressionAttributeValues(
                                                Map.of(":a", AttributeValue.fromN("1")))));
    }

    static DynamoDbCall transactDelete(String table) {
        return transact(
                table, "DeleteItem", i -> i.delete(d -> d.tableName(table).key(item("p", "s"))));
    }

    static DynamoDbCall transactCheck(String table) {
        return transact(
                table,
                "ConditionCheckItem",
                i ->
                        i.conditionCheck(c ->
                                c.tableName(table)
                                        .key(item("p", "s"))
                                        .conditionExpression("attribute_not_exists(pk)")));
    }

    private static DynamoDbCall transact(
            String table, String permission, Consumer<TransactWriteItem.Builder> action) {
        return on(table, permission, db -> db.transactWriteItems(r -> r.transactItems(action)));
    }

    private static DynamoDbCall on(String table, String permission, Consumer<DynamoDbClient> call) {
        return new DynamoDbCall(permission, arn(table), call);
    }
}
