package io.leadmap.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.nimbusds.jwt.JWTClaimsSet;

import io.leadmap.demonstration.DemonstrationPractices.Person;
import io.leadmap.local.data.DataFolder;
import io.leadmap.local.http.Identity;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Date;
import java.util.List;

class GatewayTest {
    private static final Instant START = Instant.parse("2026-02-27T09:30:00Z");

    private static final Person AVA =
            new Person(
                    "ava", "Ava Thompson", "ava@north.example", List.of("agent", "administrator"));

    @TempDir static Path folder;
    private static ProbeStack stack;
    private static Identity identity;

    @BeforeAll
    static void start() {
        Path data = folder.resolve("data");
        identity = new Identity(new DataFolder(data), InstantSource.fixed(START));
        stack = new ProbeStack(folder, data, START);
    }

    @AfterAll
    static void end() {
        stack.close();
    }

    private static JsonNode event(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return stack.json(response);
    }

    @Test
    void a_request_becomes_an_event_of_payload_2_0() {
        JsonNode event =
                event(
                        stack.get(
                                "/echo?a=1&b=two%20words&a=3",
                                "X-Thing", "one", "X-Thing", "two", "Cookie", "k=v; l=w"));
        assertThat(event.path("version").asText()).isEqualTo("2.0");
        assertThat(event.path("routeKey").asText()).isEqualTo("ANY /{what}");
        assertThat(event.path("rawPath").asText()).isEqualTo("/echo");
        assertThat(event.path("rawQueryString").asText()).isEqualTo("a=1&b=two%20words&a=3");
        assertThat(event.at("/queryStringParameters/a").asText()).isEqualTo("1,3");
        assertThat(event.at("/queryStringParameters/b").asText()).isEqualTo("two words");
        assertThat(event.at("/headers/x-thing").asText()).isEqualTo("one,two");
        assertThat(event.path("headers").has("cookie")).isFalse();
        assertThat(event.at("/cookies/1").asText()).isEqualTo("l=w");
        assertThat(event.at("/pathParameters/what").asText()).isEqualTo("echo");
        assertThat(event.at("/requestContext/http/method").asText()).isEqualTo("GET");
        assertThat(event.at("/requestContext/http/sourceIp").asText()).isEqualTo("127.0.0.1");
        assertThat(event.at("/requestContext/stage").asText()).isEqualTo("$default");
        assertThat(event.at("/requestContext/time").asText()).startsWith("27/Feb/2026:09:3");
        assertThat(event.has("body")).isFalse();
        assertThat(event.path("isBase64Encoded").asBoolean()).isFalse();
    }

    @Test
    void text_bodies_come_as_text_and_all_others_as_base64_forms_too() {
        JsonNode json = event(stack.post("/echo", "{\"ä\":1}", "Content-Type", "application/json"));
        assertThat(json.path("body").asText()).isEqualTo("{\"ä\":1}");
        for (String type :
                List.of("application/x-www-form-urlencoded", "multipart/form-data; boundary=x")) {
            JsonNode form = event(stack.post("/echo", "a=ä", "Content-Type", type));
            assertThat(form.path("isBase64Encoded").asBoolean()).isTrue();
            assertThat(Base64.getDecoder().decode(form.path("body").asText()))
                    .asString(StandardCharsets.UTF_8)
                    .isEqualTo("a=ä");
        }
        assertThat(event(stack.post("/echo", "x")).path("isBase64Encoded").asBoolean()).isTrue();
    }

    @Test
    void an_answer_keeps_status_headers_cookies_and_bytes() {
        HttpResponse<String> response = stack.get("/bytes");
        assertThat(response.statusCode()).isEqualTo(201);
        assertThat(response.headers().firstValue("content-type")).hasValue("image/png");
        assertThat(response.headers().allValues("set-cookie")).containsExactly("a=1", "b=2");
        assertThat(response.body()).isEqualTo("\u0001\u0002\u0003");
    }

    @Test
    void a_literal_segment_goes_before_a_parameter() {
        assertThat(event(stack.get("/people/me")).path("routeKey").asText())
                .isEqualTo("GET /people/me");
    }

