package io.leadmap.acceptance;

import static io.leadmap.acceptance.Eventually.eventually;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whatever is repeated, crashes or gets lost: one effect each. */
class OnceTest {

    private static Leadmap leadmap;
    private static Caller ava;

    @BeforeAll
    static void start() {
        leadmap = Leadmap.shared();
        ava = leadmap.as("brightwater", "ava");
    }

    @Test
    void the_same_form_twice_is_one_submission() {
        String body =
                Leadmap.json(
                        Map.of(
                                "fullName",
                                "Twice Tom",
                                "email",
                                "tom@example.com",
                                "phone",
                                "0414 000 001"));
        String first = submitJson(body).expect(202).json().path("reference").asText();
        String second = submitJson(body).expect(202).json().path("reference").asText();
        assertThat(second).isEqualTo(first);
        JsonNode lead = ava.lead("tom@example.com");
        assertThat(ava.history(lead.path("id").asText())).containsOnlyOnce("formReceived");
        eventually(() -> leadmap.mailTo("tom@example.com"), mails -> mails.size() == 1);
    }

    @Test
    void two_people_pressing_send_at_once_make_one_lead() {
        String body =
                Leadmap.json(
                        Map.of(
                                "fullName",
                                "Race Ray",
                                "email",
                                "ray@example.com",
                                "phone",
                                "0414 000 002",
                                "message",
                                "a"));
        String other = body.replace("\"a\"", "\"b\"");
        List<CompletableFuture<Answer>> answers =
                Stream.of(body, other, body, other)
                        .map(b -> CompletableFuture.supplyAsync(() -> submitJson(b)))
                        .toList();
        answers.forEach(a -> a.join().expect(202));
        assertThat(ava.history(ava.lead("ray@example.com").path("id").asText()))
                .filteredOn("formReceived"::equals)
                .hasSize(2);
    }

    @Test
    void the_same_webhook_twice_is_one_change() {
        String id = add("Web", "Hook", "hook@example.com", "0414 000 003");
        StandardPms pms = new StandardPms(leadmap, "brightwater-pms");
        Instant now = leadmap.now();
        String event =
                StandardPms.appointment(
                        "a-once",
                        1,
                        "booked",
                        now,
                        now.plusSeconds(86_400),
                        null,
                        StandardPms.patient(
                                "p-once", "Web", "Hook", "hook@example.com", "+61414000003"));
        pms.post("evt-once", event).expect(202);
        pms.post("evt-once", event).expect(202);
        eventually(() -> assertThat(ava.history(id)).contains("appointmentLinked"));
        pms.post("evt-once-again", event).expect(202);
        leadmap.advance("PT1M");
        assertThat(ava.history(id)).containsOnlyOnce("appointmentLinked", "statusChanged");
    }

