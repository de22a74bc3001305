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
 * @param parameters by name
 * @param outputs by name
 */
record ExpandedTemplate(
        Map<String, JsonNode> resources,
        Map<String, JsonNode> parameters,
        Map<String, JsonNode> outputs) {
    /** Before it is read. */
    static final ExpandedTemplate NONE = new ExpandedTemplate(Map.of(), Map.of(), Map.of());

    static final Path HOUSE = Room.HOUSE;

    /** The template as infrastructure/template/expand.py wrote it. */
    static ExpandedTemplate read() {
        JsonNode template = json("template.expanded.json", "infrastructure/template/expand.py");
        return new ExpandedTemplate(
                named(template.path("Resources")),
                named(template.path("Parameters")),
                named(template.path("Outputs")));
    }

    /**
     * Reads what a script wrote of the template: from the folder of the file that
     * -Dtemplate.expanded names, or from the root's target folder if it is not older than the
     * template. Without either, the test says that it was skipped; .ci/run names the file, so there
     * it is never skipped.
     *
     * @param script that writes the file, to be named to whoever lacks it
     */
    static JsonNode json(String name, String script) {
        String named = System.getProperty("template.expanded");
        Path file =
                named == null
                        ? HOUSE.resolve("target").resolve(name)
                        : Path.of(named).resolveSibling(name);
        if (named == null) {
            assumeTrue(isFresh(file), name + " is not there or old: " + script);
        }
        try {
            return new ObjectMapper().readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, JsonNode> named(JsonNode section) {
        Map<String, JsonNode> named = new LinkedHashMap<>();
        section.properties().forEach(entry -> named.put(entry.getKey(), entry.getValue()));
        return named;
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
