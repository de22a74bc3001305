package io.leadmap.simulation.tables;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionCheck;
import software.amazon.awssdk.services.dynamodb.model.Delete;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * One write, alone or in a transaction.
 *
 * @param condition what must hold of the item before
 * @param effect what it makes of the item; null for a write that only checks
 */
record ItemWrite(
        String table,
        Map<String, AttributeValue> key,
        Predicate<Map<String, AttributeValue>> condition,
        @Nullable UnaryOperator<Map<String, AttributeValue>> effect) {

    static ItemWrite put(PutItemRequest put) {
        return put(
                Put.builder()
                        .tableName(put.tableName())
                        .item(put.item())
                        .conditionExpression(put.conditionExpression())
                        .expressionAttributeNames(put.expressionAttributeNames())
                        .expressionAttributeValues(put.expressionAttributeValues())
                        .build());
    }

    static ItemWrite delete(DeleteItemRequest delete) {
        return delete(
                Delete.builder()
                        .tableName(delete.tableName())
                        .key(delete.key())
                        .conditionExpression(delete.conditionExpression())
                        .expressionAttributeNames(delete.expressionAttributeNames())
                        .expressionAttributeValues(delete.expressionAttributeValues())
                        .build());
    }

    static ItemWrite update(UpdateItemRequest update) {
        return update(
                software.amazon.awssdk.services.dynamodb.model.Update.builder()
                        .tableName(update.tableName())
                        .key(update.key())
                        .updateExpression(update.updateExpression())
                        .conditionExpression(update.conditionExpression())
                        .expressionAttributeNames(update.expressionAttributeNames())
                        .expressionAttributeValues(update.expressionAttributeValues())
                        .build());
    }

    /** A write of a transaction. */
    static ItemWrite of(TransactWriteItem item) {
        if (item.put() != null) {
            return put(item.put());
        }
        if (item.update() != null) {
            return update(item.update());
        }
        return item.delete() != null ? delete(item.delete()) : check(item.conditionCheck());
    }

    private static ItemWrite put(Put put) {
        return new ItemWrite(
                put.tableName(),
                keyOf(put.item()),
                ItemCondition.of(
                        put.conditionExpression(),
                        put.expressionAttributeNames(),
                        put.expressionAttributeValues()),
                before -> put.item());
    }

    private static ItemWrite delete(Delete delete) {
        return new ItemWrite(
                delete.tableName(),
                delete.key(),
                ItemCondition.of(
                        delete.conditionExpression(),
                        delete.expressionAttributeNames(),
                        delete.expressionAttributeValues()),
                before -> Map.of());
    }

    private static ItemWrite update(software.amazon.awssdk.services.dynamodb.model.Update update) {
        return new ItemWrite(
                update.tableName(),
                update.key(),
                ItemCondition.of(
                        update.conditionExpression(),
                        update.expressionAttributeNames(),
                        update.expressionAttributeValues()),
                before ->
                        ItemUpdate.of(
                                before.isEmpty() ? update.key() : before,
                                update.updateExpression(),
                                update.expressionAttributeNames(),
                                update.expressionAttributeValues()));
    }

    private static ItemWrite check(ConditionCheck check) {
        return new ItemWrite(
                check.tableName(),
                check.key(),
                ItemCondition.of(
                        check.conditionExpression(),
                        check.expressionAttributeNames(),
                        check.expressionAttributeValues()),
                null);
    }

    private static Map<String, AttributeValue> keyOf(Map<String, AttributeValue> item) {
        return Map.of(
                "pk", Objects.requireNonNull(item.get("pk")),
                "sk", Objects.requireNonNull(item.get("sk")));
    }

    /** Where it writes: no transaction may name a place twice. */
    String place() {
        return table
                + " "
                + Objects.requireNonNull(key.get("pk")).s()
                + " "
                + Objects.requireNonNull(key.get("sk")).s();
    }

    boolean holds(Map<String, AttributeValue> before) {
        return condition.test(before);
    }

    /** The item afterwards, without attributes if there is none; null if nothing is written. */
    @Nullable Map<String, AttributeValue> after(Map<String, AttributeValue> before) {
        return effect == null ? null : effect.apply(before);
    }

    Map<String, AttributeValue> single(MemoryTables tables) {
        return tables.single(this);
    }

    CancellationReason reason(Map<String, AttributeValue> before) {
        return holds(before)
                ? CancellationReason.builder().code("None").build()
                : CancellationReason.builder()
                        .code("ConditionalCheckFailed")
                        .item(before.isEmpty() ? null : before)
                        .build();
    }
}
