package io.leadmap.acceptance;

import static io.leadmap.acceptance.Eventually.eventually;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import java.util.List;
import java.util.Map;

/** Nothing of one practice is ever seen or changed by another. */
class OtherPracticesTest {

    private static Leadmap leadmap;
    private static Caller ava;
    private static Caller george;
    private static String secretLead;
    private static String secretMail;

    @BeforeAll
    static void start() {
        leadmap = Leadmap.shared();
        ava = leadmap.as("brightwater", "ava");
        george = leadmap.as("northlight", "george");
        leadmap.submit(
                        "brightwater-enquiry",
                        Map.of(
                                "fullName",
                                "Secret Sal",
                                "email",
                                "sal@example.com",
                                "phone",
                                "0415 000 001"))
                .expect(303);
        secretLead = ava.lead("sal@example.com").path("id").asText();
        secretMail =
                eventually(
                                () ->
                                        ava.get("/leads/" + secretLead + "/emails")
                                                .json()
                                                .path("items"),
                                m -> !m.isEmpty())
                        .get(0)
                        .path("emailId")
                        .asText();
    }

    @TestFactory
    List<DynamicTest> every_route_that_names_a_lead_answers_404_to_another_practice() {
        return OpenApi.operations().stream()
                .filter(o -> o.path().startsWith("/leads/{id}"))
                .map(o ->
                        DynamicTest.dynamicTest(
                                o.toString(),
                                () -> {
                                    String path =
                                            o.path()
                                                    .replace("{id}", secretLead)
                                                    .replace("{emailId}", secretMail)
                                                    .replace("{stepId}", "called")
                                                    .replace("{trackId}", "intake")
                                                    .replace("{campaignId}", "physio-101")
                                                    .replace("{otherId}", secretLead);
                                    long before =
                                            ava.get("/leads/" + secretLead)
                                                    .expect(200)
                                                    .json()
                                                    .path("version")
                                                    .asLong();
                                    Answer answer =
                                            george.send(
                                                    o.method(),
                                                    path,
                                                    o.exampleBody(),
                                                    o.exampleBody() == null
                                                            ? null
                                                            : "application/json",
                                                    Map.of());
                                    assertThat(answer.status()).as(answer.body()).isEqualTo(404);
                                    assertThat(answer.body())
                                            .doesNotContain(
                                                    "Secret Sal",
                                                    "sal@example.com",
                                                    "0415 000 001",
                                                    "+61415000001");
                                    assertThat(
                                                    ava.get("/leads/" + secretLead)
                                                            .json()
                                                            .path("version")
                                                            .asLong())
                                            .isEqualTo(before);
                                }))
                .toList();
    }

    @Test
    void a_to_do_can_neither_be_changed_nor_finished_nor_taken_back_by_another_practice() {
        Map<String, String> asked = Map.of("assigneeId", "ava", "text", "Call Secret Sal");
        String id = ava.post("/todos", asked).expect(201).json().path("id").asText();

        george.patch("/todos/" + id, Map.of("text", "Nothing")).expect(404);
        george.post("/todos/" + id + "/done", Map.of()).expect(404);
        george.send("DELETE", "/todos/" + id, null, null, Map.of()).expect(404);
        george.post("/todos", Map.of("leadId", secretLead, "assigneeId", "george", "text", "Call"))
                .expect(422);

        assertThat(ava.get("/todos").expect(200).body()).contains(id, "Call Secret Sal");
    }

    @Test
    void lists_searches_and_reports_show_nothing_of_another_practice() {
        for (String path :
                List.of(
                        "/leads?suspended=any",
                        "/leads?q=sal@example.com",
                        "/leads?q=Secret",
                        "/reports/mega?from=2026-01-01&to=2026-12-31&by=month",
                        "/reports/mega/additionalLeads?from=2026-01-01&to=2026-12-31",
                        "/practice/people",
                        "/macros",
                        "/me")) {
            Answer answer = george.get(path).expect(200);
            assertThat(answer.body())
                    .doesNotContain("Secret", secretLead, "brightwater", "Ava Thompson");
        }
    }

    @Test
    void a_cursor_of_another_practice_is_refused() {
        for (int i = 0; i < 3; i++) {
            ava.post(
                            "/leads",
                            Map.of(
                                    "firstName",
                                    "Page" + i,
                                    "lastName",
                                    "P",
                                    "phone",
                                    "0415 100 00" + i))
                    .expect(201);
        }
        JsonNode page = ava.get("/leads?limit=1&created=thisYear").expect(200).json();
        String cursor = page.path("next").asText();
        assertThat(cursor).isNotBlank();
        ava.get("/leads?limit=1&created=thisYear&cursor=" + cursor).expect(200);
        george.get("/leads?limit=1&created=thisYear&cursor=" + cursor).expect(400);
        ava.get("/leads?limit=1&created=thisYear&cursor=" + flipped(cursor)).expect(400);
    }

    @Test
    void nobody_gets_in_without_a_token_or_with_a_forged_one() {
        leadmap.anyone().get("/leads").expect(401);
        String good = leadmap.token("brightwater", "ava");
        with(good).get("/leads").expect(200);
        with(flipped(good)).get("/leads").expect(401);
        leadmap.advance("PT20M");
        with(good).get("/leads").expect(401);
    }

    private static Caller with(String token) {
        return new Caller(leadmap, () -> token);
    }

    private static String flipped(String text) {
        int at = text.length() / 2;
        return text.substring(0, at)
                + (text.charAt(at) == 'A' ? 'B' : 'A')
                + text.substring(at + 1);
    }
}
