package io.leadmap.runtime.lead;

import static io.leadmap.runtime.lead.Desk.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadmap.runtime.HttpResponse;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Map;

/** Calls with an {@code Idempotency-Key} (section Idempotency of the API). */
class RepeatedCallsTest {

    private static final String MONIQUE =
            "{\"firstName\":\"Monique\",\"lastName\":\"Lee\",\"email\":\"monique@example.com\",\"phone\":\"0444"
                + " 444 444\"}";

    private final Desk desk = new Desk();

    @Test
    void the_same_key_gives_the_first_answer_again_for_24_hours() {
        String lead = desk.lead(MONIQUE);
        Map<String, String> key = Map.of("idempotency-key", "k-1");
        HttpResponse first = note(lead, "<p>a</p>", key);
        desk.patch("/leads/" + lead, "{\"comment\":\"meanwhile\"}");

        assertThat(note(lead, "<p>a</p>", key).text()).isEqualTo(first.text());
        assertThat(note(lead, "<p>b</p>", key).status()).isEqualTo(422);
        desk.clock.advance(Duration.ofHours(25));
        assertThat(json(note(lead, "<p>a</p>", key)).get("version").getIntValue()).isEqualTo(4);
    }

    @Test
    void a_key_is_remembered_for_a_call_that_changed_nothing() {
        String lead = desk.lead(MONIQUE);
        Map<String, String> key = Map.of("idempotency-key", "k-2");
        String same = "{\"status\":\"CREATED\"}";
        HttpResponse first = status(lead, same, key);
        assertThat(first.status()).isEqualTo(200);
        desk.patch("/leads/" + lead, "{\"comment\":\"meanwhile\"}");

        assertThat(status(lead, "{\"status\":\"CONTACTED\"}", key).status()).isEqualTo(422);
        assertThat(status(lead, same, key).text()).isEqualTo(first.text());
        desk.clock.advance(Duration.ofHours(25));
        assertThat(status(lead, "{\"status\":\"CONTACTED\"}", key).status()).isEqualTo(200);
    }

    @Test
    void a_key_is_remembered_for_a_source_whether_it_is_new_or_not() {
        for (String name : new String[] {"Radio", "radio"}) {
            Map<String, String> key = Map.of("idempotency-key", "k-" + name);
            HttpResponse first = source(name, key);
            assertThat(source(name, key).status()).isEqualTo(first.status());
            assertThat(source(name, key).text()).isEqualTo(first.text());
            assertThat(source("Television", key).status()).isEqualTo(422);
        }
        assertThat(desk.get("/practice/sources").text()).doesNotContain("Television");
        assertThat(source("Newspaper", Map.of()).status()).isEqualTo(201);
    }

    @Test
    void a_reused_key_adds_no_source_with_a_lead() {
        Map<String, String> key = Map.of("idempotency-key", "k-3");
        desk.call("ava", "[agent]", "POST", "/leads", MONIQUE, key);
        String other = MONIQUE.replace("{", "{\"sourceName\":\"Radio\",");

        HttpResponse reused = desk.call("ava", "[agent]", "POST", "/leads", other, key);

        assertThat(reused.status()).isEqualTo(422);
        assertThat(desk.get("/practice/sources").text()).doesNotContain("Radio");
    }

    private HttpResponse source(String name, Map<String, String> headers) {
        String body = "{\"name\":\"" + name + "\"}";
        return desk.call("ava", "[agent]", "POST", "/sources", body, headers);
    }

    private HttpResponse status(String lead, String body, Map<String, String> headers) {
        return desk.call("ava", "[agent]", "POST", "/leads/" + lead + "/status", body, headers);
    }

    private HttpResponse note(String lead, String html, Map<String, String> headers) {
        return desk.call(
                "ava",
                "[agent]",
                "POST",
                "/leads/" + lead + "/notes",
                "{\"html\":\"" + html + "\"}",
                headers);
    }
}
