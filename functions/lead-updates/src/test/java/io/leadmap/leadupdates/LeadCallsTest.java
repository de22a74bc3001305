package io.leadmap.leadupdates;

import static io.leadmap.desk.Desk.MONIQUE;
import static io.leadmap.desk.Desk.json;
import static io.leadmap.desk.Desk.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadmap.desk.Desk;
import io.leadmap.lambda.HttpResponse;
import io.micronaut.json.tree.JsonNode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.Map;

class LeadCallsTest {

    private final Desk desk = UpdatesDesk.open();

    @Test
    void an_agent_adds_a_lead_and_is_told_where_it_is() {
        HttpResponse added = desk.post("/leads", MONIQUE);

        assertThat(added.status()).isEqualTo(201);
        JsonNode lead = json(added);
        assertThat(added.headers()).containsEntry("Location", "/leads/" + text(lead, "id"));
        assertThat(text(lead, "name")).isEqualTo("Monique Lee");
        assertThat(text(lead, "phone")).isEqualTo("+61444444444");
        assertThat(text(lead, "status")).isEqualTo("CREATED");
        assertThat(lead.get("suspended").isNull()).isTrue();
        assertThat(lead.get("permitted").get("call").getBooleanValue()).isTrue();
    }

    @Test
    void a_second_lead_of_the_same_person_is_kept_and_the_first_is_named() {
        String first = desk.lead(MONIQUE);

        JsonNode second = json(desk.post("/leads", MONIQUE));

        assertThat(second.get("duplicates").get(0).getStringValue()).isEqualTo(first);
        assertThat(second.get("suspended").isNull()).isTrue();
    }

    @Test
    void a_new_source_comes_into_being_with_the_lead_once() {
        String body = MONIQUE.replace("{", "{\"sourceName\":\"Radio\",");

        JsonNode lead = json(desk.post("/leads", body));
        JsonNode other = json(desk.post("/leads", body.replace("Radio", "radio")));

        assertThat(text(lead.get("source"), "name")).isEqualTo("Radio");
        assertThat(text(other.get("source"), "id")).isEqualTo(text(lead.get("source"), "id"));
    }

    @Test
    void a_new_patient_is_linked_to_none_and_another_is_named_by_its_id() {
        String body = MONIQUE.replace("{", "{\"patient\":%s,");

        HttpResponse added = desk.post("/leads", body.formatted("{\"new\":true}"));

        assertThat(added.status()).isEqualTo(201);
        assertThat(json(added).get("patient").isNull()).isTrue();
        assertThat(desk.post("/leads", body.formatted("{\"new\":false}")).text()).contains("pmsId");
        String both = body.formatted("{\"new\":true,\"pmsId\":\"p-1\"}");
        assertThat(desk.post("/leads", both).status()).isEqualTo(400);
    }

