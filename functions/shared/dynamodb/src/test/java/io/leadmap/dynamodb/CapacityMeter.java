package io.leadmap.dynamodb;

import io.leadmap.database.TestDatabase;
import io.leadmap.template.TableDefinition;

import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Watches what is written through one client, and tells what each write costs. */
final class CapacityMeter implements ExecutionInterceptor {

    private final DynamoDbClient other;
    private final Map<String, TableDefinition> tables = new HashMap<>();
    private final List<Write> open = new ArrayList<>();
    private final List<Write> writes = new ArrayList<>();

    /**
     * @param other reads items beside the client that is watched
     */
    CapacityMeter(DynamoDbClient other, TestDatabase database) {
        this.other = other;
        for (TableDefinition table : TestDatabase.tables()) {
            tables.put(
                    String.valueOf(database.environment().get(TestDatabase.variable(table))),
                    table);
        }
    }

    private record Write(
            String table,
            Map<String, AttributeValue> key,
            boolean transaction,
            Map<String, AttributeValue> before,
            Map<String, AttributeValue> after) {}

    /**
     * One item that was written.
     *
     * @param factor 2 in a transaction
     */
    record Cost(String table, String item, int bytes, int factor, Map<String, Integer> indexes) {

        int units() {
            return factor * Capacity.units(bytes);
        }

        int all() {
            return units() + indexes.values().stream().mapToInt(Integer::intValue).sum();
        }
    }

    @Override
    public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
        SdkRequest request = context.request();
        switch (request) {
            case TransactWriteItemsRequest transaction ->
                    transaction.transactItems().forEach(this::add);
            case PutItemRequest put -> add(put.tableName(), put.item(), false);
            case UpdateItemRequest update -> add(update.tableName(), update.key(), false);
            default -> {}
        }
    }

    private void add(TransactWriteItem item) {
        if (item.put() != null) {
            add(item.put().tableName(), item.put().item(), true);
        } else if (item.update() != null) {
            add(item.update().tableName(), item.update().key(), true);
        } else if (item.delete() != null) {
            add(item.delete().tableName(), item.delete().key(), true);
        } else {
            add(item.conditionCheck().tableName(), item.conditionCheck().key(), true);
        }
    }

    private void add(String table, Map<String, AttributeValue> item, boolean transaction) {
        Map<String, AttributeValue> key = new HashMap<>(item);
        key.keySet().retainAll(List.of(Keys.PK, Keys.SK));
        open.add(new Write(table, key, transaction, read(table, key), Map.of()));
    }

    @Override
    public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
        for (Write write : open) {
            writes.add(
                    new Write(
                            write.table(),
                            write.key(),
                            write.transaction(),
                            write.before(),
                            read(write.table(), write.key())));
        }
        open.clear();
    }

    private Map<String, AttributeValue> read(String table, Map<String, AttributeValue> key) {
        return other.getItem(get -> get.tableName(table).key(key).consistentRead(true)).item();
    }

    /** What some work wrote, in its order. */
    List<Cost> measure(Runnable work) {
        writes.clear();
        work.run();
        List<Cost> costs = new ArrayList<>();
        for (Write write : List.copyOf(writes)) {
            TableDefinition table = tables.get(write.table());
            if (table == null) {
                throw new IllegalStateException("no table " + write.table());
            }
            costs.add(
                    new Cost(
                            table.logicalId(),
                            shape(write.key()),
                            Math.max(Capacity.bytes(write.before()), Capacity.bytes(write.after())),
                            write.transaction() ? 2 : 1,
                            Capacity.indexUnits(table, write.before(), write.after())));
        }
        return costs;
    }

    /** A key without what differs from lead to lead. */
    private static String shape(Map<String, AttributeValue> key) {
        String pk =
                Item.of(key)
                        .pk()
                        .replaceFirst("^brightwater", "p")
                        .replaceAll("[A-Za-z0-9_-]{43}", "HMAC")
                        .replaceAll("[a-z0-9]{26}", "l");
        String sk =
                Item.of(key)
                        .sk()
                        .replaceAll("^\\d{12}(?=$|-)", "seq")
                        .replaceAll("^[A-Za-z0-9_-]{43}$", "HMAC")
                        .replaceAll("^[A-Za-z0-9_-]+#\\d{12}\\.\\d{9}", "TAGS#created")
                        .replaceAll("[a-z0-9]{26}", "l");
        return pk + " / " + sk;
    }

    /** Every cost as one line of a table, and their sum. */
    static List<String> rows(List<Cost> costs) {
        List<String> rows = new ArrayList<>();
        for (Cost cost : costs) {
            String indexes =
                    cost.indexes().entrySet().stream()
                            .map(index -> index.getKey() + " " + index.getValue())
                            .collect(Collectors.joining(", "));
            rows.add(
                    "| %s | `%s` | %d | %d | %s |"
                            .formatted(
                                    cost.table(),
                                    cost.item(),
                                    cost.bytes(),
                                    cost.units(),
                                    indexes));
        }
        return rows;
    }

    static int total(List<Cost> costs) {
        return costs.stream().mapToInt(Cost::all).sum();
    }
}
