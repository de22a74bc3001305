package io.leadmap.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The API's description, as tests read it. */
final class OpenApi {

    private OpenApi() {}

    /** A call that the description names. */
    record Operation(String method, String path, @Nullable String exampleBody) {
        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    static List<Operation> operations() {
        try {
            JsonNode description =
                    new YAMLMapper()
                            .readTree(
                                    Leadmap.repository()
                                            .resolve("infrastructure/api/openapi.yaml")
                                            .toFile());
            List<Operation> operations = new ArrayList<>();
            for (Map.Entry<String, JsonNode> path : description.path("paths").properties()) {
                for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
                    if (operation.getValue().has("responses")) {
                        JsonNode example =
                                operation
                                        .getValue()
                                        .at("/requestBody/content/application~1json/example");
                        operations.add(
                                new Operation(
                                        operation.getKey().toUpperCase(java.util.Locale.ROOT),
                                        path.getKey(),
                                        example.isMissingNode() ? null : example.toString()));
                    }
                }
            }
            return operations;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
