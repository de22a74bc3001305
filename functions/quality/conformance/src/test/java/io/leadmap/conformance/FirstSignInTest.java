package io.leadmap.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Instant;
import java.util.Map;

/**
 * People sign in for the first time at whatever function they happen to call, each under its own
 * permissions.
 */
class FirstSignInTest {

    private static final Deployment DEPLOYMENT =
            new Deployment(Instant.parse("2026-03-02T00:00:00Z"));
    private static final String SUBJECT = "auth0|5f7c8ec7";

    /** The demonstration's people, with no subject entered. */
    private static void configure(String practice) {
        DEPLOYMENT.configure(
                practice,
                document ->
                        document.withArray("people")
                                .forEach(person -> ((ObjectNode) person).remove("subject")));
    }

    private static Answer call(
            String function,
            String routeKey,
            String body,
            String practice,
            Map<String, String> token) {
        String[] methodAndPath = routeKey.split(" ", 2);
        ObjectNode event =
                Deployment.JSON
                        .createObjectNode()
                        .put("version", "2.0")
                        .put("routeKey", routeKey)
                        .put("rawPath", methodAndPath[1])
                        .put("rawQueryString", "")
                        .put("body", body);
        event.putObject("headers").put("content-type", "application/json");
        event.putObject("pathParameters").put("id", "01kjf6xze08adp4wm4720bz8z8");
        ObjectNode context = event.putObject("requestContext").put("requestId", "r-1");
        context.putObject("http").put("method", methodAndPath[0]).put("sourceIp", "203.0.113.7");
        ObjectNode claims = context.putObject("authorizer").putObject("jwt").putObject("claims");
        claims.put("practice", practice);
        token.forEach(claims::put);
        return Answer.of(
                Deployment.invoke(
                        Deployment.handler(
                                function, Deployment.environment(function), DEPLOYMENT.clock),
                        event));
    }

    private static Map<String, String> vouchedFor(String email) {
        return Map.of("sub", SUBJECT, "email", email, "email_verified", "true");
    }

    @ParameterizedTest
    @CsvSource({
        "firstread, LeadQueries, GET /me, '', 200",
        "firstdone, LeadUpdates, POST /leads/{id}/notes, '{\"html\": \"Hello\"}', 404",
        "firstmail, MacroEmail, GET /leads/{id}/emails, '', 404",
    })
    void any_function_may_bind_whoever_calls_and_all_know_them_then(
            String practice, String function, String routeKey, String body, int status) {
        configure(practice);

        call(function, routeKey, body, practice, Map.of("sub", SUBJECT)).expect(403);
        call(function, routeKey, body, practice, vouchedFor("Ava@Brightwater.example"))
                .expect(status);

        call(function, routeKey, body, practice, Map.of("sub", SUBJECT)).expect(status);
        call("LeadQueries", "GET /me", "", practice, Map.of("sub", SUBJECT)).expect(200);
    }

    @Test
    void whoever_was_bound_is_let_in_here_and_nowhere_else() {
        configure("firsthere");
        configure("elsewhere");
        call("LeadQueries", "GET /me", "", "firsthere", vouchedFor("mei@brightwater.example"))
                .expect(200);

        JsonNode me =
                call("LeadQueries", "GET /me", "", "firsthere", Map.of("sub", SUBJECT))
                        .expect(200)
                        .json();
        JsonNode problem =
                call("LeadQueries", "GET /me", "", "elsewhere", Map.of("sub", SUBJECT))
                        .expect(403)
                        .json();

        assertThat(me.path("id").asText()).isEqualTo("mei");
        assertThat(problem.path("type").asText()).isEqualTo("unknown-person");
        assertThat(problem.path("detail").asText()).endsWith(SUBJECT);
    }

    @Test
    void a_document_that_comes_later_loses_no_binding_and_a_deactivated_person_has_no_role() {
        configure("firstkept");
        call("LeadQueries", "GET /me", "", "firstkept", vouchedFor("ava@brightwater.example"))
                .expect(200);

        DEPLOYMENT.configure(
                "firstkept",
                document -> {
                    document.put("name", "Brightwater by the sea");
                    document.withArray("people")
                            .forEach(person -> {
                                ((ObjectNode) person).remove("subject");
                                ((ObjectNode) person).put("email", "desk@brightwater.example");
                            });
                });
        call("LeadQueries", "GET /me", "", "firstkept", Map.of("sub", SUBJECT)).expect(200);

        DEPLOYMENT.configure(
                "firstkept",
                document ->
                        document.withArray("people")
                                .forEach(person ->
                                        ((ObjectNode) person)
                                                .put(
                                                        "active",
                                                        !person.path("id").asText().equals("ava"))
                                                .remove("subject")));
        assertThat(
                        call("LeadQueries", "GET /me", "", "firstkept", Map.of("sub", SUBJECT))
                                .expect(403)
                                .json()
                                .path("type")
                                .asText())
                .isEqualTo("role-needed");
    }
}
