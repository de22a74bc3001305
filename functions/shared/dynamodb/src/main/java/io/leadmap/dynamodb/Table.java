package io.leadmap.dynamodb;

import io.leadmap.ports.TooLarge;
import io.leadmap.ports.Unavailable;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkServiceException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One table and how it is read and written. Reads are strongly consistent, but those of an index.
 */
record Table(DynamoDbClient client, String name) {

    /** Marks who wrote an item, so that a writer whose answer was lost recognises its own work. */
    static final String TOKEN = "writer";

    private static final int BATCH = 100;

    private static final Pattern SIZE =
            Pattern.compile("(?i)item size.*exceeded|exceeded the maximum allowed size");

    /** Holds where no item is. */
    static final String ABSENT = "attribute_not_exists(pk)";

    /** Holds where an item is. */
    static final String PRESENT = "attribute_exists(pk)";

    Optional<Item> get(Keys.Key key) {
        Map<String, AttributeValue> item =
                asked(() ->
                                client.getItem(request ->
                                        request.tableName(name)
                                                .key(key.attributes())
                                                .consistentRead(true)))
                        .item();
        return item.isEmpty() ? Optional.empty() : Optional.of(Item.of(item));
    }

    /** The items that exist, in the order of their keys; any number of keys. */
    List<Item> getAll(List<Keys.Key> keys) {
        Map<Keys.Key, Item> found = new HashMap<>();
        List<Map<String, AttributeValue>> wanted =
                new ArrayList<>(keys.stream().distinct().map(Keys.Key::attributes).toList());
        while (!wanted.isEmpty()) {
            List<Map<String, AttributeValue>> batch =
                    wanted.subList(0, Math.min(BATCH, wanted.size()));
            KeysAndAttributes request =
                    KeysAndAttributes.builder().keys(batch).consistentRead(true).build();
            BatchGetItemResponse answer =
                    asked(() ->
                            client.batchGetItem(get -> get.requestItems(Map.of(name, request))));
            List<Map<String, AttributeValue>> left =
                    new ArrayList<>(wanted.subList(batch.size(), wanted.size()));
            if (answer.hasUnprocessedKeys() && answer.unprocessedKeys().containsKey(name)) {
                left.addAll(answer.unprocessedKeys().get(name).keys());
            }
            for (Map<String, AttributeValue> attributes :
                    answer.responses().getOrDefault(name, List.of())) {
                Item item = Item.of(attributes);
                found.put(item.key(), item);
            }
            wanted = left;
        }
        return keys.stream().filter(found::containsKey).map(found::get).toList();
    }

    /** Puts an item, whatever is there. */
    void put(Item item) {
        asked(() -> client.putItem(put -> put.tableName(name).item(item.attributes())));
    }

    void delete(Keys.Key key) {
        asked(() -> client.deleteItem(delete -> delete.tableName(name).key(key.attributes())));
    }

    /** Puts an item where none is; false if there is one already, unless it is this very item. */
    boolean putNew(Item item) {
        return putNew(item, ABSENT, Map.of());
    }

    /**
     * Puts an item on condition; false if the condition does not hold, unless the item is there
     * already.
     */
    boolean putNew(Item item, String condition, Map<String, AttributeValue> values) {
        String token = Seal.token();
        item.text(TOKEN, token);
        try {
            asked(() ->
                    client.putItem(put ->
                            put.tableName(name)
                                    .item(item.attributes())
                                    .conditionExpression(condition)
                                    .expressionAttributeValues(values.isEmpty() ? null : values)
                                    .returnValuesOnConditionCheckFailure(
                                            ReturnValuesOnConditionCheckFailure.ALL_OLD)));
            return true;
        } catch (ConditionalCheckFailedException e) {
            return wrote(token, e);
        }
    }

