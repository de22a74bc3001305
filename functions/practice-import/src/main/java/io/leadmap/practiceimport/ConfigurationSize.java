package io.leadmap.practiceimport;

import io.leadmap.domain.decide.Refusal.FieldError;
import io.leadmap.json.Json;
import io.leadmap.ports.Compression;
import io.leadmap.ports.Configurations;
import io.micronaut.json.tree.JsonNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How much a configuration may be: each text so long that mails with many of them can be kept, and
 * all of it what can be kept as one version.
 */
final class ConfigurationSize {

    private static final int HTML = 100_000;
    private static final int TEXT = 4_000;

    private ConfigurationSize() {}

    /** What is too long, each with its path. */
    static List<FieldError> exceeded(JsonNode document) {
        List<FieldError> errors = new ArrayList<>();
        texts(document, "", TEXT, errors);
        if (Compression.of(Json.text(document)).length > Configurations.LARGEST) {
            errors.add(
                    new FieldError(
                            "practice",
                            "the document is more than can be kept, even compressed: retire and"
                                    + " shorten"));
        }
        return errors;
    }

    private static void texts(JsonNode node, String path, int limit, List<FieldError> errors) {
        if (node.isString() && node.getStringValue().length() > limit) {
            errors.add(new FieldError(path, "at most " + limit + " characters are needed"));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                texts(node.get(i), path + "[" + i + "]", limit, errors);
            }
        } else if (node.isObject()) {
            for (Map.Entry<String, JsonNode> member : node.entries()) {
                String name = member.getKey();
                texts(
                        member.getValue(),
                        path.isEmpty() ? name : path + "." + name,
                        name.equals("html") ? HTML : TEXT,
                        errors);
            }
        }
    }
}
