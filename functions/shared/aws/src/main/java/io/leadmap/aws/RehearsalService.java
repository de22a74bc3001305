package io.leadmap.aws;

import io.leadmap.json.Json;
import io.leadmap.json.TrustingView;
import io.micronaut.json.tree.JsonNode;

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
                byte[] answer =
                        Json.write(answer(operation(request), new TrustingView(body(request))));
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

    private synchronized JsonNode answer(String operation, TrustingView request) {
        return switch (operation) {
            case "GenerateDataKey", "Decrypt" -> DATA_KEY;
            case "UpdateItem" -> COUNTED;
            case "PutItem" -> {
                put(request);
                yield NOTHING;
            }
            case "TransactWriteItems" -> {
                request.list("TransactItems", action -> action.find("Put")).forEach(this::put);
                yield NOTHING;
            }
            case "GetItem" ->
                    found(request, request.find("Key"))
                            .map(item -> Json.object().put("Item", item).node())
                            .orElse(NOTHING);
            case "Query" -> Json.object().put("Items", partition(request), item -> item).node();
            default -> NOTHING;
        };
    }

    private void put(TrustingView put) {
        TrustingView item = put.find("Item");
        if (!item.isBlank()) {
            items.put(key(put, text(item, "pk"), text(item, "sk")), item.node());
        }
    }

    private Optional<JsonNode> found(TrustingView request, TrustingView key) {
        return Optional.ofNullable(items.get(key(request, text(key, "pk"), text(key, "sk"))));
    }

    /** The items of a partition, between two sort keys if the query names them. */
    private List<JsonNode> partition(TrustingView query) {
        TrustingView values = query.find("ExpressionAttributeValues");
        if (query.has("IndexName") || !values.has(":pk")) {
            return List.of();
        }
        String pk = text(values, ":pk");
        Map<String, JsonNode> range =
                items.subMap(
                        key(query, pk, text(values, ":from")),
                        true,
                        key(query, pk, values.has(":to") ? text(values, ":to") : "\uffff"),
                        true);
        return new ArrayList<>(range.values());
    }

    private static String key(TrustingView request, String pk, String sk) {
        return request.textOrEmpty("TableName") + "\n" + pk + "\n" + sk;
    }

    /** An attribute's text, blank if there is none. */
    private static String text(TrustingView attributes, String name) {
        return attributes.find(name).textOrEmpty("S");
    }

    @Override
    public void close() {}
}
