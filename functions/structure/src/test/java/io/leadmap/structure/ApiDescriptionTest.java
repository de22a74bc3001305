package io.leadmap.structure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The API's description and the template name the same routes: neither may promise what the other
 * does not have. That functions accept and answer what is described is tested in
 * functions/conformance.
 */
class ApiDescriptionTest {

    private static final Pattern WIRED =
            Pattern.compile("Method: (\\w+),?\\s+Path: \"?([^\"\\s]+?)\"?(?=\\s)");
    private static final Pattern DESCRIBED =
            Pattern.compile(
                    "^  (/\\S*):$|^    (get|put|post|patch|delete|options):$", Pattern.MULTILINE);

    @Test
    void every_route_is_described_and_every_description_has_a_route() {
        Set<String> wired = wired(Room.read(Room.HOUSE.resolve("template.yaml")));

        assertThat(wired).hasSizeGreaterThan(30);
        assertThat(described(Room.read(Room.HOUSE.resolve("infrastructure/api/openapi.yaml"))))
                .isEqualTo(wired);
    }

    private static Set<String> wired(String template) {
        Set<String> routes = new TreeSet<>();
        Matcher route = WIRED.matcher(template);
        while (route.find()) {
            routes.add(route.group(1) + " " + route.group(2));
        }
        return routes;
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
