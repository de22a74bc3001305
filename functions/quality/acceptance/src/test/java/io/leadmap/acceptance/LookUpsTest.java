package io.leadmap.acceptance;

import static io.leadmap.acceptance.Eventually.eventually;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.net.URLEncoder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What people look up beside leads, and keep for the next one: today, to-dos, sources, an export.
 */
class LookUpsTest {

    private static Leadmap leadmap;
    private static Caller ava;
    private static Caller mei;

    @BeforeAll
    static void start() {
        leadmap = Leadmap.shared();
        ava = leadmap.as("brightwater", "ava");
        mei = leadmap.as("brightwater", "mei");
    }

    @Test
    void an_uncertain_mail_is_a_to_do_until_its_news_come() {
        String lead = add("Una", "una@example.com", "0421 000 001", "");
        leadmap.advance("PT1M"); // so that nobody else's mail is under way
        leadmap.fault("ses", "SendRawEmail", "lostAnswer", 1);
        write(lead);
        eventually(() -> assertThat(ava.history(lead)).contains("emailUncertain"));
        assertThat(toDos(lead)).hasSize(1);

        report("una@example.com", "delivered");

        eventually(() -> assertThat(toDos(lead)).isEmpty());
    }

    @Test
    void an_uncertain_mail_is_sent_again_under_another_id_and_its_late_news_stay_with_it() {
        String lead = add("Ulla", "ulla@example.com", "0421 000 007", "");
        leadmap.advance("PT1M"); // so that nobody else's mail is under way
        leadmap.fault("ses", "SendRawEmail", "lostAnswer", 1);
        write(lead);
        eventually(() -> assertThat(ava.history(lead)).contains("emailUncertain"));
        String settle = "/leads/" + lead + "/emails/" + mails(lead).getFirst() + "/settle";
        JsonNode first = leadmap.mailTo("ulla@example.com").getFirst();

        ava.post(settle, Map.of("as", "sendAgain")).expect(200);
        ava.post(settle, Map.of("as", "sendAgain")).expect(409);

        assertThat(toDos(lead)).isEmpty();
        eventually(() -> assertThat(leadmap.mailTo("ulla@example.com")).hasSize(2));
        leadmap.anyone()
                .post(
                        "/_local/mail/" + first.path("id").asText() + "/event",
                        Map.of("kind", "delivered"))
                .expect(202);
        eventually(() -> assertThat(states(lead)).containsExactly("delivered", "sent"));
    }

    private static List<String> mails(String lead) {
        return emails(lead).map(mail -> mail.path("emailId").asText()).toList();
    }

    private static List<String> states(String lead) {
        return emails(lead).map(mail -> mail.path("state").asText()).toList();
    }

    private static Stream<JsonNode> emails(String lead) {
        return ava.get("/leads/" + lead + "/emails")
                .expect(200)
                .json()
                .path("items")
                .valueStream()
                .filter(mail -> mail.path("kind").asText().equals("handWritten"));
    }

    @Test
    void a_to_do_goes_from_hand_to_hand_until_it_is_done_and_noted() {
        String lead = add("Tess", "tess@example.com", "0421 000 005", "");
        String id =
                ava.post("/todos", Map.of("leadId", lead, "assigneeId", "ava", "text", "Call"))
                        .expect(201)
                        .json()
                        .path("id")
                        .asText();
        ava.patch("/todos/" + id, Map.of("text", "Call her mother")).expect(200);
        ava.patch("/todos/" + id, Map.of("assigneeId", "noah")).expect(200);
        assertThat(ava.get("/todos").expect(200).body()).doesNotContain(id);

        leadmap.as("brightwater", "noah")
                .post("/todos/" + id + "/done", Map.of("note", "Her mother calls back"))
                .expect(200);

        ava.post("/todos/" + id + "/reopen", Map.of()).expect(200);
        assertThat(ava.get("/todos?assignee=noah").expect(200).body()).contains(id);
        ava.post("/todos/" + id + "/done", Map.of()).expect(200);

        assertThat(ava.history(lead)).contains("noteAdded");
        assertThat(ava.get("/todos?assignee=noah").expect(200).body()).doesNotContain(id);
    }

    @Test
    void a_message_waits_today_until_it_is_read_and_its_author_sees_by_whom() {
        Caller noah = leadmap.as("brightwater", "noah");
        String id =
                ava.post(
                                "/messages",
                                Map.of("to", List.of("noah"), "html", "<p>The lab called</p>"))
                        .expect(201)
                        .json()
                        .path("id")
                        .asText();
        assertThat(noah.get("/today").expect(200).body()).contains(id, "The lab called");
        leadmap.as("northlight", "george").post("/messages/" + id + "/read", Map.of()).expect(404);

        noah.post("/messages/" + id + "/read", Map.of()).expect(200);

        assertThat(noah.get("/today").expect(200).body()).doesNotContain(id);
        assertThat(ava.get("/messages").expect(200).body()).contains("\"personId\":\"noah\"");
    }

