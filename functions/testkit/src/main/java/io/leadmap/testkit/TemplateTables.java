package io.leadmap.testkit;

import org.snakeyaml.engine.v2.api.ConstructNode;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.nodes.Tag;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The tables of template.yaml, so that tests create them from the same definitions as a deployment.
 * Reads the plain properties; intrinsics stand in none that matters here.
 */
public final class TemplateTables {

    private static final List<String> INTRINSICS =
            List.of(
                    "Ref",
                    "GetAtt",
                    "Sub",
                    "If",
                    "Not",
                    "Equals",
                    "And",
                    "Or",
                    "Join",
                    "Select",
                    "Split",
                    "FindInMap");

    private TemplateTables() {}

    /**
     * A table.
     *
     * @param logicalId its name in the template
     * @param attributes the type (S, N or B) of each attribute that keys use
     * @param streamView empty for a table without a stream
     */
    public record Table(
            String logicalId,
            Map<String, String> attributes,
            Key key,
            List<Index> indexes,
            String streamView) {
        public Table {
            attributes = Map.copyOf(attributes);
            indexes = List.copyOf(indexes);
        }

        /**
         * The environment variable that names it to functions: {@code LEADS_TABLE} for LeadsTable.
         */
        public String variable() {
            return logicalId.replaceAll("([a-z])([A-Z])", "$1_$2").toUpperCase(Locale.ROOT);
        }
    }

    /** A key's two attributes. */
    public record Key(String hash, String range) {}

    /**
     * @param include the attributes that an index of projection INCLUDE holds besides keys
     */
    public record Index(String name, Key key, String projection, List<String> include) {
        public Index {
            include = List.copyOf(include);
        }
    }

    /** The tables of a template, in its order. */
    public static List<Table> read(Path template) {
        Map<Tag, ConstructNode> intrinsics = new HashMap<>();
        INTRINSICS.forEach(name -> intrinsics.put(new Tag("!" + name), node -> name));
        LoadSettings settings = LoadSettings.builder().setTagConstructors(intrinsics).build();
        try {
            Map<?, ?> root =
                    (Map<?, ?>) new Load(settings).loadFromString(Files.readString(template));
            List<Table> tables = new ArrayList<>();
            map(root, "Resources")
                    .forEach((id, resource) -> {
                        if ("AWS::DynamoDB::Table".equals(((Map<?, ?>) resource).get("Type"))) {
                            tables.add(table((String) id, map(resource, "Properties")));
                        }
                    });
            return tables;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Table table(String id, Map<?, ?> properties) {
        Map<String, String> attributes = new HashMap<>();
        for (Object attribute : list(properties, "AttributeDefinitions")) {
            attributes.put(text(attribute, "AttributeName"), text(attribute, "AttributeType"));
        }
        List<Index> indexes =
                list(properties, "GlobalSecondaryIndexes").stream()
                        .map(TemplateTables::index)
                        .toList();
        Map<?, ?> stream = map(properties, "StreamSpecification");
        return new Table(
                id,
                attributes,
                key(properties),
                indexes,
                stream.isEmpty() ? "" : text(stream, "StreamViewType"));
    }

    private static Index index(Object index) {
        Map<?, ?> projection = map(index, "Projection");
        return new Index(
                text(index, "IndexName"),
                key(index),
                text(projection, "ProjectionType"),
                list(projection, "NonKeyAttributes").stream().map(String.class::cast).toList());
    }

    private static Key key(Object of) {
        List<?> schema = list(of, "KeySchema");
        return new Key(text(schema.get(0), "AttributeName"), text(schema.get(1), "AttributeName"));
    }

    private static Map<?, ?> map(Object of, String name) {
        return ((Map<?, ?>) of).get(name) instanceof Map<?, ?> found ? found : Map.of();
    }

    private static List<?> list(Object of, String name) {
        return ((Map<?, ?>) of).get(name) instanceof List<?> found ? found : List.of();
    }

    private static String text(Object of, String name) {
        if (((Map<?, ?>) of).get(name) instanceof String found) {
            return found;
        }
        throw new IllegalArgumentException("no " + name + " in " + of);
    }
}
