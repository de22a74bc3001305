package io.leadmap.aws;

import io.leadmap.application.json.Json;
import io.micronaut.json.tree.JsonNode;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpFullResponse;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Answers for DynamoDB and KMS within the function itself, while it rehearses before its snapshot:
 * items that were put are found again by their keys, every condition holds, indexes are empty and
 * every data key is all zeros. As much as a function needs to go the way of a real event, and no
 * more.
 */
final class RehearsalService implements SdkHttpClient {

    private static final JsonNode NOTHING = Json.object().node();
    private static final JsonNode DATA_KEY =
            Json.object()
                    .put("KeyId", "rehearsal")
                    .put("CiphertextBlob", "AA==")
                    .put("Plaintext", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")
                    .node();

    /** What a counter says after it was raised: the one thing that is read back from an update. */
    private static final JsonNode COUNTED =
            Json.object()
                    .put("Attributes", Json.object().put("n", Json.object().put("N", "1")))
                    .node();

    private final NavigableMap<String, JsonNode> items = new TreeMap<>();

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
        return new ExecutableHttpRequest() {
            @Override
            public HttpExecuteResponse call() throws IOException {
                byte[] answer = Json.write(answer(operation(request), body(request)));
                return HttpExecuteResponse.builder()
                        .response(
                                SdkHttpFullResponse.builder()
                                        .statusCode(200)
                                        .putHeader("Content-Type", "application/x-amz-json-1.0")
                                        .build())
                        .responseBody(AbortableInputStream.create(new ByteArrayInputStream(answer)))
                        .build();
            }

            @Override
            public void abort() {}
        };
    }

    private static String operation(HttpExecuteRequest request) {
        String target = request.httpRequest().firstMatchingHeader("X-Amz-Target").orElse("");
        return target.substring(target.indexOf('.') + 1);
    }

    private static JsonNode body(HttpExecuteRequest request) throws IOException {
        if (request.contentStreamProvider().isEmpty()) {
            return NOTHING;
        }
        try (InputStream in = request.contentStreamProvider().get().newStream()) {
            return Json.read(in.readAllBytes());
        } catch (Json.Malformed e) {
            return NOTHING;
        }
    }

    private synchronized JsonNode answer(String operation, JsonNode request) {
        return switch (operation) {
            case "GenerateDataKey", "Decrypt" -> DATA_KEY;
            case "UpdateItem" -> COUNTED;
            case "PutItem" -> {
                put(request);
                yield NOTHING;
            }
            case "TransactWriteItems" -> {
                for (JsonNode action : child(request, "TransactItems").values()) {
                    put(child(action, "Put"));
                }
                yield NOTHING;
            }
            case "GetItem" ->
                    found(request, child(request, "Key"))
                            .map(item -> Json.object().put("Item", item).node())
                            .orElse(NOTHING);
            case "Query" -> Json.object().put("Items", partition(request), item -> item).node();
            default -> NOTHING;
        };
    }

    private void put(JsonNode put) {
        JsonNode item = child(put, "Item");
        if (item.isObject()) {
            items.put(key(put, text(item, "pk"), text(item, "sk")), item);
        }
    }

    private Optional<JsonNode> found(JsonNode request, JsonNode key) {
        return Optional.ofNullable(items.get(key(request, text(key, "pk"), text(key, "sk"))));
    }

    /** The items of a partition, between two sort keys if the query names them. */
    private List<JsonNode> partition(JsonNode query) {
        JsonNode values = child(query, "ExpressionAttributeValues");
        if (child(query, "IndexName").isString() || child(values, ":pk").isNull()) {
            return List.of();
        }
        String pk = text(values, ":pk");
        Map<String, JsonNode> range =
                items.subMap(
                        key(query, pk, text(values, ":from")),
                        true,
                        key(
                                query,
                                pk,
                                child(values, ":to").isNull() ? "\uffff" : text(values, ":to")),
                        true);
        return new ArrayList<>(range.values());
    }

    private static String key(JsonNode request, String pk, String sk) {
        JsonNode table = child(request, "TableName");
        return (table.isString() ? table.getStringValue() : "") + "\n" + pk + "\n" + sk;
    }

    /** An attribute's text, blank if there is none. */
    private static String text(JsonNode attributes, String name) {
        JsonNode text = child(child(attributes, name), "S");
        return text.isString() ? text.getStringValue() : "";
    }

    private static JsonNode child(JsonNode node, String name) {
        @Nullable JsonNode child = node.isObject() ? node.get(name) : null;
        return child == null ? JsonNode.nullNode() : child;
    }

    @Override
    public void close() {}
}
