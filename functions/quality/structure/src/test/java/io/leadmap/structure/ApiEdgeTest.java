package io.leadmap.structure;

import static io.leadmap.structure.ExpandedTemplate.elements;

import static org.assertj.core.api.Assertions.assertThat;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What the HTTP API does before a function is asked: it holds a flood back, and writes it down. */
class ApiEdgeTest {
    private static ExpandedTemplate template = ExpandedTemplate.NONE;

    @BeforeAll
    static void readTheTemplate() {
        template = ExpandedTemplate.read();
    }

    @Test
    void whoever_needs_no_token_has_a_limit_of_their_own_on_each_route() {
        Map<String, Boolean> routes = routes();
        assertThat(routes).containsValue(true).containsValue(false);

        routes.values().removeIf(asksForAToken -> asksForAToken);
        assertThat(limits().keySet()).isEqualTo(routes.keySet());
    }

    @Test
    void all_that_strangers_may_ask_for_is_less_than_what_people_who_work_may() {
        JsonNode people = stage().path("DefaultRouteSettings");
        for (String limit : new String[] {"ThrottlingRateLimit", "ThrottlingBurstLimit"}) {
            assertThat(limits().values())
                    .as("a limit of 0 is none at all")
                    .allMatch(settings -> settings.path(limit).asInt() > 0);
            assertThat(limits().values().stream().mapToInt(l -> l.path(limit).asInt()).sum())
                    .isLessThan(people.path(limit).asInt());
        }
    }

    /** An account may begin with ten executions at once, of which none can be set aside. */
    @Test
    void a_flood_of_one_kind_leaves_room_in_the_smallest_account() {
        limits().forEach((route, settings) -> {
            if (route.startsWith("POST /forms")) {
                assertThat(settings.path("ThrottlingBurstLimit").asInt()).isLessThanOrEqualTo(5);
            }
        });
        assertThat(template.properties("AWS::Lambda::Function").values())
                .noneMatch(function -> function.has("ReservedConcurrentExecutions"));
    }

    /** The gateway puts quotes around messageString, and escapes what is in it, but not message. */
    @Test
    void an_access_log_line_is_json_whatever_the_error_says() throws JsonProcessingException {
        String format = stage().at("/AccessLogSettings/Format").asText();
        String line =
                format.replace("$context.error.messageString", "\"a \\\"quoted\\\" word\"")
                        .replace("$context.error.message", "a \"quoted\" word")
                        .replaceAll("\\$context\\.\\w+", "x");

        JsonNode written = new ObjectMapper().readTree(line);
        assertThat(written.path("error").asText()).isEqualTo("a \"quoted\" word");
        assertThat(written.path("route").asText()).isEqualTo("x");
    }

    private static JsonNode stage() {
        return template.properties("AWS::ApiGatewayV2::Stage").values().iterator().next();
    }

    private static Map<String, JsonNode> limits() {
        Map<String, JsonNode> limits = new TreeMap<>();
        stage().path("RouteSettings")
                .properties()
                .forEach(route -> limits.put(route.getKey(), requireNonNull(route.getValue())));
        return limits;
    }

    /** Every route key, and whether it asks for a token. */
    private static Map<String, Boolean> routes() {
        Map<String, Boolean> routes = new TreeMap<>();
        JsonNode api = template.properties("AWS::ApiGatewayV2::Api").values().iterator().next();
        for (var path : api.at("/Body/paths").properties()) {
            for (var method : path.getValue().properties()) {
                routes.put(
                        method.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(),
                        elements(method.getValue().path("security"))
                                .anyMatch(scheme -> scheme.has("People")));
            }
        }
        return routes;
    }
}
