package io.leadmap.template;

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
    }
}