    @Test
    void what_no_route_answers_is_not_found_in_the_gateways_words() {
        HttpResponse<String> response = stack.get("/no/such/route");
        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.body()).isEqualTo("{\"message\":\"Not Found\"}");
    }

    @Test
    void a_protected_route_takes_good_tokens_only_and_renders_arrays_as_the_gateway_does() {
        String token = identity.token("north", AVA);
        JsonNode event = event(stack.get("/people/7", "Authorization", "Bearer " + token));
        assertThat(event.at("/requestContext/authorizer/jwt/claims/sub").asText())
                .isEqualTo("local|ava");
        assertThat(event.at("/requestContext/authorizer/jwt/claims/email_verified"))
                .isEqualTo(TextNode.valueOf("true"));
        assertThat(event.at("/requestContext/authorizer/jwt/claims/roles").asText())
                .isEqualTo("[agent administrator]");
        assertThat(event.at("/requestContext/authorizer/jwt/claims/exp").isTextual()).isTrue();

        String tampered = token.substring(0, token.length() - 8) + "AAAAAAAA";
        for (String header : List.of("", "Bearer ", "Bearer nonsense", "Bearer " + tampered)) {
            HttpResponse<String> refused = stack.get("/people/7", "Authorization", header);
            assertThat(refused.statusCode()).isEqualTo(401);
            assertThat(refused.body()).isEqualTo("{\"message\":\"Unauthorized\"}");
        }
        Identity stranger = new Identity(new DataFolder(null), InstantSource.fixed(START));
        String foreign = stranger.token("north", AVA);
        assertThat(stack.get("/people/7", "Authorization", "Bearer " + foreign).statusCode())
                .isEqualTo(401);
    }

    @Test
    void claims_are_rendered_as_texts_whatever_the_provider_calls_them() {
        JsonNode claims =
                claims(
                        token("cognito")
                                .audience("leadmap")
                                .claim("custom:practice", "north")
                                .claim("https://example.com/practice", "north")
                                .claim("cognito:groups", List.of("agent"))
                                .claim("permissions", List.of())
                                .claim("email_verified", false));

        assertThat(claims.path("custom:practice").asText()).isEqualTo("north");
        assertThat(claims.path("https://example.com/practice").asText()).isEqualTo("north");
        assertThat(claims.path("cognito:groups").asText()).isEqualTo("[agent]");
        assertThat(claims.path("permissions").asText()).isEqualTo("[]");
        assertThat(claims.path("email_verified")).isEqualTo(TextNode.valueOf("false"));
        assertThat(claims.path("iat"))
                .isEqualTo(TextNode.valueOf(Long.toString(START.getEpochSecond())));
    }

    @Test
    void the_client_s_id_stands_for_the_audience_where_there_is_none() {
        assertThat(claims(token("a").claim("client_id", "leadmap")).path("sub").asText())
                .isEqualTo("a");
        assertThat(status(token("a").claim("client_id", "another"))).isEqualTo(401);
        assertThat(status(token("a"))).isEqualTo(401);
        assertThat(status(token("a").audience("another").claim("client_id", "leadmap")))
                .isEqualTo(401);
        assertThat(status(token("a").audience(List.of("another", "leadmap")))).isEqualTo(200);
    }

    private static JWTClaimsSet.Builder token(String subject) {
        return new JWTClaimsSet.Builder()
                .issuer(Identity.ISSUER)
                .subject(subject)
                .issueTime(Date.from(START))
                .expirationTime(Date.from(START.plusSeconds(60)));
    }

    private static JsonNode claims(JWTClaimsSet.Builder token) {
        return event(people(token)).at("/requestContext/authorizer/jwt/claims");
    }

    private static int status(JWTClaimsSet.Builder token) {
        return people(token).statusCode();
    }

    private static HttpResponse<String> people(JWTClaimsSet.Builder token) {
        return stack.get("/people/7", "Authorization", "Bearer " + identity.signed(token.build()));
    }

    @Test
    void a_token_ends_with_its_time_by_the_runners_clock() {
        Identity earlier =
                new Identity(
                        new DataFolder(folder.resolve("data")),
                        InstantSource.fixed(START.minusSeconds(901)));
        String token = earlier.token("north", AVA);
        assertThat(stack.get("/people/7", "Authorization", "Bearer " + token).statusCode())
                .isEqualTo(401);
    }

    @Test
    void a_function_that_throws_or_answers_nonsense_is_an_internal_server_error() {
        assertThat(stack.get("/crash").statusCode()).isEqualTo(500);
        assertThat(stack.get("/crash").body()).isEqualTo("{\"message\":\"Internal Server Error\"}");
        assertThat(stack.get("/nonsense").statusCode()).isEqualTo(500);
        assertThat(stack.log()).contains("[Web]").contains("asked to fail");
    }

    @Test
    void an_answer_over_6_megabytes_is_refused() {
        assertThat(stack.get("/big").statusCode()).isEqualTo(500);
        assertThat(stack.log()).contains("Function.ResponseSizeTooLarge");
    }

    @Test
    void a_request_over_10_megabytes_is_refused() {
        HttpRequest request =
                HttpRequest.newBuilder(stack.uri("/echo"))
                        .POST(HttpRequest.BodyPublishers.ofByteArray(new byte[10_485_761]))
                        .build();
        assertThat(stack.send(request).statusCode()).isEqualTo(413);
    }

    @Test
    void a_function_is_ended_at_its_timeout() {
        long before = System.nanoTime();
        assertThat(stack.get("/slow").statusCode()).isEqualTo(500);
        assertThat((System.nanoTime() - before) / 1e9).isBetween(1.9, 6.0);
        assertThat(stack.log()).contains("Task timed out after 2.00 seconds");
        int millis = event(stack.get("/remaining")).path("millis").asInt();
        assertThat(millis).isBetween(1, 2000);
    }

    @Test
    void a_function_is_given_its_own_environment_and_nothing_else() {
        String names = event(stack.get("/environment")).path("names").asText();
        assertThat(names)
                .contains("GREETING", "AWS_ENDPOINT_URL_DYNAMODB", "AWS_ACCESS_KEY_ID")
                .doesNotContain("PATH", "HOME", "MODE");
    }

    @Test
    void a_denied_permission_fails_with_its_name_in_the_log() {
        assertThat(stack.post("/erase/it", "").statusCode()).isEqualTo(500);
        assertThat(stack.log()).contains("dynamodb:DeleteItem");
    }

    @Test
    void a_fault_asked_for_reaches_the_function_over_the_wire() {
        String fault =
                "{\"service\":\"dynamodb\",\"action\":\"PutItem\",\"fault\":\"refuse\",\"times\":1}";
        assertThat(stack.post("/_local/faults", fault).statusCode()).isEqualTo(204);
        assertThat(stack.post("/write/refused", "").statusCode()).isEqualTo(500);
        assertThat(stack.post("/write/taken", "").statusCode()).isEqualTo(200);
    }

    @Test
    void the_start_page_and_the_mailbox_are_pages_for_people() {
        assertThat(stack.get("/").body()).contains("<h1>What is running</h1>", "Ticker");
        assertThat(stack.get("/_local/mail", "Accept", "text/html").body()).contains("Mailbox");
        assertThat(stack.get("/_local/mail").body()).isEqualTo("[]");
        assertThat(stack.get("/_local/practices").body()).isEqualTo("[]");
    }
}
