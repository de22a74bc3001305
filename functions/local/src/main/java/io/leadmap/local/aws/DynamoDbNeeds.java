package io.leadmap.local.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.leadmap.template.Grant;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The permissions that DynamoDB asks for, call by call: a transaction needs that of each of its
 * actions, a batch its own on each table, a query on an index that of the index.
 */
final class DynamoDbNeeds {

    private static final Pattern EQUALS =
            Pattern.compile("(#?[A-Za-z_][A-Za-z0-9_.-]*)\\s*=\\s*(:[A-Za-z0-9_]+)");

    private static final Map<String, String> TRANSACTED =
            Map.of(
                    "Put", "PutItem",
                    "Update", "UpdateItem",
                    "Delete", "DeleteItem",
                    "ConditionCheck", "ConditionCheckItem");

    private final EmulatedTables tables;

    DynamoDbNeeds(EmulatedTables tables) {
        this.tables = tables;
    }

    /** Everything that the call needs, in its order. */
    List<Need> of(AwsCall call) {
        ObjectNode input = call.input();
        return switch (call.action()) {
            case "GetItem", "UpdateItem", "DeleteItem" ->
                    List.of(onItem(call.action(), input, input.path("Key")));
            case "PutItem" -> List.of(onItem(call.action(), input, input.path("Item")));
            case "TransactWriteItems" -> transacted(input);
            case "BatchGetItem", "BatchWriteItem" -> batched(call.action(), input);
            case "Query", "Scan" -> List.of(ranged(call.action(), input));
            default -> throw new IllegalArgumentException("no call of functions: " + call);
        };
    }

    private List<Need> transacted(ObjectNode input) {
        List<Need> needs = new ArrayList<>();
        for (JsonNode item : input.path("TransactItems")) {
            item.properties()
                    .forEach(one -> {
                        JsonNode request = one.getValue();
                        JsonNode key =
                                request.has("Key") ? request.get("Key") : request.path("Item");
                        String action = TRANSACTED.getOrDefault(one.getKey(), one.getKey());
                        needs.add(onItem(action, request, key));
                    });
        }
        return needs;
    }

    private List<Need> batched(String action, ObjectNode input) {
        return input.path("RequestItems").properties().stream()
                .map(entry -> {
                    String table = tables.name(entry.getKey());
                    return need(action, table, leading(table, keysOf(entry.getValue())));
                })
                .toList();
    }

    private static Stream<JsonNode> keysOf(JsonNode batch) {
        Stream<JsonNode> read = elements(batch.path("Keys"));
        Stream<JsonNode> written =
                batch.isArray()
                        ? elements(batch)
                                .flatMap(request ->
                                        Stream.of(
                                                request.path("PutRequest").path("Item"),
                                                request.path("DeleteRequest").path("Key")))
                        : Stream.empty();
        return Stream.concat(read, written);
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private Need onItem(String action, JsonNode request, JsonNode key) {
        String table = table(request);
        return need(action, table, leading(table, Stream.of(key)));
    }

    private List<String> leading(String table, Stream<JsonNode> keys) {
        Optional<String> hash = tables.hashKey(table, null);
        return hash.map(name -> keys.flatMap(key -> scalar(key.path(name))).distinct().toList())
                .orElse(List.of());
    }

    private static Stream<String> scalar(JsonNode attribute) {
        return elements(attribute).filter(JsonNode::isTextual).map(JsonNode::textValue);
    }

    private Need ranged(String action, ObjectNode input) {
        String table = table(input);
        @Nullable String index = input.path("IndexName").textValue();
        List<String> leading =
                tables.hashKey(table, index).map(hash -> queried(input, hash)).orElse(List.of());
        String arn = tables.arn(table) + (index == null ? "" : "/index/" + index);
        return new Need("dynamodb:" + action, arn, context(leading), tables.policy(table));
    }

    /** The value that a key condition gives the hash key; there is one, or the query is wrong. */
    private static List<String> queried(ObjectNode input, String hash) {
        Matcher matcher = EQUALS.matcher(input.path("KeyConditionExpression").asText());
        JsonNode names = input.path("ExpressionAttributeNames");
        while (matcher.find()) {
            String name = names.path(matcher.group(1)).asText(matcher.group(1));
            if (name.equals(hash)) {
                return scalar(input.path("ExpressionAttributeValues").path(matcher.group(2)))
                        .toList();
            }
        }
        return List.of();
    }

    private String table(JsonNode request) {
        return tables.name(request.path("TableName").asText());
    }

    private Need need(String action, String table, List<String> leading) {
        return new Need(
                "dynamodb:" + action, tables.arn(table), context(leading), tables.policy(table));
    }

    private static Map<String, List<String>> context(List<String> leading) {
        return leading.isEmpty() ? Map.of() : Map.of(Grant.LEADING_KEYS, leading);
    }

    /** The names of the tables that a write names, each once. */
    Set<String> tables(ObjectNode input) {
        Stream<JsonNode> single = Stream.of(input);
        Stream<JsonNode> transacted =
                elements(input.path("TransactItems")).flatMap(DynamoDbNeeds::elements);
        Stream<String> batched =
                input.path("RequestItems").properties().stream().map(Map.Entry::getKey);
        return Stream.concat(
                        Stream.concat(single, transacted)
                                .map(request -> request.path("TableName").asText()),
                        batched)
                .filter(name -> !name.isEmpty())
                .map(tables::name)
                .collect(Collectors.toSet());
    }
}
