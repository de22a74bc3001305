package io.leadmap.dynamodb;

import io.leadmap.ports.Backoff;
import io.leadmap.ports.TooLarge;
import io.leadmap.ports.Unavailable;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkServiceException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionCheck;
import software.amazon.awssdk.services.dynamodb.model.Delete;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionInProgressException;
import software.amazon.awssdk.services.dynamodb.model.Update;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One {@code TransactWriteItems}: all or nothing. Conflicts and lost answers are tried again under
 * the same request token, so that an attempt that did arrive is not done twice; a failed condition
 * is told by the name of its write.
 *
 * @param <R> names the writes, so that a failed condition can be understood
 */
final class Transaction<R> {

    /** How often a transaction is tried again (architecture decision 2). */
    static final int RETRIES = 5;

    private static final Set<String> PASSING =
            Set.of("TransactionConflict", "ThrottlingError", "ProvisionedThroughputExceeded");

    private final List<TransactWriteItem> writes = new ArrayList<>();
    private final List<R> names = new ArrayList<>();

    /** What became of a transaction. */
    sealed interface Outcome<R> {

        record Done<R>() implements Outcome<R> {}

        /** Nothing was written, by this attempt. */
        record Refused<R>(List<Failed<R>> failed) implements Outcome<R> {}
    }

    /**
     * @param found the item that did not fit; null if there is none
     */
    record Failed<R>(R write, @Nullable Item found) {}

    Transaction<R> put(R name, Table table, Item item, String condition) {
        return put(name, table, item, condition, Map.of());
    }

    Transaction<R> put(
            R name,
            Table table,
            Item item,
            @Nullable String condition,
            Map<String, AttributeValue> values) {
        Put put =
                Put.builder()
                        .tableName(table.name())
                        .item(item.attributes())
                        .conditionExpression(condition)
                        .expressionAttributeValues(values.isEmpty() ? null : values)
                        .returnValuesOnConditionCheckFailure(
                                ReturnValuesOnConditionCheckFailure.ALL_OLD)
                        .build();
        return add(name, TransactWriteItem.builder().put(put).build());
    }

    Transaction<R> update(
            R name,
            Table table,
            Keys.Key key,
            String expression,
            @Nullable String condition,
            Map<String, String> attributeNames,
            Map<String, AttributeValue> values) {
        Update update =
                Update.builder()
                        .tableName(table.name())
                        .key(key.attributes())
                        .updateExpression(expression)
                        .conditionExpression(condition)
                        .expressionAttributeNames(attributeNames.isEmpty() ? null : attributeNames)
                        .expressionAttributeValues(values)
                        .returnValuesOnConditionCheckFailure(
                                ReturnValuesOnConditionCheckFailure.ALL_OLD)
                        .build();
        return add(name, TransactWriteItem.builder().update(update).build());
    }

    Transaction<R> delete(R name, Table table, Keys.Key key) {
        return delete(name, table, key, null, Map.of(), Map.of());
    }

    Transaction<R> delete(
            R name,
            Table table,
            Keys.Key key,
            @Nullable String condition,
            Map<String, String> attributeNames,
            Map<String, AttributeValue> values) {
        Delete delete =
                Delete.builder()
                        .tableName(table.name())
                        .key(key.attributes())
                        .conditionExpression(condition)
                        .expressionAttributeNames(attributeNames.isEmpty() ? null : attributeNames)
                        .expressionAttributeValues(values.isEmpty() ? null : values)
                        .build();
        return add(name, TransactWriteItem.builder().delete(delete).build());
    }

    Transaction<R> check(
            R name,
            Table table,
            Keys.Key key,
            String condition,
            Map<String, AttributeValue> values) {
        ConditionCheck check =
                ConditionCheck.builder()
                        .tableName(table.name())
                        .key(key.attributes())
                        .conditionExpression(condition)
                        .expressionAttributeValues(values.isEmpty() ? null : values)
                        .build();
        return add(name, TransactWriteItem.builder().conditionCheck(check).build());
    }

    private Transaction<R> add(R name, TransactWriteItem write) {
        names.add(name);
        writes.add(write);
        return this;
    }

    /** What will be written, for counting its units. */
    List<TransactWriteItem> writes() {
        return List.copyOf(writes);
    }

    /**
     * @throws TooLarge if an item would be more than DynamoDB takes
     * @throws Unavailable if it could not be done, or if it cannot be known whether it was
     */
    Outcome<R> run(DynamoDbClient client, Backoff backoff) {
        TransactWriteItemsRequest request =
                TransactWriteItemsRequest.builder()
                        .transactItems(writes)
                        .clientRequestToken(Seal.token())
                        .build();
        for (int attempt = 1; ; attempt++) {
            Throwable last;
            try {
                client.transactWriteItems(request);
                return new Outcome.Done<>();
            } catch (TransactionCanceledException e) {
                List<Failed<R>> failed = failed(e);
                if (!failed.isEmpty()) {
                    return new Outcome.Refused<>(failed);
                }
                if (e.cancellationReasons().stream().anyMatch(r -> Table.isSize(r.message()))) {
                    throw new TooLarge(e);
                }
                if (!passes(e)) {
                    throw e;
                }
                last = e;
            } catch (TransactionInProgressException e) {
                last = e;
            } catch (SdkServiceException e) {
                if (!Table.passes(e)) {
                    throw Table.fault(e);
                }
                last = e;
            } catch (SdkClientException e) {
                last = e;
            }
            if (attempt > RETRIES) {
                throw new Unavailable("a transaction did not go through", last);
            }
            backoff.pause(attempt);
        }
    }

    private List<Failed<R>> failed(TransactionCanceledException e) {
        List<Failed<R>> failed = new ArrayList<>();
        List<CancellationReason> reasons = e.cancellationReasons();
        for (int i = 0; i < reasons.size(); i++) {
            CancellationReason reason = reasons.get(i);
            if ("ConditionalCheckFailed".equals(reason.code())) {
                boolean found = reason.hasItem() && !reason.item().isEmpty();
                failed.add(new Failed<>(names.get(i), found ? Item.of(reason.item()) : null));
            }
        }
        return failed;
    }

    private static boolean passes(TransactionCanceledException e) {
        return e.cancellationReasons().stream().anyMatch(reason -> PASSING.contains(reason.code()));
    }
}