    /**
     * Changes an item on condition.
     *
     * @param expression begins with {@code SET}, if it sets anything
     * @return empty if it was changed, now or by an attempt whose answer was lost; else the item as
     *     it is (empty attributes if there is none)
     */
    Optional<Item> change(
            Keys.Key key,
            String expression,
            String condition,
            Map<String, String> names,
            Map<String, AttributeValue> values) {
        String token = Seal.token();
        Map<String, AttributeValue> all = new HashMap<>(values);
        all.put(":writer", AttributeValue.fromS(token));
        Map<String, String> allNames = new HashMap<>(names);
        allNames.put("#writer", TOKEN);
        UpdateItemRequest request =
                UpdateItemRequest.builder()
                        .tableName(name)
                        .key(key.attributes())
                        .updateExpression(signed(expression))
                        .conditionExpression(condition)
                        .expressionAttributeNames(allNames)
                        .expressionAttributeValues(all)
                        .returnValuesOnConditionCheckFailure(
                                ReturnValuesOnConditionCheckFailure.ALL_OLD)
                        .build();
        try {
            asked(() -> client.updateItem(request));
            return Optional.empty();
        } catch (ConditionalCheckFailedException e) {
            return wrote(token, e) ? Optional.empty() : Optional.of(Item.of(e.item()));
        }
    }

    private static String signed(String expression) {
        return expression.startsWith("SET ")
                ? "SET #writer = :writer, " + expression.substring("SET ".length())
                : "SET #writer = :writer " + expression;
    }

    private static boolean wrote(String token, ConditionalCheckFailedException e) {
        AttributeValue writer = e.hasItem() ? e.item().get(TOKEN) : null;
        return writer != null && token.equals(writer.s());
    }

    /** Every item of a query, page by page as they are needed. */
    Stream<Item> query(QueryRequest.Builder query) {
        QueryRequest first = query.tableName(name).build();
        Stream<QueryResponse> pages =
                Stream.iterate(
                        page(first, null),
                        response -> response != null,
                        response ->
                                response.lastEvaluatedKey().isEmpty()
                                        ? null
                                        : page(first, response.lastEvaluatedKey()));
        return pages.flatMap(page -> page.items().stream().map(Item::of));
    }

    /** The strongly consistent items of one partition, in the order of their sort keys. */
    Stream<Item> partition(String pk) {
        return query(
                QueryRequest.builder()
                        .keyConditionExpression("pk = :pk")
                        .expressionAttributeValues(Map.of(":pk", AttributeValue.fromS(pk)))
                        .consistentRead(true));
    }

    /** The strongly consistent items of one partition between two sort keys, both inclusive. */
    Stream<Item> between(String pk, String from, String to) {
        return query(
                QueryRequest.builder()
                        .keyConditionExpression("pk = :pk AND sk BETWEEN :from AND :to")
                        .expressionAttributeValues(
                                Map.of(
                                        ":pk", AttributeValue.fromS(pk),
                                        ":from", AttributeValue.fromS(from),
                                        ":to", AttributeValue.fromS(to)))
                        .consistentRead(true));
    }

    private QueryResponse page(QueryRequest first, @Nullable Map<String, AttributeValue> after) {
        return asked(() -> client.query(first.toBuilder().exclusiveStartKey(after).build()));
    }

    /** What does not pass: an item that is too large, or a fault of ours. */
    static RuntimeException fault(SdkServiceException e) {
        return isSize(e.getMessage()) ? new TooLarge(e) : e;
    }

    /** DynamoDB has no code of its own for this: a validation says it in words. */
    static boolean isSize(@Nullable String message) {
        return message != null && SIZE.matcher(message).find();
    }

    /** Turns what passes by itself into {@link Unavailable}; everything else stays a fault. */
    static <T> T asked(Supplier<T> call) {
        try {
            return call.get();
        } catch (ConditionalCheckFailedException e) {
            throw e;
        } catch (SdkServiceException e) {
            if (passes(e)) {
                throw new Unavailable("the table does not answer", e);
            }
            throw fault(e);
        } catch (SdkClientException e) {
            throw new Unavailable("the table cannot be reached", e);
        }
    }

    static boolean passes(SdkServiceException e) {
        return e.isThrottlingException()
                || e.statusCode() >= 500
                || e instanceof TransactionConflictException;
    }
}
