package io.leadmap.benchmarks.plain;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.protocols.jsoncore.JsonNode;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.Update;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The SDK's requests from the JSON that they once were. */
final class Requests {

    private Requests() {}

    static GetItemRequest get(Map<String, JsonNode> fields) {
        return GetItemRequest.builder()
                .tableName(text(fields, "TableName"))
                .key(values(fields.get("Key")))
                .consistentRead(flag(fields, "ConsistentRead"))
                .build();
    }

    static BatchGetItemRequest getAll(Map<String, JsonNode> fields) {
        Map<String, KeysAndAttributes> wanted = new HashMap<>();
        required(fields, "RequestItems")
                .asObject()
                .forEach((table, items) -> wanted.put(table, keys(items.asObject())));
        return BatchGetItemRequest.builder().requestItems(wanted).build();
    }

    private static KeysAndAttributes keys(Map<String, JsonNode> fields) {
        return KeysAndAttributes.builder()
                .keys(required(fields, "Keys").asArray().stream().map(Requests::values).toList())
                .consistentRead(flag(fields, "ConsistentRead"))
                .build();
    }

    static UpdateItemRequest update(Map<String, JsonNode> fields) {
        return UpdateItemRequest.builder()
                .tableName(text(fields, "TableName"))
                .key(values(fields.get("Key")))
                .updateExpression(text(fields, "UpdateExpression"))
                .conditionExpression(text(fields, "ConditionExpression"))
                .expressionAttributeNames(texts(fields.get("ExpressionAttributeNames")))
                .expressionAttributeValues(values(fields.get("ExpressionAttributeValues")))
                .returnValues(text(fields, "ReturnValues"))
                .build();
    }

    static TransactWriteItemsRequest transaction(Map<String, JsonNode> fields) {
        List<TransactWriteItem> writes = new ArrayList<>();
        for (JsonNode write : required(fields, "TransactItems").asArray()) {
            write.asObject().forEach((kind, what) -> writes.add(write(kind, what.asObject())));
        }
        return TransactWriteItemsRequest.builder()
                .transactItems(writes)
                .clientRequestToken(text(fields, "ClientRequestToken"))
                .build();
    }

    private static TransactWriteItem write(String kind, Map<String, JsonNode> fields) {
        TransactWriteItem.Builder write = TransactWriteItem.builder();
        return switch (kind) {
            case "Put" -> write.put(put(fields)).build();
            case "Update" -> write.update(change(fields)).build();
            default -> throw new IllegalStateException("cannot repeat " + kind);
        };
    }

    private static Put put(Map<String, JsonNode> fields) {
        return Put.builder()
                .tableName(text(fields, "TableName"))
                .item(values(fields.get("Item")))
                .conditionExpression(text(fields, "ConditionExpression"))
                .expressionAttributeNames(texts(fields.get("ExpressionAttributeNames")))
                .expressionAttributeValues(values(fields.get("ExpressionAttributeValues")))
                .returnValuesOnConditionCheckFailure(
                        text(fields, "ReturnValuesOnConditionCheckFailure"))
                .build();
    }

    private static Update change(Map<String, JsonNode> fields) {
        return Update.builder()
                .tableName(text(fields, "TableName"))
                .key(values(fields.get("Key")))
                .updateExpression(text(fields, "UpdateExpression"))
                .conditionExpression(text(fields, "ConditionExpression"))
                .expressionAttributeNames(texts(fields.get("ExpressionAttributeNames")))
                .expressionAttributeValues(values(fields.get("ExpressionAttributeValues")))
                .build();
    }

    static JsonNode required(Map<String, JsonNode> fields, String name) {
        JsonNode value = fields.get(name);
        if (value == null) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return value;
    }

    private static @Nullable String text(Map<String, JsonNode> fields, String name) {
        JsonNode value = fields.get(name);
        return value == null ? null : value.asString();
    }

    private static @Nullable Boolean flag(Map<String, JsonNode> fields, String name) {
        JsonNode value = fields.get(name);
        return value == null ? null : value.asBoolean();
    }

    static @Nullable Map<String, String> texts(@Nullable JsonNode node) {
        if (node == null) {
            return null;
        }
        Map<String, String> texts = new HashMap<>();
        node.asObject().forEach((name, value) -> texts.put(name, value.asString()));
        return texts;
    }

    private static @Nullable Map<String, AttributeValue> values(@Nullable JsonNode node) {
        if (node == null) {
            return null;
        }
        Map<String, AttributeValue> values = new HashMap<>();
        node.asObject().forEach((name, value) -> values.put(name, value(value)));
        return values;
    }

    private static AttributeValue value(JsonNode node) {
        Map.Entry<String, JsonNode> typed = node.asObject().entrySet().iterator().next();
        JsonNode value = typed.getValue();
        return switch (typed.getKey()) {
            case "S" -> AttributeValue.fromS(value.asString());
            case "N" -> AttributeValue.fromN(value.asString());
            case "B" ->
                    AttributeValue.fromB(
                            SdkBytes.fromByteArray(Base64.getDecoder().decode(value.asString())));
            case "BOOL" -> AttributeValue.fromBool(value.asBoolean());
            case "SS" ->
                    AttributeValue.fromSs(
                            value.asArray().stream().map(JsonNode::asString).toList());
            default -> throw new IllegalStateException("cannot repeat " + typed.getKey());
        };
    }
}
