package io.leadmap.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadmap.json.Json;
import io.leadmap.json.JsonObject;
import io.leadmap.testkit.LambdaCall;
import io.micronaut.json.tree.JsonNode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

class HttpFunctionTest {

    private static final PrintStream STDOUT = System.out;
    private final ByteArrayOutputStream log = new ByteArrayOutputStream();

    @Test
    void a_public_route_needs_no_token() throws Exception {
        JsonNode answer = call("GET /open", "", Map.of(), "q=a%20b&q=c");

        assertThat(answer.get("statusCode").getIntValue()).isEqualTo(200);
        assertThat(answer.get("body").getStringValue()).isEqualTo("a b,c");
        assertThat(answer.get("headers").get("Cache-Control").getStringValue())
                .isEqualTo("no-store");
    }

    @Test
    void a_parameter_that_comes_twice_with_the_same_value_counts_once() throws Exception {
        JsonNode answer = call("GET /open", "", Map.of(), "q=a&q=b%2Cc&q=a&q=%61");

        assertThat(answer.get("body").getStringValue()).isEqualTo("a,b,c");
    }

    @ParameterizedTest
    @CsvSource({
        "bright, auth0|ava, [agent], 200",
        "bright, auth0|ava, [agent administrator], 200",
        "bright, auth0|ava, agent, 200",
        "bright, auth0|ava, [administrator], 403",
        "bright, auth0|gone, [agent], 403",
        "bright, auth0|nobody, [agent], 403",
        "bright, ava, [agent], 403",
        "other, auth0|ava, [agent], 401",
        "'', '', '', 401",
    })
    void claims_are_narrowed_by_the_configuration(
            String practice, String sub, String roles, int status) throws Exception {
        JsonNode answer =
                call("GET /me", "", Map.of("practice", practice, "sub", sub, "roles", roles), "");

        assertThat(answer.get("statusCode").getIntValue()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{\"name\":\"a\"} | 200",
                "{\"name\":\"a\",\"name\":\"b\"} | 400",
                "{\"name\":\"a\",\"other\":1} | 400",
                "{\"name\":1} | 400",
                "{\"name\":\"\\u0000\"} | 400",
                "{\"name\":\"\\ud800\"} | 400",
                "{\"name\":\" \"} | 422",
                "{} | 422",
                "[] | 400",
                "{\"name\" | 400",
                "{} {} | 400",
            })
    void bodies_are_read_strictly(String body, int status) throws Exception {
        JsonNode answer = call("POST /work", body, agent(), "");

        assertThat(answer.get("statusCode").getIntValue()).isEqualTo(status);
    }

    @Test
    void a_body_that_is_not_the_base64_it_claims_to_be_is_malformed() throws Exception {
        JsonNode event =
                Json.object()
                        .put("routeKey", "GET /open")
                        .put("body", "%%%")
                        .put("isBase64Encoded", true)
                        .node();

        JsonNode answer = Json.read(answer(Json.write(event)));

        assertThat(answer.get("statusCode").getIntValue()).isEqualTo(400);
        assertThat(answer.get("body").getStringValue()).contains("malformed", "Send the request");
    }

    @Test
    void an_event_that_lacks_a_part_of_its_path_is_malformed() throws Exception {
        JsonNode whole =
                Json.object()
                        .put("routeKey", "GET /things/{id}")
                        .put("pathParameters", Json.object().put("id", "7"))
                        .node();
        JsonNode lacking =
                Json.object()
                        .put("routeKey", "GET /things/{id}")
                        .put("pathParameters", Json.object().put("other", "7"))
                        .node();

        JsonNode answer = Json.read(answer(Json.write(whole)));
        assertThat(answer.get("body").getStringValue()).isEqualTo("7");
        answer = Json.read(answer(Json.write(lacking)));
        assertThat(answer.get("statusCode").getIntValue()).isEqualTo(400);
    }

    @Test
    void a_provider_is_told_which_role_it_takes() throws Exception {
        JsonNode answer =
                call(
                        "POST /work",
                        "{}",
                        Map.of("practice", "bright", "sub", "auth0|ruth", "roles", "[provider]"),
                        "");

        JsonNode problem = Json.read(answer.get("body").getStringValue());
        assertThat(answer.get("headers").get("Content-Type").getStringValue())
                .isEqualTo("application/problem+json");
        assertThat(problem.get("type").getStringValue()).isEqualTo("role-needed");
        assertThat(problem.get("role").getStringValue()).isEqualTo("agent");
    }

    @Test
    void a_stranger_is_shown_the_subject_to_be_entered_and_the_log_is_not() throws Exception {
        Map<String, String> token =
                Map.of(
                        "practice", "bright",
                        "sub", "auth0|5f7c8ec7",
                        "email", "monique@example.com",
                        "email_verified", "true");

        JsonNode answer = call("GET /me", "", token, "");

        JsonNode problem = Json.read(answer.get("body").getStringValue());
        assertThat(problem.get("status").getIntValue()).isEqualTo(403);
        assertThat(problem.get("type").getStringValue()).isEqualTo("unknown-person");
        assertThat(problem.get("detail").getStringValue()).endsWith(": auth0|5f7c8ec7");
        assertThat(log.toString(StandardCharsets.UTF_8))
                .doesNotContain("5f7c8ec7")
                .doesNotContain("monique");
    }

    @Test
    void a_claim_that_comes_as_it_stands_in_the_token_is_read_as_if_it_were_rendered()
            throws Exception {
        JsonObject claims =
                Json.object()
                        .put("practice", "bright")
                        .put("sub", "auth0|someone")
                        .put("email", "ava@bright.example")
                        .put("email_verified", true);

        assertThat(status(claims.putTexts("roles", List.of("agent")))).isEqualTo(403);
        claims.put("sub", "auth0|ava");
        assertThat(status(claims)).isEqualTo(200);
        assertThat(status(claims.putTexts("roles", List.of()))).isEqualTo(403);
        assertThat(status(claims.put("roles", (String) null))).isEqualTo(403);
        assertThat(status(claims.put("roles", Json.object()))).isEqualTo(403);
    }

    private int status(JsonObject claims) throws Exception {
        return call("GET /me", "", claims, "").get("statusCode").getIntValue();
    }

    @Test
    void what_may_be_repeated_is_answered_with_503_and_when() throws Exception {
        JsonNode answer = call("GET /busy", "", Map.of(), "");

        assertThat(answer.get("statusCode").getIntValue()).isEqualTo(503);
        assertThat(answer.get("headers").get("Retry-After").getStringValue()).isEqualTo("2");
    }

    @Test
    void what_no_item_of_the_store_holds_is_too_large_and_no_fault() throws Exception {
        JsonNode answer = call("GET /huge", "", Map.of(), "");

        assertThat(answer.get("statusCode").getIntValue()).isEqualTo(413);
        assertThat(answer.get("body").getStringValue()).contains("nothing was changed");
    }

    @Test
    void while_the_table_refuses_the_caller_may_come_again_and_the_log_names_the_permission()
            throws Exception {
        JsonNode answer = call("GET /denied", "", Map.of(), "");

        assertThat(answer.get("statusCode").getIntValue()).isEqualTo(503);
        assertThat(answer.get("headers").get("Retry-After").getStringValue()).isNotBlank();
        assertThat(answer.get("body").getStringValue()).doesNotContain("PutItem");
        assertThat(log.toString(StandardCharsets.UTF_8)).contains("dynamodb:PutItem");
        assertThat(call("GET /wrong", "", Map.of(), "").get("statusCode").getIntValue())
                .isEqualTo(500);
    }

    @Test
    void a_fault_is_logged_by_place_and_answered_without_a_word_of_it() throws Exception {
        JsonNode answer = call("GET /broken", "", Map.of(), "");

        assertThat(answer.get("statusCode").getIntValue()).isEqualTo(500);
        assertThat(answer.get("body").getStringValue())
                .doesNotContain("Monique")
                .doesNotContain("Exception");
        assertThat(log.toString(StandardCharsets.UTF_8))
                .contains("IllegalStateException")
                .contains("GET /broken")
                .doesNotContain("Monique");
    }

    @Test
    void a_route_that_is_not_ours_is_not_found() throws Exception {
        assertThat(call("GET /elsewhere", "", Map.of(), "").get("statusCode").getIntValue())
                .isEqualTo(404);
    }

    private static Map<String, String> agent() {
        return Map.of("practice", "bright", "sub", "auth0|ava", "roles", "[agent]");
    }

    private JsonNode call(String routeKey, String body, Map<String, String> claims, String query)
            throws Exception {
        JsonObject claim = Json.object();
        claims.forEach(claim::put);
        return call(routeKey, body, claim, query);
    }

    private JsonNode call(String routeKey, String body, JsonObject claim, String query)
            throws Exception {
        JsonNode event =
                Json.object()
                        .put("version", "2.0")
                        .put("routeKey", routeKey)
                        .put("rawPath", routeKey.substring(routeKey.indexOf('/')))
                        .put("rawQueryString", query)
                        .put("headers", Json.object().put("Content-Type", "application/json"))
                        .put(
                                "requestContext",
                                Json.object()
                                        .put("requestId", "r1")
                                        .put(
                                                "authorizer",
                                                Json.object()
                                                        .put(
                                                                "jwt",
                                                                Json.object()
                                                                        .put("claims", claim))))
                        .put("body", body)
                        .put("isBase64Encoded", false)
                        .node();
        return Json.read(answer(Json.write(event)));
    }

    private byte[] answer(byte[] event) throws IOException {
        System.setOut(new PrintStream(log, true, StandardCharsets.UTF_8));
        try {
            Echo echo = new Echo(Map.of(), InstantSource.fixed(Instant.EPOCH));
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            echo.handleRequest(new ByteArrayInputStream(event), out, new LambdaCall());
            return out.toByteArray();
        } finally {
            System.setOut(STDOUT);
        }
    }
}
