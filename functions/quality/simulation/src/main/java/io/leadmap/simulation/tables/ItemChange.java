package io.leadmap.simulation.tables;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.util.Map;

/**
 * An item that was written, as a stream tells of it.
 *
 * @param table its physical name
 * @param before without attributes for a new item
 * @param after without attributes for an item that was removed
 */
public record ItemChange(
        String table, Map<String, AttributeValue> before, Map<String, AttributeValue> after) {}
