package io.leadmap.leadupdates;

import static io.leadmap.desk.Desk.MONIQUE;
import static io.leadmap.desk.Desk.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadmap.desk.Desk;
import io.leadmap.lambda.HttpResponse;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Map;

/** Calls with an {@code Idempotency-Key} (section Idempotency of the API). */
class RepeatedCallsTest {

    private final Desk desk = UpdatesDesk.open();

    @Test
    void the_same_key_gives_the_first_answer_again_for_24_hours() {
        String lead = desk.lead(MONIQUE);
        Map<String, String> key = Map.of("idempotency-key", "k-1");
        HttpResponse first = desk.note(lead, "<p>a</p>", key);
        desk.patch("/leads/" + lead, "{\"comment\":\"meanwhile\"}");

        assertThat(desk.note(lead, "<p>a</p>", key).text()).isEqualTo(first.text());
        assertThat(desk.note(lead, "<p>b</p>", key).status()).isEqualTo(422);
        desk.clock.advance(Duration.ofHours(25));
        assertThat(json(desk.note(lead, "<p>a</p>", key)).get("version").getIntValue())
                .isEqualTo(4);
    }

    @Test
    void a_key_is_remembered_for_a_call_that_changed_nothing() {
        String lead = desk.lead(MONIQUE);
        Map<String, String> key = Map.of("idempotency-key", "k-2");
        String same = "{\"status\":\"CREATED\"}";
        HttpResponse first = desk.status(lead, same, key);
        assertThat(first.status()).isEqualTo(200);
        desk.patch("/leads/" + lead, "{\"comment\":\"meanwhile\"}");

        assertThat(desk.status(lead, "{\"status\":\"CONTACTED\"}", key).status()).isEqualTo(422);
        assertThat(desk.status(lead, same, key).text()).isEqualTo(first.text());
        desk.clock.advance(Duration.ofHours(25));
        assertThat(desk.status(lead, "{\"status\":\"CONTACTED\"}", key).status()).isEqualTo(200);
    }

    @Test
    void a_key_is_remembered_for_a_source_whether_it_is_new_or_not() {
        for (String name : new String[] {"Radio", "radio"}) {
            Map<String, String> key = Map.of("idempotency-key", "k-" + name);
            HttpResponse first = desk.source(name, key);
            assertThat(desk.source(name, key).status()).isEqualTo(first.status());
            assertThat(desk.source(name, key).text()).isEqualTo(first.text());
            assertThat(desk.source("Television", key).status()).isEqualTo(422);
        }
        assertThat(desk.get("/practice/sources").text()).doesNotContain("Television");
        assertThat(desk.source("Newspaper", Map.of()).status()).isEqualTo(201);
    }

    @Test
    void a_save_whose_answer_was_lost_is_repeated_under_its_key_and_meets_no_conflict() {
        String path = "/leads/" + desk.lead(MONIQUE);
        Map<String, String> headers = Map.of("idempotency-key", "k-4", "if-match", "\"1\"");
        String comment = "{\"comment\":\"Prefers mornings\"}";

        HttpResponse saved = desk.call("ava", "[agent]", "PATCH", path, comment, headers);
        HttpResponse again = desk.call("ava", "[agent]", "PATCH", path, comment, headers);

        assertThat(saved.status()).as(saved.text()).isEqualTo(200);
        assertThat(again.status()).as(again.text()).isEqualTo(200);
        assertThat(again.text()).isEqualTo(saved.text());
        assertThat(
                        desk.call(
                                        "ava",
                                        "[agent]",
                                        "PATCH",
                                        path,
                                        comment,
                                        Map.of("if-match", "\"1\""))
                                .status())
                .isEqualTo(412);
    }

    @Test
    void a_reused_key_adds_no_source_with_a_lead() {
        Map<String, String> key = Map.of("idempotency-key", "k-3");
        desk.post("/leads", MONIQUE, key);
        String other = MONIQUE.replace("{", "{\"sourceName\":\"Radio\",");

        HttpResponse reused = desk.post("/leads", other, key);

        assertThat(reused.status()).isEqualTo(422);
        assertThat(desk.get("/practice/sources").text()).doesNotContain("Radio");
    }
}