    @Test
    void a_refused_lead_leaves_no_source_behind() {
        HttpResponse refused =
                desk.post("/leads", "{\"firstName\":\"X\",\"sourceName\":\"Radio\"}");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(desk.get("/practice/sources").text()).doesNotContain("Radio");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "PATCH | '' | {\"comment\":\"Prefers mornings\"}",
                "POST | /status | {\"status\":\"CONTACTED\"}",
                "POST | /owner | {\"ownerId\":\"ava\"}",
                "POST | /calls | {\"outcome\":\"noAnswer\"}",
                "POST | /notes | {\"html\":\"<p>x</p>\"}",
                "POST | /steps/called | {\"value\":true}",
                "POST | /map/close | {\"outcome\":\"lost\",\"lossReason\":\"noContact\"}",
                "POST | /drips/physio-101 | ~~",
            })
    void a_command_answers_with_the_lead_and_its_new_version(
            String method, String path, String body) {
        String lead = desk.lead(MONIQUE);

        HttpResponse answer =
                desk.call(
                        "ava",
                        "[agent]",
                        method,
                        "/leads/" + lead + path.replace("'", ""),
                        body,
                        Map.of("if-match", "\"1\""));

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(json(answer).get("version").getIntValue()).isEqualTo(2);
        assertThat(answer.headers().get("ETag")).startsWith("\"2-");
    }

    @Test
    void a_passed_version_is_refused_with_what_changed_since() {
        String lead = desk.lead(MONIQUE);
        desk.patch("/leads/" + lead, "{\"comment\":\"first\"}");
        String at = desk.clock.instant().toString();
        desk.clock.advance(Duration.ofSeconds(20));

        HttpResponse stale =
                desk.call(
                        "ava",
                        "[agent]",
                        "PATCH",
                        "/leads/" + lead,
                        "{\"comment\":\"second\"}",
                        Map.of("if-match", "\"1\""));

        assertThat(stale.status()).isEqualTo(412);
        JsonNode problem = json(stale);
        assertThat(text(problem, "type")).isEqualTo("stale");
        assertThat(text(problem.get("current"), "comment")).isEqualTo("first");
        assertThat(text(problem.get("changedBy"), "id")).isEqualTo("ava");
        assertThat(text(problem, "changedAt")).isEqualTo(at);
        assertThat(problem.get("changed").get(0).getStringValue()).isEqualTo("comment");
    }

    @Test
    void a_dry_run_of_a_lead_with_a_new_source_shows_it_and_adds_none() {
        String body = MONIQUE.replace("}", ",\"sourceName\":\"  Radio  spot \"}");
        JsonNode plan = json(desk.post("/leads?dryRun=true", body));

        assertThat(text(plan.get("newSource"), "name")).isEqualTo("Radio spot");
        assertThat(text(plan.get("entries").get(0), "sourceId"))
                .isEqualTo(text(plan.get("newSource"), "id"));
        assertThat(desk.get("/practice/sources").text()).doesNotContain("Radio spot");
    }

    @Test
    void a_dry_run_of_a_lead_with_a_known_source_by_its_name_shows_that_one() {
        String body = MONIQUE.replace("}", ",\"sourceName\":\"google SEARCH\"}");
        JsonNode plan = json(desk.post("/leads?dryRun=true", body));

        assertThat(text(plan.get("entries").get(0), "sourceId")).isEqualTo("google");
        assertThat(plan.get("newSource")).isNull();
    }

    @Test
    void a_dry_run_says_what_would_happen_and_stores_nothing() {
        String lead = desk.lead(MONIQUE);
        long before = desk.version(lead);

        JsonNode plan =
                json(
                        desk.post(
                                "/leads/" + lead + "/status?dryRun=true",
                                "{\"status\":\"LOST\",\"lossReason\":\"notInterested\"}"));
        JsonNode refused =
                json(desk.post("/leads/" + lead + "/status?dryRun=true", "{\"status\":\"LOST\"}"));

        assertThat(text(plan.get("entries").get(0), "type")).isEqualTo("statusChanged");
        assertThat(text(refused.get("refused"), "type")).isEqualTo("invalid");
        assertThat(desk.version(lead)).isEqualTo(before);
    }

    @Test
    void a_merge_patch_changes_what_it_names_and_null_removes() {
        String lead =
                desk.lead(
                        MONIQUE.replace(
                                "}", ",\"address\":{\"line1\":\"1 Pier\",\"city\":\"Perth\"}}"));

        JsonNode patched =
                json(
                        desk.patch(
                                "/leads/" + lead,
                                "{\"address\":{\"city\":\"Sydney\"},\"lastName\":null,\"custom\":{\"referral\":\"Dr"
                                    + " Who\"}}"));

        assertThat(text(patched.get("address"), "line1")).isEqualTo("1 Pier");
        assertThat(text(patched.get("address"), "city")).isEqualTo("Sydney");
        assertThat(patched.get("lastName").isNull()).isTrue();
        assertThat(text(patched.get("custom"), "referral")).isEqualTo("Dr Who");
    }

    @Test
    void a_provider_may_note_and_read_but_not_call() {
        String lead = desk.lead(MONIQUE);

        assertThat(
                        desk.call(
                                        "ruth",
                                        "[provider]",
                                        "POST",
                                        "/leads/" + lead + "/notes",
                                        "{\"html\":\"x\"}",
                                        Map.of())
                                .status())
                .isEqualTo(200);
        assertThat(desk.call("ruth", "[provider]", "GET", "/leads/" + lead, "", Map.of()).status())
                .isEqualTo(200);
        assertThat(
                        desk.call(
                                        "ruth",
                                        "[provider]",
                                        "POST",
                                        "/leads/" + lead + "/calls",
                                        "{\"outcome\":\"reached\"}",
                                        Map.of())
                                .status())
                .isEqualTo(403);
    }

    @Test
    void a_lead_is_read_as_it_was() {
        String lead = desk.lead(MONIQUE);
        String then = desk.clock.instant().toString();
        desk.clock.advance(Duration.ofDays(1));
        desk.patch("/leads/" + lead, "{\"firstName\":\"Moni\"}");

        assertThat(text(json(desk.get("/leads/" + lead + "?asOf=" + then)), "firstName"))
                .isEqualTo("Monique");
        assertThat(desk.get("/leads/" + lead + "?asOf=2020-01-01T00:00:00Z").status())
                .isEqualTo(404);
    }

    @Test
    void a_drip_tells_when_its_next_mail_may_go_out_and_not_when_its_delay_is_over() {
        String lead = desk.lead(MONIQUE);

        JsonNode drip = json(desk.post("/leads/" + lead + "/drips/physio-101", "")).get("drips");

        // The two days are over on Sunday evening; Melbourne's window opens on Monday at 8.
        assertThat(text(drip.get(0), "nextAt")).isEqualTo("2026-03-01T21:00:00Z");
    }

    @Test
    void the_history_comes_in_pages_in_both_orders() {
        String lead = desk.lead(MONIQUE);
        desk.note(lead, "<p>a</p>", Map.of());
        desk.note(lead, "<p>b</p>", Map.of());

        JsonNode newest =
                json(desk.get("/leads/" + lead + "/history?order=newest&type=noteAdded&limit=1"));
        JsonNode next =
                json(
                        desk.get(
                                "/leads/"
                                        + lead
                                        + "/history?order=newest&type=noteAdded&limit=1&cursor="
                                        + text(newest, "next")));

        assertThat(text(newest.get("items").get(0), "html")).isEqualTo("<p>b</p>");
        assertThat(text(next.get("items").get(0), "html")).isEqualTo("<p>a</p>");
        assertThat(next.get("next").isNull()).isTrue();
        assertThat(
                        desk.get(
                                        "/leads/"
                                                + lead
                                                + "/history?type=noteAdded&limit=1&cursor="
                                                + text(newest, "next"))
                                .status())
                .as("the cursor of another question")
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/leads/01jnowhere0000000000000000",
                "/leads/UPPER",
                "/leads/x",
                "/leads/01jnowhere0000000000000000/history"
            })
    void what_is_not_there_is_404(String path) {
        assertThat(desk.get(path).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "/calls | {\"outcome\":null}",
                "/calls | {}",
                "/status | {\"status\":null}",
                "/status | {}",
                "/map | {\"mapId\":null}",
                "/map/close | {\"outcome\":null}",
                "/notes | {\"html\":null}",
                "/release | {\"as\":null}",
            })
    void what_is_null_is_missing(String path, String body) {
        String lead = desk.lead(MONIQUE);

        HttpResponse answer = desk.post("/leads/" + lead + path, body);

        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        assertThat(answer.text()).contains("is needed");
    }
}
