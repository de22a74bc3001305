package io.leadmap.simulation.tables;

import io.leadmap.template.TableDefinition;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One table: its items, in the order of their keys, and the queries over it and its indexes. */
final class MemoryTable {

    private static final String PK = "pk";
    private static final String SK = "sk";

    private final TableDefinition definition;
    private final TreeMap<String, TreeMap<String, Map<String, AttributeValue>>> partitions =
            new TreeMap<>();

    MemoryTable(TableDefinition definition) {
        this.definition = definition;
    }

    TableDefinition definition() {
        return definition;
    }

    /** Without attributes if there is none. */
    Map<String, AttributeValue> get(Map<String, AttributeValue> key) {
        TreeMap<String, Map<String, AttributeValue>> partition = partitions.get(text(key, PK));
        return partition == null ? Map.of() : partition.getOrDefault(text(key, SK), Map.of());
    }

    void put(Map<String, AttributeValue> item) {
        partitions
                .computeIfAbsent(text(item, PK), first -> new TreeMap<>())
                .put(text(item, SK), Map.copyOf(item));
    }

    void remove(Map<String, AttributeValue> key) {
        TreeMap<String, Map<String, AttributeValue>> partition = partitions.get(text(key, PK));
        if (partition != null) {
            partition.remove(text(key, SK));
        }
    }

    Stream<Map<String, AttributeValue>> items() {
        return partitions.values().stream().map(TreeMap::values).flatMap(Collection::stream);
    }

    private static String text(Map<String, AttributeValue> item, String name) {
        return Objects.requireNonNull(item.get(name), name).s();
    }

    QueryResponse query(QueryRequest query) {
        TableDefinition.@Nullable Index index = index(query.indexName());
        List<TableDefinition.Key> keys = index == null ? definition.keys() : index.keys();
        Comparator<Map<String, AttributeValue>> order = order(keys);
        Comparator<Map<String, AttributeValue>> direction =
                Boolean.FALSE.equals(query.scanIndexForward()) ? order.reversed() : order;
        Predicate<Map<String, AttributeValue>> holds =
                ItemCondition.of(
                        query.keyConditionExpression(),
                        query.expressionAttributeNames(),
                        query.expressionAttributeValues());
        Map<String, AttributeValue> start = query.exclusiveStartKey();
        List<Map<String, AttributeValue>> found =
                searched(query, index)
                        .filter(item -> isIn(keys, item))
                        .filter(holds)
                        .filter(item -> start.isEmpty() || direction.compare(item, start) > 0)
                        .sorted(direction)
                        .toList();
        int limit = query.limit() == null ? found.size() : query.limit();
        List<Map<String, AttributeValue>> page =
                found.stream().limit(limit).map(item -> projected(index, item)).toList();
        return QueryResponse.builder()
                .items(page)
                .lastEvaluatedKey(
                        page.size() == limit
                                        && limit < found.size() + 1
                                        && !page.isEmpty()
                                        && query.limit() != null
                                ? position(keys, found.get(limit - 1))
                                : null)
                .build();
    }

    /** Of a table, the one partition that the condition names. */
    private Stream<Map<String, AttributeValue>> searched(
            QueryRequest query, TableDefinition.@Nullable Index index) {
        AttributeValue partition = query.expressionAttributeValues().get(":pk");
        return index == null && partition != null
                ? partitions.getOrDefault(partition.s(), new TreeMap<>()).values().stream()
                : items();
    }

    private TableDefinition.@Nullable Index index(@Nullable String name) {
        return name == null
                ? null
                : definition.indexes().stream()
                        .filter(index -> index.name().equals(name))
                        .findFirst()
                        .orElseThrow();
    }

    private static boolean isIn(List<TableDefinition.Key> keys, Map<String, AttributeValue> item) {
        return keys.stream().allMatch(key -> item.containsKey(key.attribute()));
    }

    /** By the keys of the index, then by those of the table. */
    private static Comparator<Map<String, AttributeValue>> order(List<TableDefinition.Key> keys) {
        Comparator<Map<String, AttributeValue>> order = by(keys.getLast().attribute());
        return order.thenComparing(by(PK)).thenComparing(by(SK));
    }

    private static Comparator<Map<String, AttributeValue>> by(String attribute) {
        return (left, right) ->
                ItemCondition.order(
                        Objects.requireNonNull(left.get(attribute)),
                        Objects.requireNonNull(right.get(attribute)));
    }

    private static Map<String, AttributeValue> position(
            List<TableDefinition.Key> keys, Map<String, AttributeValue> item) {
        Set<String> names = keys.stream().map(TableDefinition.Key::attribute).collect(set());
        names.addAll(Set.of(PK, SK));
        return only(names, item);
    }

    private Map<String, AttributeValue> projected(
            TableDefinition.@Nullable Index index, Map<String, AttributeValue> item) {
        if (index == null || index.projection().equals("ALL")) {
            return item;
        }
        Set<String> names =
                index.keys().stream().map(TableDefinition.Key::attribute).collect(set());
        definition.keys().forEach(key -> names.add(key.attribute()));
        names.addAll(index.nonKeyAttributes());
        return only(names, item);
    }

    private static java.util.stream.Collector<String, ?, Set<String>> set() {
        return Collectors.toCollection(HashSet::new);
    }

    private static Map<String, AttributeValue> only(
            Set<String> names, Map<String, AttributeValue> item) {
        Map<String, AttributeValue> some = new HashMap<>(item);
        some.keySet().retainAll(names);
        return some;
    }

    /** A segment of a parallel scan, in one page. */
    ScanResponse scan(ScanRequest scan) {
        Predicate<Map<String, AttributeValue>> holds =
                ItemCondition.of(
                        scan.filterExpression(),
                        scan.expressionAttributeNames(),
                        scan.expressionAttributeValues());
        return ScanResponse.builder()
                .items(
                        items().filter(item ->
                                        Math.floorMod(
                                                        text(item, PK).hashCode(),
                                                        scan.totalSegments())
                                                == scan.segment())
                                .filter(holds)
                                .toList())
                .build();
    }
}
