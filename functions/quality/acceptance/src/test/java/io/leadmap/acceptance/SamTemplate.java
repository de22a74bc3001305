package io.leadmap.acceptance;

import com.fasterxml.jackson.databind.JsonNode;

import io.leadmap.template.TemplateReader;

import java.util.Map;
import java.util.TreeMap;

/** The template as it is written, intrinsics not resolved. */
final class SamTemplate {

    private SamTemplate() {}

    /** Every function by its logical id. */
    static Map<String, JsonNode> functions() {
        JsonNode template = TemplateReader.asWritten(Leadmap.repository().resolve("template.yaml"));
        Map<String, JsonNode> functions = new TreeMap<>();
        for (Map.Entry<String, JsonNode> resource : template.path("Resources").properties()) {
            if (resource.getValue().path("Type").asText().equals("AWS::Serverless::Function")) {
                functions.put(resource.getKey(), resource.getValue().path("Properties"));
            }
        }
        return functions;
    }
}
