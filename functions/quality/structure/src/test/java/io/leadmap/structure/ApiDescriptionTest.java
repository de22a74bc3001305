package io.leadmap.structure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import io.leadmap.template.TemplateReader;

import org.junit.jupiter.api.Test;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The API's description and the template name the same routes: neither may promise what the other
 * does not have. That functions accept and answer what is described is tested in
 * functions/quality/conformance.
 */
class ApiDescriptionTest {

    private static final Pattern DESCRIBED =
            Pattern.compile(
                    "^  (/\\S*):$|^    (get|put|post|patch|delete|options):$", Pattern.MULTILINE);

    @Test
    void every_route_is_described_and_every_description_has_a_route() {
        Set<String> wired = wired(TemplateReader.asWritten(Room.HOUSE.resolve("template.yaml")));

        assertThat(wired).hasSizeGreaterThan(30);
        assertThat(described(Room.read(Room.HOUSE.resolve("infrastructure/api/openapi.yaml"))))
                .isEqualTo(wired);
    }

    private static Set<String> wired(JsonNode template) {
        return template.path("Resources")
                .valueStream()
                .flatMap(resource -> resource.path("Properties").path("Events").valueStream())
                .filter(event -> event.path("Type").asText().equals("HttpApi"))
                .map(event -> event.path("Properties"))
                .map(route -> route.path("Method").asText() + " " + route.path("Path").asText())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> described(String description) {
        Set<String> routes = new TreeSet<>();
        String path = "";
        Matcher line = DESCRIBED.matcher(description);
        while (line.find()) {
            if (line.group(1) != null) {
                path = line.group(1);
            } else {
                routes.add(line.group(2).toUpperCase(Locale.ROOT) + " " + path);
            }
        }
        return routes;
    }
}
