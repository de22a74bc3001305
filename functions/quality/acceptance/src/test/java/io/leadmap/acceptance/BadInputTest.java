package io.leadmap.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Map;

/** Wrong input gets a clear 4xx, writes nothing and leaks nothing. */
class BadInputTest {

    private static Leadmap leadmap;
    private static Caller ava;
    private static String lead;
    private static long version;

    @BeforeAll
    static void start() {
        leadmap = Leadmap.shared();
        ava = leadmap.as("brightwater", "ava");
        lead =
                ava.post(
                                "/leads",
                                Map.of(
                                        "firstName",
                                        "Una",
                                        "lastName",
                                        "Touched",
                                        "phone",
                                        "0417 000 001"))
                        .expect(201)
                        .json()
                        .path("id")
                        .asText();
        version = version();
    }

    @AfterAll
    static void nothing_was_written_and_no_name_was_logged() {
        assertThat(version()).as("nothing was written").isEqualTo(version);
        // Whole names and numbers: four digits alone also turn up in request ids and in times.
        assertThat(leadmap.output())
                .isNotEmpty()
                .noneMatch(line -> line.contains("Touched"))
                .noneMatch(line -> line.contains("0417 000 001"))
                .noneMatch(line -> line.contains("417000001"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POST  | /calls  | {                                     | 400",
                "POST  | /calls  | []                                    | 400",
                "POST  | /calls  | {\"outcome\":\"reached\",\"x\":1}     | 400",
                "POST  | /calls  | {\"outcome\":7}                       | 400",
                "POST  | /calls  | {\"outcome\":\"maybe\"}               | 422",
                "POST  | /calls  | {}                                    | 422",
                "POST  | /status | {\"status\":\"LOST\"}                 | 422",
                "POST  | /status | {\"status\":\"SLEEPING\"}             | 422",
                "PATCH | ''      | {\"phone\":\"12\"}                    | 422",
                "PATCH | ''      | {\"phone\":null}                      | 422",
                "PATCH | ''      | {\"email\":\"not an address\"}        | 422",
                "PATCH | ''      | {\"dateOfBirth\":\"1990-02-30\"}      | 422",
                "PATCH | ''      | {\"dateOfBirth\":5}                   | 400",
                "PATCH | ''      | {\"shoeSize\":\"44\"}                 | 400",
                "PATCH | ''      | {\"custom\":{\"insurance\":\"Gold\"}} | 422",
                "PATCH | ''      | {\"divisionId\":\"nowhere\"}          | 422",
            })
    void a_wrong_command_is_refused_with_what_to_do(
            String method, String path, String body, int status) {
        Answer answer =
                ava.send(method, "/leads/" + lead + path, body, "application/json", Map.of());
        problem(answer, status);
    }

    @Test
    void a_stale_version_is_412_and_says_what_changed() {
        Answer answer =
                ava.send(
                        "POST",
                        "/leads/" + lead + "/notes",
                        "{\"html\":\"x\"}",
                        "application/json",
                        Map.of("If-Match", "\"999\""));
        JsonNode problem = problem(answer, 412);
        assertThat(problem.path("current").path("id").asText()).isEqualTo(lead);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=-1",
                "limit=0",
                "limit=201",
                "limit=many",
                "cursor=forged",
                "created=someday",
                "createdFrom=2026-02-30",
                "status=ASLEEP",
                "sort=shoeSize"
            })
    void a_wrong_query_is_refused(String query) {
        problem(ava.get("/leads?" + query), 400);
    }

    @Test
    void a_form_that_is_too_large_is_413_and_one_of_another_kind_is_415() {
        problem(
                leadmap.anyone()
                        .send(
                                "POST",
                                "/forms/brightwater-enquiry",
                                "message=" + "x".repeat(65 * 1024),
                                "application/x-www-form-urlencoded",
                                Map.of("Accept", "application/json")),
                413);
        problem(
                leadmap.anyone()
                        .send(
                                "POST",
                                "/forms/brightwater-enquiry",
                                "<lead/>",
                                "application/xml",
                                Map.of("Accept", "application/json")),
                415);
    }

    @Test
    void a_form_with_errors_comes_back_with_what_was_typed() {
        Answer page =
                leadmap.submit(
                                "brightwater-enquiry",
                                Map.of(
                                        "fullName",
                                        "<script>alert(1)</script>",
                                        "email",
                                        "no address"))
                        .expect(422);
        assertThat(page.body())
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;", "no address")
                .doesNotContain("<script>alert");
    }

    @Test
    void an_unknown_form_and_an_unknown_field_in_json_are_refused() {
        problem(leadmap.anyone().post("/forms/brightwater-none", "{}"), 404);
        problem(leadmap.anyone().post("/forms/nobody-enquiry", "{}"), 404);
        problem(
                leadmap.anyone()
                        .post(
                                "/forms/brightwater-enquiry",
                                "{\"fullName\":\"A B\",\"shoe\":\"44\"}"),
                400);
    }

    @Test
    void a_webhook_that_is_unsigned_stale_tampered_or_too_large_is_refused() {
        StandardPms pms = new StandardPms(leadmap, "brightwater-pms");
        String body = "{\"type\":\"appointment.changed\",\"data\":{}}";
        long now = leadmap.now().getEpochSecond();
        pms.post("w-1", now, body, "v1,bm90IGEgc2lnbmF0dXJl").expect(401);
        pms.post("w-2", now - 400, body, pms.sign("w-2", now - 400, body)).expect(401);
        pms.post("w-3", now, body + " ", pms.sign("w-3", now, body)).expect(401);
        pms.post("w-4", "{").expect(400);
        pms.post("w-5", "{\"x\":\"" + "y".repeat(1024 * 1024) + "\"}").expect(413);
        new StandardPms(leadmap, "brightwater-none").post("w-6", now, body, "v1,x").expect(404);
    }

    @Test
    void a_provider_may_note_but_not_call_and_an_agent_may_not_reopen() {
        Caller ruth = leadmap.as("brightwater", "ruth");
        problem(ruth.post("/leads/" + lead + "/calls", Map.of("outcome", "reached")), 403);
        problem(ava.post("/leads/" + lead + "/tracks/intake/reopen", Map.of()), 403);
    }

    @Test
    void while_the_table_refuses_callers_are_asked_to_come_back_and_nothing_is_half_done() {
        leadmap.fault("dynamodb", "TransactWriteItems", "throttle", 100);
        Answer answer = ava.post("/leads/" + lead + "/notes", Map.of("html", "<p>x</p>"));
        problem(answer, 503);
        assertThat(answer.header("Retry-After")).isNotBlank();
        leadmap.fault("dynamodb", "TransactWriteItems", "throttle", 0);
    }

    private static JsonNode problem(Answer answer, int status) {
        answer.expect(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.body()).doesNotContain("Exception", "io.leadmap", "at java.");
        JsonNode problem = answer.json();
        assertThat(problem.path("type").asText()).isNotBlank();
        assertThat(List.of(problem.path("detail"), problem.path("errors")))
                .as("what was wrong and what to do: " + answer.body())
                .anyMatch(n -> !n.isMissingNode() && !n.toString().equals("\"\""));
        return problem;
    }

    private static long version() {
        return ava.get("/leads/" + lead).expect(200).json().path("version").asLong();
    }
}
