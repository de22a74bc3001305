package io.leadmap.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The API's description, and the schemas in it as closed as a test needs them. */
final class Description {

    static final JsonNode DOCUMENT = read();

    private static final Set<String> METHODS =
            Set.of("get", "put", "post", "patch", "delete", "options");
    private static final JsonSchemaFactory SCHEMAS =
            JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
    private static final Map<String, JsonSchema> KNOWN = new HashMap<>();

    private Description() {}

    /**
     * A call that the description names.
     *
     * @param parameters examples of what the path leaves open
     */
    record Operation(String method, String path, Map<String, String> parameters, JsonNode node) {

        String key() {
            return method + " " + path;
        }

        Set<String> statuses() {
            Set<String> statuses = new TreeSet<>();
            node.path("responses").fieldNames().forEachRemaining(statuses::add);
            return statuses;
        }

        /** The status of the call when all goes well: the first that is named. */
        int success() {
            return Integer.parseInt(node.path("responses").fieldNames().next());
        }

        JsonNode response(int status) {
            return resolved(node.path("responses").path(Integer.toString(status)));
        }

        /** The names of its query parameters. */
        Set<String> query() {
            return named("query");
        }

        /** Tells whether the same call may be repeated under a key. */
        boolean takesKey() {
            return named("header").contains("Idempotency-Key");
        }

        private Set<String> named(String in) {
            Set<String> names = new TreeSet<>();
            for (JsonNode parameter : node.path("parameters")) {
                JsonNode described = resolved(parameter);
                if (described.path("in").asText().equals(in)) {
                    names.add(described.path("name").asText());
                }
            }
            return names;
        }

        /** Tells whether anybody may make the call, without a token. */
        boolean isPublic() {
            return node.path("security").isArray() && node.path("security").isEmpty();
        }

        /** The request's bodies by media type; empty for a call without one. */
        JsonNode bodies() {
            return node.path("requestBody").path("content");
        }

        @Override
        public String toString() {
            return key();
        }
    }

    static List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path : DOCUMENT.path("paths").properties()) {
            Map<String, String> parameters = new LinkedHashMap<>();
            for (JsonNode parameter : path.getValue().path("parameters")) {
                parameters.put(parameter.path("name").asText(), parameter.path("example").asText());
            }
            for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
                if (METHODS.contains(operation.getKey())) {
                    operations.add(
                            new Operation(
                                    operation.getKey().toUpperCase(Locale.ROOT),
                                    path.getKey(),
                                    parameters,
                                    operation.getValue()));
                }
            }
        }
        return operations;
    }

    /** What is wrong with an answer, seen from the description; empty if nothing is. */
    static List<String> faults(Operation operation, Answer answer) {
        if (!operation.statuses().contains(Integer.toString(answer.status()))) {
            return List.of(operation + " answers " + answer.status() + ", which is not described");
        }
        List<String> faults = new ArrayList<>();
        JsonNode response = operation.response(answer.status());
        for (Map.Entry<String, JsonNode> header : response.path("headers").properties()) {
            if (header.getValue().path("required").asBoolean()
                    && !answer.headers().containsKey(header.getKey().toLowerCase(Locale.ROOT))) {
                faults.add("the header " + header.getKey() + " is missing");
            }
        }
        if (answer.body().isEmpty() && !response.has("content")) {
            return faults;
        }
        JsonNode content = response.path("content").path(answer.mediaType());
        if (content.isMissingNode()) {
            faults.add("the media type '" + answer.mediaType() + "' is not described");
        } else if (answer.mediaType().endsWith("json")) {
            faults.addAll(faults(content.path("schema"), answer.json()));
        }
        return faults;
    }

    /**
     * What is wrong with a value, seen from its schema as it is written, which is how clients read
     * it, and closed.
     */
    static List<String> faults(JsonNode schema, JsonNode value) {
        List<String> faults = new ArrayList<>();
        for (boolean closed : List.of(true, false)) {
            KNOWN
                    .computeIfAbsent(closed + schema.toString(), key -> compiled(schema, closed))
                    .validate(value)
                    .stream()
                    .map(ValidationMessage::getMessage)
                    .forEach(faults::add);
        }
        return faults.stream().distinct().toList();
    }

    static JsonNode resolved(JsonNode node) {
        String reference = node.path("$ref").asText();
        return reference.isEmpty() ? node : resolved(DOCUMENT.at(reference.substring(1)));
    }

    private static JsonSchema compiled(JsonNode schema, boolean closed) {
        ObjectNode whole = schema.deepCopy();
        JsonNode components = DOCUMENT.path("components").deepCopy();
        whole.set("components", components);
        if (closed) {
            closed(whole);
        }
        return SCHEMAS.getSchema(whole);
    }

    /**
     * The description leaves objects open, because answers may gain members and clients ignore what
     * they do not know. Here a member that is not described is a fault of the description.
     */
    private static JsonNode closed(JsonNode schema) {
        if (schema instanceof ObjectNode object
                && object.path("properties").isObject()
                && !object.has("additionalProperties")) {
            object.put("additionalProperties", false);
        }
        schema.forEach(Description::closed);
        return schema;
    }

    private static JsonNode read() {
        try {
            return new YAMLMapper()
                    .readTree(
                            Deployment.SOURCES.resolve("infrastructure/api/openapi.yaml").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
