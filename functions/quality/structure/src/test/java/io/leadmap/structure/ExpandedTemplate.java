package io.leadmap.structure;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * template.yaml as CloudFormation gets it, after the serverless transform.
 *
 * @param resources by logical id
 */
record ExpandedTemplate(Map<String, JsonNode> resources) {
    static final Path HOUSE = Room.HOUSE;

    /**
     * Reads what infrastructure/template/expand.py wrote: the file that -Dtemplate.expanded names,
     * or the one in the root's target folder if it is not older than the template. Without either,
     * the test says that it was skipped; .ci/run names the file, so there it is never skipped.
     */
    static ExpandedTemplate read() {
        String named = System.getProperty("template.expanded");
        Path file = named == null ? HOUSE.resolve("target/template.expanded.json") : Path.of(named);
        if (named == null) {
            assumeTrue(
                    isFresh(file),
                    "template.yaml is not expanded: infrastructure/template/expand.py");
        }
        Map<String, JsonNode> resources = new LinkedHashMap<>();
        try {
            new ObjectMapper()
                    .readTree(file.toFile())
                    .get("Resources")
                    .properties()
                    .forEach(resource -> resources.put(resource.getKey(), resource.getValue()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ExpandedTemplate(resources);
    }

    /** The properties of the resources of this type, by logical id. */
    Map<String, JsonNode> properties(String type) {
        Map<String, JsonNode> found = new LinkedHashMap<>();
        resources.forEach((name, resource) -> {
            if (resource.path("Type").asText().equals(type)) {
                found.put(name, resource.path("Properties"));
            }
        });
        return found;
    }

    /** The resource that {@code Fn::GetAtt} or {@code Ref} points at. */
    static Optional<String> pointsAt(JsonNode value) {
        if (value.has("Ref")) {
            return Optional.of(value.get("Ref").asText());
        }
        if (value.has("Fn::GetAtt")) {
            JsonNode path = value.get("Fn::GetAtt");
            return Optional.of(
                    path.isArray() ? path.get(0).asText() : path.asText().split("\\.")[0]);
        }
        return Optional.empty();
    }

    /** The elements of an array; a single value as the only element. */
    static Stream<JsonNode> elements(JsonNode value) {
        return value.isArray()
                ? StreamSupport.stream(value.spliterator(), false)
                : Stream.of(value);
    }

    private static boolean isFresh(Path file) {
        try {
            return Files.exists(file)
                    && Files.getLastModifiedTime(file)
                                    .compareTo(
                                            Files.getLastModifiedTime(
                                                    HOUSE.resolve("template.yaml")))
                            >= 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