    @Test
    void the_same_idempotency_key_gives_the_first_answer_again() {
        String id = add("Key", "Holder", "key@example.com", "0414 000 004");
        Map<String, String> key = Map.of("Idempotency-Key", "k-1");
        String body = Leadmap.json(Map.of("html", "<p>Called her mother.</p>"));
        Answer first = ava.send("POST", "/leads/" + id + "/notes", body, "application/json", key);
        Answer again = ava.send("POST", "/leads/" + id + "/notes", body, "application/json", key);
        assertThat(again.status()).isEqualTo(first.status()).isBetween(200, 201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(ava.history(id)).containsOnlyOnce("noteAdded");
        ava.send(
                        "POST",
                        "/leads/" + id + "/notes",
                        body.replace("mother", "son"),
                        "application/json",
                        key)
                .expect(422);
    }

    @Test
    void a_mail_that_is_written_twice_under_one_key_goes_out_once() {
        String id = add("Key", "Writer", "keymail@example.com", "0414 000 009");
        Map<String, String> key = Map.of("Idempotency-Key", "k-2");
        String body = Leadmap.json(Map.of("macroId", "call-back"));
        Answer first = ava.send("POST", "/leads/" + id + "/emails", body, "application/json", key);
        Answer again = ava.send("POST", "/leads/" + id + "/emails", body, "application/json", key);
        assertThat(again.expect(202).json().path("emailId").asText())
                .isEqualTo(first.expect(202).json().path("emailId").asText());
        assertThat(ava.history(id)).containsOnlyOnce("emailQueued");
    }

    @Test
    void two_sweeps_at_once_give_a_lead_up_once() {
        String id = add("Sweep", "Twice", "sweep@example.com", "0414 000 005");
        for (int i = 0; i < 3; i++) {
            ava.post("/leads/" + id + "/calls", Map.of("outcome", "noAnswer")).expect(200);
        }
        leadmap.advance("PT24H");
        Stream.of(1, 2)
                .map(i ->
                        CompletableFuture.supplyAsync(() ->
                                leadmap.anyone().post("/_local/functions/DeadLeadSweep", "{}")))
                .toList()
                .forEach(a -> a.join().expect(200));
        assertThat(ava.history(id)).containsOnlyOnce("statusChanged");
        assertThat(ava.lead("sweep@example.com").path("status").asText()).isEqualTo("LOST");
    }

    @Test
    void a_mail_whose_answer_got_lost_is_sent_once_shown_as_uncertain_and_settled_by_its_event() {
        leadmap.fault("ses", "SendRawEmail", "lostAnswer", 1);
        leadmap.submit(
                        "brightwater-massage",
                        Map.of(
                                "firstName", "Lost",
                                "lastName", "Answer",
                                "email", "lost@example.com",
                                "phone", "0414 000 006"))
                .expect(303);
        String id =
                eventually(
                                () -> ava.lead("lost@example.com"),
                                l -> ava.history(l.path("id").asText()).contains("emailUncertain"))
                        .path("id")
                        .asText();
        leadmap.advance("PT3H");
        List<JsonNode> arrived = leadmap.mailTo("lost@example.com");
        assertThat(arrived).hasSize(1);

        leadmap.anyone()
                .post(
                        "/_local/mail/" + arrived.getFirst().path("id").asText() + "/event",
                        Map.of("kind", "delivered"))
                .expect(202);
        eventually(() -> assertThat(ava.history(id)).endsWith("emailDelivered"));
    }

    @Test
    void a_mail_waits_while_its_domain_is_not_verified_says_so_and_then_goes_out_once() {
        leadmap.fault("ses", "SendRawEmail", "notVerified", 1_000);
        String id = add("Vera", "Waits", "vera@example.com", "0414 000 008");
        ava.post("/leads/" + id + "/emails", Map.of("subject", "Hello", "html", "<p>Hi.</p>"))
                .expect(202);
        try {
            eventually(() ->
                    assertThat(waitsFor(id)).contains("The sending domain is not verified at SES"));
            leadmap.advance("PT6H");
            assertThat(waitsFor(id)).contains("The sending domain is not verified at SES");
            assertThat(ava.history(id)).doesNotContain("emailSent", "emailFailed");
            assertThat(leadmap.output())
                    .as("what the alarm MailIsBarred counts")
                    .anyMatch(line -> line.contains("\"message\":\"mail is barred\""));
        } finally {
            leadmap.fault("ses", "SendRawEmail", "notVerified", 0);
        }
        assertThat(leadmap.mailTo("vera@example.com")).isEmpty();

        leadmap.advance("PT40M");
        leadmap.advance("PT6H");
        assertThat(leadmap.mailTo("vera@example.com")).hasSize(1);
        assertThat(ava.history(id)).containsOnlyOnce("emailSent").doesNotContain("emailFailed");
        assertThat(waitsFor(id)).isEmpty();
    }

    /** What the lead's only mail waits for, as its record says; blank if for nothing. */
    private static String waitsFor(String lead) {
        JsonNode mail =
                ava.get("/leads/" + lead + "/emails").expect(200).json().path("items").path(0);
        return mail.path("explanation")
                .valueStream()
                .filter(check -> check.path("rule").asText().equals("account"))
                .map(check -> check.path("found").asText())
                .collect(Collectors.joining());
    }

    @Test
    void what_a_stream_forgot_is_made_up_for_once() {
        leadmap.fault("streams", "MailSender", "drop", 1);
        leadmap.fault("streams", "ReportCounts", "drop", 1);
        String today = leadmap.now().atZone(ZoneId.of("Australia/Melbourne")).toLocalDate() + "";
        submitJson(
                        Leadmap.json(
                                Map.of(
                                        "fullName",
                                        "Dropped Dora",
                                        "email",
                                        "dora@example.com",
                                        "phone",
                                        "0414 000 007")))
                .expect(202);
        String id = ava.lead("dora@example.com").path("id").asText();
        leadmap.advance("PT1M");
        assertThat(timesCounted(id, today)).as("forgotten").isZero();

        leadmap.advance("PT13H");
        assertThat(leadmap.mailTo("dora@example.com")).as("made up for").hasSize(1);
        assertThat(timesCounted(id, today)).as("made up for").isEqualTo(1);
    }

    private static long timesCounted(String lead, String day) {
        return ava.get("/reports/mega/additionalLeads?limit=200&from=" + day + "&to=" + day)
                .expect(200)
                .json()
                .path("items")
                .valueStream()
                .filter(item -> item.path("id").asText().equals(lead))
                .count();
    }

    private static Answer submitJson(String body) {
        return leadmap.anyone().post("/forms/brightwater-enquiry", body);
    }

    private static String add(String first, String last, String email, String phone) {
        return ava.post(
                        "/leads",
                        Map.of(
                                "firstName",
                                first,
                                "lastName",
                                last,
                                "email",
                                email,
                                "phone",
                                phone))
                .expect(201)
                .json()
                .path("id")
                .asText();
    }
}