    @Test
    void a_sweep_says_what_it_would_do_before_it_does() {
        String lead = add("Dora", "dora@example.com", "0421 000 006", "");
        for (int attempt = 0; attempt < 3; attempt++) {
            ava.post("/leads/" + lead + "/calls", Map.of("outcome", "noAnswer")).expect(200);
        }
        String later = leadmap.now().plus(Duration.ofHours(25)).toString();

        JsonNode trial =
                ava.post("/sweeps/DeadLeadSweep/dry-run?limit=200", Map.of("at", later))
                        .expect(200)
                        .json();

        assertThat(trial.path("would").findValuesAsText("leadId")).contains(lead);
        assertThat(ava.get("/leads/" + lead).json().path("status").asText()).isEqualTo("CREATED");
        leadmap.advance("PT25H");
        assertThat(ava.get("/leads/" + lead).json().path("status").asText()).isEqualTo("LOST");
    }

    @Test
    void an_address_that_bounced_is_listed_until_an_administrator_lifts_it() {
        String lead = add("Bo", "bo@example.com", "0421 000 002", "");
        write(lead);
        eventually(() -> assertThat(ava.history(lead)).contains("emailSent"));
        report("bo@example.com", "bounced");
        eventually(() -> assertThat(suppressions("bo@example.com")).hasSize(1));
        String id = suppressions("bo@example.com").getFirst().path("id").asText();

        mei.send(
                        "DELETE",
                        "/suppressions/" + id,
                        "{\"reason\": \"she gave it again on the phone\"}",
                        "application/json",
                        Map.of())
                .expect(200);

        assertThat(suppressions("bo@example.com")).isEmpty();
        assertThat(ava.history(lead)).contains("suppressionLifted");
    }

    @Test
    void an_export_has_the_whole_comment_that_a_row_cuts() {
        String comment = "She cannot lift her arm. ".repeat(20).strip();
        add("Exa", "exa@example.com", "0421 000 003", comment);

        Answer export =
                ava.send("GET", "/leads?created=today", null, null, Map.of("Accept", "text/csv"));

        assertThat(export.expect(200).body()).contains(comment);
    }

    @Test
    void who_was_just_added_waits_today_for_somebody_to_call() {
        String lead = add("Toni", "toni@example.com", "0421 000 004", "");

        eventually(
                () -> assertThat(ava.get("/today?whose=team").expect(200).body()).contains(lead));
    }

    @Test
    void who_came_long_ago_is_found_by_the_name_that_is_known_now() {
        String lead =
                ava.post(
                                "/leads",
                                Map.of(
                                        "firstName", "Róisín",
                                        "lastName", "Longago",
                                        "phone", "0421 000 006",
                                        "firstContactAt", "2024-02-01T00:00:00Z"))
                        .expect(201)
                        .json()
                        .path("id")
                        .asText();
        for (int i = 10; i < 36; i++) { // more than the newest, who are found in any case
            add("Newer" + i, "newer" + i + "@example.com", "0421 000 0" + i, "");
        }
        eventually(() -> assertThat(found("longa rois")).containsExactly(lead));

        ava.patch("/leads/" + lead, Map.of("lastName", "O’Grady-Burke")).expect(200);

        eventually(() -> assertThat(found("roisin burke")).containsExactly(lead));
        eventually(() -> assertThat(found("roisinog")).containsExactly(lead));
        eventually(() -> assertThat(found("longago")).isEmpty());
    }

    private static List<String> found(String words) {
        return ava.get("/leads?q=" + URLEncoder.encode(words, UTF_8))
                .expect(200)
                .json()
                .path("items")
                .valueStream()
                .map(row -> row.path("id").asText())
                .toList();
    }

    @Test
    void a_source_that_is_added_on_the_spot_is_there_for_everybody() {
        String id =
                ava.post("/sources", Map.of("name", "Harbour Festival"))
                        .expect(201)
                        .json()
                        .path("id")
                        .asText();

        assertThat(mei.get("/practice/sources?limit=200").expect(200).body())
                .contains(id, "Harbour Festival");
    }

    private static List<JsonNode> toDos(String lead) {
        return ava.get("/todos?assignee=none&lead=" + lead)
                .expect(200)
                .json()
                .path("items")
                .valueStream()
                .toList();
    }

    private static List<JsonNode> suppressions(String address) {
        return mei.get("/suppressions?limit=200")
                .expect(200)
                .json()
                .path("items")
                .valueStream()
                .filter(item -> item.toString().contains(address))
                .toList();
    }

    private static void write(String lead) {
        ava.post("/leads/" + lead + "/emails", Map.of("macroId", "call-back")).expect(202);
    }

    /** What became of the one mail that went to an address. */
    private static void report(String address, String kind) {
        JsonNode mail =
                eventually(() -> leadmap.mailTo(address), mails -> mails.size() == 1).getFirst();
        leadmap.anyone()
                .post("/_local/mail/" + mail.path("id").asText() + "/event", Map.of("kind", kind))
                .expect(202);
    }

    private static String add(String firstName, String email, String phone, String comment) {
        return ava.post(
                        "/leads",
                        Map.of(
                                "firstName", firstName,
                                "lastName", "Lookup",
                                "email", email,
                                "phone", phone,
                                "comment", comment))
                .expect(201)
                .json()
                .path("id")
                .asText();
    }
}
