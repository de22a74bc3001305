package io.leadmap.simulation.tables;

import io.leadmap.template.TableDefinition;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The calls of DynamoDB that our adapters make, over tables in memory: the real adapters write
 * their real items, their streams tell of them, and a call may be struck by a fault. What they do
 * not call is not there.
 */
public final class MemoryTables implements DynamoDbClient {

    private final Map<String, MemoryTable> tables = new TreeMap<>();
    private final Set<String> tokens = new HashSet<>();
    private final TableCalls calls;
    private final Consumer<ItemChange> stream;

    /**
     * @param calls goes between a caller and each call
     * @param stream is told of every item that is written, in order
     */
    public MemoryTables(
            List<TableDefinition> definitions, TableCalls calls, Consumer<ItemChange> stream) {
        definitions.forEach(table -> tables.put(table.name(), new MemoryTable(table)));
        this.calls = calls;
        this.stream = stream;
    }

    private MemoryTables(MemoryTables of) {
        tables.putAll(of.tables);
        calls = TableCalls.UNHINDERED;
        stream = of.stream;
    }

    /** The same tables for who is met by no fault. */
    public MemoryTables unhindered() {
        return new MemoryTables(this);
    }

    /** Every item of a table, in the order of their keys. */
    public Stream<Map<String, AttributeValue>> items(String table) {
        return table(table).items();
    }

    private MemoryTable table(String name) {
        return Objects.requireNonNull(tables.get(name), name);
    }

    @Override
    public String serviceName() {
        return "dynamodb";
    }

    @Override
    public void close() {}

    @Override
    public GetItemResponse getItem(GetItemRequest get) {
        return calls.read(
                "read an item of " + get.tableName(),
                () ->
                        GetItemResponse.builder()
                                .item(table(get.tableName()).get(get.key()))
                                .build());
    }

    @Override
    public BatchGetItemResponse batchGetItem(BatchGetItemRequest get) {
        return calls.read(
                "read items of " + String.join(", ", get.requestItems().keySet()),
                () -> {
                    Map<String, List<Map<String, AttributeValue>>> found = new HashMap<>();
                    get.requestItems()
                            .forEach((name, wanted) ->
                                    found.put(
                                            name,
                                            wanted.keys().stream()
                                                    .map(table(name)::get)
                                                    .filter(item -> !item.isEmpty())
                                                    .toList()));
                    return BatchGetItemResponse.builder().responses(found).build();
                });
    }

    @Override
    public QueryResponse query(QueryRequest query) {
        return calls.read(
                "query " + query.tableName(), () -> table(query.tableName()).query(query));
    }

    @Override
    public ScanResponse scan(ScanRequest scan) {
        return calls.read("scan " + scan.tableName(), () -> table(scan.tableName()).scan(scan));
    }

    @Override
    public PutItemResponse putItem(PutItemRequest put) {
        return calls.write(
                "put an item into " + put.tableName(),
                () -> {
                    ItemWrite.put(put).single(this);
                    return PutItemResponse.builder().build();
                });
    }

    @Override
    public DeleteItemResponse deleteItem(DeleteItemRequest delete) {
        return calls.write(
                "delete an item of " + delete.tableName(),
                () -> {
                    ItemWrite.delete(delete).single(this);
                    return DeleteItemResponse.builder().build();
                });
    }

    @Override
    public UpdateItemResponse updateItem(UpdateItemRequest update) {
        return calls.write(
                "update an item of " + update.tableName(),
                () ->
                        UpdateItemResponse.builder()
                                .attributes(ItemWrite.update(update).single(this))
                                .build());
    }

    @Override
    public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest transaction) {
        return calls.transaction(
                "write " + transaction.transactItems().size() + " items",
                () -> {
                    String token = transaction.clientRequestToken();
                    if (!tokens.contains(token)) {
                        write(transaction.transactItems().stream().map(ItemWrite::of).toList());
                        tokens.add(token);
                    }
                    return TransactWriteItemsResponse.builder().build();
                });
    }

    private void write(List<ItemWrite> writes) {
        if (writes.stream().map(ItemWrite::place).distinct().count() != writes.size()) {
            throw new IllegalArgumentException("an item twice in one transaction");
        }
        List<ItemWrite> failed =
                writes.stream().filter(write -> !write.holds(before(write))).toList();
        if (!failed.isEmpty()) {
            throw cancelled(writes);
        }
        List<ItemChange> changes = new ArrayList<>();
        writes.forEach(write -> change(write, changes));
        changes.forEach(stream);
    }

    private TransactionCanceledException cancelled(List<ItemWrite> writes) {
        return TransactionCanceledException.builder()
                .message("cancelled")
                .cancellationReasons(
                        writes.stream().map(write -> write.reason(before(write))).toList())
                .build();
    }

    private Map<String, AttributeValue> before(ItemWrite write) {
        return table(write.table()).get(write.key());
    }

    /**
     * Writes one item.
     *
     * @return the item as it is now
     * @throws ConditionalCheckFailedException with the item that does not fit
     */
    Map<String, AttributeValue> single(ItemWrite write) {
        Map<String, AttributeValue> before = before(write);
        if (!write.holds(before)) {
            throw ConditionalCheckFailedException.builder()
                    .message("the condition does not hold")
                    .item(before.isEmpty() ? null : before)
                    .build();
        }
        List<ItemChange> changes = new ArrayList<>();
        change(write, changes);
        changes.forEach(stream);
        return before(write);
    }

    private void change(ItemWrite write, List<ItemChange> changes) {
        Map<String, AttributeValue> before = before(write);
        @Nullable Map<String, AttributeValue> after = write.after(before);
        if (after == null) {
            return;
        }
        if (after.isEmpty()) {
            table(write.table()).remove(write.key());
        } else {
            table(write.table()).put(after);
        }
        if (!after.equals(before)) {
            changes.add(new ItemChange(write.table(), before, after));
        }
    }
}
