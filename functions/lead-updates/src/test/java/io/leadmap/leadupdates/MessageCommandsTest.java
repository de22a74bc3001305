package io.leadmap.leadupdates;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadmap.desk.Desk;
import io.leadmap.lambda.HttpResponse;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** What people of a practice tell each other (domain section 5, internal message). */
class MessageCommandsTest {

    private static final String AGENT = "[agent]";
    private static final String HELLO = "{\"to\":[\"noah\"],\"html\":\"<p>Hello</p>\"}";

    private final Desk desk = UpdatesDesk.open();

    @Test
    void a_message_is_cleaned_and_is_its_author_s_and_its_recipients_alone() {
        String lead = desk.lead(Desk.MONIQUE);
        String id =
                send(
                        "{\"to\":[\"noah\",\"noah\"],\"leadId\":\"%s\",\"html\":\"%s\"}"
                                .formatted(
                                        lead,
                                        "<p onclick='x'>She <b>waits</b><script>1</script></p>"));

        assertThat(desk.get("/messages").text())
                .contains(id, lead, "waits", "\"to\":[\"noah\"]", "\"unread\":false")
                .doesNotContain("onclick", "script");
        assertThat(list("noah", AGENT)).contains(id, "\"unread\":true");
        assertThat(list("mei", "[administrator]")).doesNotContain(id);
        assertThat(read("mei", "[administrator]", id).status()).isEqualTo(404);
        assertThat(desk.get("/leads/" + lead + "/history").text()).doesNotContain("waits");
    }

    @Test
    void once_read_it_is_read_and_the_author_sees_by_whom() {
        String id = send(HELLO);

        HttpResponse first = read("noah", AGENT, id);
        assertThat(first.status()).isEqualTo(200);
        assertThat(first.text()).contains("\"version\":2", "\"unread\":false");
        assertThat(read("noah", AGENT, id).text()).isEqualTo(first.text());
        assertThat(desk.get("/messages").text()).contains("\"personId\":\"noah\"");
        assertThat(desk.post("/messages/" + id + "/read", "").text()).contains("\"version\":2");
    }

    @Test
    void who_has_seen_another_version_is_shown_the_one_there_is() {
        String id = send(HELLO);
        HttpResponse stale =
                desk.call(
                        "noah",
                        AGENT,
                        "POST",
                        "/messages/" + id + "/read",
                        "",
                        Map.of("if-match", "\"7\""));
        assertThat(stale.status()).isEqualTo(412);
        assertThat(stale.text()).contains("\"current\"", "Hello");
        assertThat(list("noah", AGENT)).contains("\"unread\":true");
    }

    @Test
    void the_same_key_sends_once_however_late_it_comes_again() {
        Map<String, String> key = Map.of("idempotency-key", "k-1");
        HttpResponse first = desk.post("/messages", HELLO, key);
        read("noah", AGENT, Desk.text(Desk.json(first), "id"));

        HttpResponse again = desk.post("/messages", HELLO, key);
        assertThat(Desk.text(Desk.json(again), "id")).isEqualTo(Desk.text(Desk.json(first), "id"));
        assertThat(list("noah", AGENT)).contains("\"unread\":false").containsOnlyOnce("Hello");
        assertThat(desk.post("/messages", HELLO.replace("Hello", "Bye"), key).status())
                .isEqualTo(422);
    }

    @Test
    void pages_go_back_from_the_newest() {
        List<String> ids = List.of(send(HELLO), send(HELLO), send(HELLO));
        HttpResponse page = desk.get("/messages?limit=2");
        assertThat(page.text()).contains(ids.get(2), ids.get(1)).doesNotContain(ids.get(0));
        String next = Desk.text(Desk.json(page), "next");
        assertThat(desk.get("/messages?limit=2&cursor=" + next).text())
                .contains(ids.get(0), "\"next\":null")
                .doesNotContain(ids.get(1));
    }

    @Test
    void what_nobody_could_read_is_refused() {
        for (String body :
                List.of(
                        "{\"html\":\"<p>Hello</p>\"}",
                        "{\"to\":[],\"html\":\"<p>Hello</p>\"}",
                        "{\"to\":[\"ava\"],\"html\":\"<p>Hello</p>\"}",
                        "{\"to\":[\"nobody\"],\"html\":\"<p>Hello</p>\"}",
                        "{\"to\":[\"noah\"],\"html\":\"<p> </p>\"}",
                        "{\"to\":[\"noah\"],\"html\":\"" + "x".repeat(5001) + "\"}",
                        "{\"to\":[\"noah\"],\"html\":\"<p>Hello</p>\",\"leadId\":\"none\"}")) {
            assertThat(desk.post("/messages", body).status()).as(body).isEqualTo(422);
        }
        assertThat(list("noah", AGENT)).contains("\"items\":[]");
    }

    private String send(String body) {
        desk.clock.advance(Duration.ofMillis(1)); // ids of one moment are in no order
        HttpResponse answer = desk.post("/messages", body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return Desk.text(Desk.json(answer), "id");
    }

    private HttpResponse read(String person, String roles, String id) {
        return desk.call(person, roles, "POST", "/messages/" + id + "/read", "", Map.of());
    }

    private String list(String person, String roles) {
        return desk.call(person, roles, "GET", "/messages", "", Map.of()).text();
    }
}
