package io.leadmap.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;

/** The template as it is written, intrinsics left as their arguments. */
final class SamTemplate {

    private SamTemplate() {}

    /** Every function by its logical id. */
    static Map<String, JsonNode> functions() {
        try {
            JsonNode template =
                    new YAMLMapper()
                            .readTree(Leadmap.repository().resolve("template.yaml").toFile());
            Map<String, JsonNode> functions = new TreeMap<>();
            for (Map.Entry<String, JsonNode> resource : template.path("Resources").properties()) {
                if (resource.getValue().path("Type").asText().equals("AWS::Serverless::Function")) {
                    functions.put(resource.getKey(), resource.getValue().path("Properties"));
                }
            }
            return functions;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
