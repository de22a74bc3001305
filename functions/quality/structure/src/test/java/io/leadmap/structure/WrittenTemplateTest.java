package io.leadmap.structure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import io.leadmap.template.TemplateReader;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** template.yaml is what people read first: nothing in it is said twice. */
class WrittenTemplateTest {
    private static final Path FILE = Room.HOUSE.resolve("template.yaml");

    /** Lines that a screen shows. */
    private static final int SCREEN = 60;

    private final JsonNode template = TemplateReader.asWritten(FILE);
    private final JsonNode globals = template.at("/Globals/Function");
    private final Map<String, JsonNode> functions = functions();

    @Test
    void a_function_stands_on_one_screen() {
        Map<String, Integer> lines = linesOf(functions.keySet());
        assertThat(lines).hasSameSizeAs(functions);
        assertThat(lines).allSatisfy((name, count) -> assertThat(count).isLessThan(SCREEN));
    }

    @Test
    void what_all_functions_have_stands_in_globals_and_nowhere_else() {
        List<String> again = new ArrayList<>();
        functions.forEach((name, properties) ->
                globals.properties().stream()
                        .filter(global -> global.getValue().equals(properties.get(global.getKey())))
                        .forEach(global -> again.add(name + "." + global.getKey())));
        assertThat(again).isEmpty();

        assertThat(commonProperties()).isEmpty();
    }

    @Test
    void all_functions_write_into_one_log() {
        assertThat(globals.at("/LoggingConfig/LogGroup/Ref").asText()).isNotEmpty();
        assertThat(functions)
                .allSatisfy((name, properties) ->
                        assertThat(properties.has("LoggingConfig")).as(name).isFalse());
    }

    /** What every function says with the same value. */
    private Set<String> commonProperties() {
        Set<String> common = new TreeSet<>();
        JsonNode first = functions.values().iterator().next();
        first.properties()
                .forEach(property -> {
                    if (functions.values().stream()
                            .allMatch(f -> property.getValue().equals(f.get(property.getKey())))) {
                        common.add(property.getKey());
                    }
                });
        return common;
    }

    private Map<String, JsonNode> functions() {
        Map<String, JsonNode> found = new LinkedHashMap<>();
        template.path("Resources")
                .properties()
                .forEach(resource -> {
                    if (resource.getValue()
                            .path("Type")
                            .asText()
                            .equals("AWS::Serverless::Function")) {
                        found.put(resource.getKey(), resource.getValue().path("Properties"));
                    }
                });
        assertThat(found).hasSizeGreaterThan(10);
        return found;
    }

    /** How many lines each of these resources has, up to the empty line behind it. */
    private static Map<String, Integer> linesOf(Set<String> resources) {
        Map<String, Integer> lines = new LinkedHashMap<>();
        String current = "";
        for (String line : Room.read(FILE).lines().toList()) {
            if (line.matches(" {2}\\w+:")) {
                current = line.strip().replace(":", "");
            } else if (line.isEmpty()) {
                current = "";
            }
            if (resources.contains(current)) {
                lines.merge(current, 1, Integer::sum);
            }
        }
        return lines;
    }
}
