package io.leadmap.template;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Optional;

/**
 * A DynamoDB table of template.yaml.
 *
 * @param logicalId its name in the template
 * @param name its physical name, what {@code Ref} gives
 * @param arn what {@code GetAtt Arn} gives
 * @param attributes the attributes that keys use
 * @param keys the table's key, hash first
 * @param indexes its global secondary indexes
 * @param streamView {@code NEW_IMAGE}, {@code NEW_AND_OLD_IMAGES}, ...; empty when it has no stream
 * @param resourcePolicy the statements of the table's resource policy, which DynamoDB Local lacks
 */
public record TableDefinition(
        String logicalId,
        String name,
        String arn,
        List<Attribute> attributes,
        List<Key> keys,
        List<Index> indexes,
        Optional<String> streamView,
        List<Statement> resourcePolicy) {

    /** Copies what it is given. */
    public TableDefinition {
        attributes = List.copyOf(attributes);
        keys = List.copyOf(keys);
        indexes = List.copyOf(indexes);
        resourcePolicy = List.copyOf(resourcePolicy);
    }

    /**
     * What {@code CreateTable} is asked with, as DynamoDB's API writes it; its stream included.
     *
     * @param called the name that it is to have
     */
    public ObjectNode creation(String called) {
        ObjectNode input = JsonNodeFactory.instance.objectNode();
        input.put("TableName", called).put("BillingMode", "PAY_PER_REQUEST");
        ArrayNode definitions = input.putArray("AttributeDefinitions");
        attributes.forEach(attribute ->
                definitions
                        .addObject()
                        .put("AttributeName", attribute.name())
                        .put("AttributeType", attribute.type()));
        input.set("KeySchema", schema(keys));
        if (!indexes.isEmpty()) {
            ArrayNode secondary = input.putArray("GlobalSecondaryIndexes");
            indexes.forEach(index -> secondary.add(index.creation()));
        }
        streamView.ifPresent(view ->
                input.putObject("StreamSpecification")
                        .put("StreamEnabled", true)
                        .put("StreamViewType", view));
        return input;
    }

    private static ArrayNode schema(List<Key> keys) {
        ArrayNode schema = JsonNodeFactory.instance.arrayNode();
        keys.forEach(key ->
                schema.addObject()
                        .put("AttributeName", key.attribute())
                        .put("KeyType", key.type()));
        return schema;
    }

    /** An attribute that a key uses; {@code type} is S, N or B. */
    public record Attribute(String name, String type) {}

    /** A part of a key; {@code type} is HASH or RANGE. */
    public record Key(String attribute, String type) {}

    /**
     * A global secondary index; {@code projection} is ALL, KEYS_ONLY or INCLUDE, the last with the
     * attributes that it carries besides the keys.
     */
    public record Index(
            String name, List<Key> keys, String projection, List<String> nonKeyAttributes) {
        /** Copies what it is given. */
        public Index {
            keys = List.copyOf(keys);
            nonKeyAttributes = List.copyOf(nonKeyAttributes);
        }

        private ObjectNode creation() {
            ObjectNode index = JsonNodeFactory.instance.objectNode().put("IndexName", name);
            index.set("KeySchema", schema(keys));
            ObjectNode carried = index.putObject("Projection").put("ProjectionType", projection);
            if (!nonKeyAttributes.isEmpty()) {
                nonKeyAttributes.forEach(carried.putArray("NonKeyAttributes")::add);
            }
            return index;
        }
    }
}
