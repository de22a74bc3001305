package io.leadmap.local.aws;

import com.fasterxml.jackson.databind.JsonNode;
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
                engine.makeTable(
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
        if (engine.makeTable(new AwsCall("CreateTable", table.creation(table.name())))
                instanceof Reply.Failed(Reply.ServiceError error)) {
            throw broken(table, error.message());
        }
    }

    private static IllegalStateException broken(TableDefinition table, String why) {
        return new IllegalStateException("Table " + table.logicalId() + ": " + why);
    }

    private static void compare(TableDefinition table, JsonNode described) {
        ObjectNode wanted = table.creation(table.name());
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
