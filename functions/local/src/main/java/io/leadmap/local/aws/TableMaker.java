package io.leadmap.local.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.leadmap.template.TableDefinition;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Creates the stack's tables, or finds them in the data folder as the template has them. */
final class TableMaker {

    private final DynamoDbEngine engine;

    TableMaker(DynamoDbEngine engine) {
        this.engine = engine;
    }

    /**
     * Makes sure that the table is there.
     *
     * @throws IllegalStateException when it cannot be created, or when the data folder has it with
     *     other keys, indexes or another stream than the template
     */
    void make(TableDefinition table) {
        Reply described =
                engine.perform(
                        new AwsCall(
                                "DescribeTable", AwsJson.object().put("TableName", table.name())));
        switch (described) {
            case Reply.Done(byte[] body) -> compare(table, AwsJson.read(body).orElseThrow());
            case Reply.Failed(Reply.ServiceError error)
                    when error.code().equals("ResourceNotFoundException") ->
                    create(table);
            case Reply.Failed(Reply.ServiceError error) -> throw broken(table, error.message());
        }
    }

    private void create(TableDefinition table) {
        if (engine.perform(new AwsCall("CreateTable", definition(table)))
                instanceof Reply.Failed(Reply.ServiceError error)) {
            throw broken(table, error.message());
        }
    }

    private static IllegalStateException broken(TableDefinition table, String why) {
        return new IllegalStateException("Table " + table.logicalId() + ": " + why);
    }

    private static ObjectNode definition(TableDefinition table) {
        ObjectNode input = AwsJson.object();
        input.put("TableName", table.name());
        input.put("BillingMode", "PAY_PER_REQUEST");
        ArrayNode attributes = input.putArray("AttributeDefinitions");
        table.attributes()
                .forEach(attribute ->
                        attributes
                                .addObject()
                                .put("AttributeName", attribute.name())
                                .put("AttributeType", attribute.type()));
        keys(input, table.keys());
        if (!table.indexes().isEmpty()) {
            ArrayNode indexes = input.putArray("GlobalSecondaryIndexes");
            table.indexes().forEach(index -> index(indexes.addObject(), index));
        }
        table.streamView()
                .ifPresent(view ->
                        input.putObject("StreamSpecification")
                                .put("StreamEnabled", true)
                                .put("StreamViewType", view));
        return input;
    }

    private static void index(ObjectNode node, TableDefinition.Index index) {
        node.put("IndexName", index.name());
        keys(node, index.keys());
        ObjectNode projection = node.putObject("Projection");
        projection.put("ProjectionType", index.projection());
        if (!index.nonKeyAttributes().isEmpty()) {
            ArrayNode carried = projection.putArray("NonKeyAttributes");
            index.nonKeyAttributes().forEach(carried::add);
        }
    }

    private static void keys(ObjectNode node, List<TableDefinition.Key> keys) {
        ArrayNode schema = node.putArray("KeySchema");
        keys.forEach(key ->
                schema.addObject()
                        .put("AttributeName", key.attribute())
                        .put("KeyType", key.type()));
    }

    private static void compare(TableDefinition table, JsonNode described) {
        ObjectNode wanted = definition(table);
        JsonNode found = described.path("Table");
        boolean same =
                keys(wanted).equals(keys(found))
                        && indexes(wanted).equals(indexes(found))
                        && wanted.path("StreamSpecification")
                                .path("StreamViewType")
                                .equals(found.path("StreamSpecification").path("StreamViewType"));
        if (!same) {
            throw broken(
                    table,
                    "the data folder has it with other keys, indexes or stream than template.yaml;"
                            + " start with an empty data folder");
        }
    }

    private static Set<String> indexes(JsonNode table) {
        Set<String> indexes = new TreeSet<>();
        for (JsonNode index : table.path("GlobalSecondaryIndexes")) {
            JsonNode projection = index.path("Projection");
            indexes.add(
                    "%s %s %s"
                            .formatted(
                                    index.path("IndexName").asText(),
                                    keys(index),
                                    projection.path("ProjectionType").asText()));
        }
        return indexes;
    }

    private static List<String> keys(JsonNode described) {
        List<String> keys = new ArrayList<>();
        for (JsonNode key : described.path("KeySchema")) {
            keys.add(key.path("KeyType").asText() + " " + key.path("AttributeName").asText());
        }
        return keys;
    }
}
