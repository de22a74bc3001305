package io.leadmap.sam;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;

/**
 * The functions as SAM wires them, in Lambda's own containers, in front of LocalStack. Two things
 * that `sam local` does not have are stood in for: an agent's request bears the claims that the
 * HTTP API's authorizer would have read from a token, and what a table's stream holds is handed
 * over.
 */
@SuppressWarnings("NullAway.Init") // made before all tests
class SamLocalTest {

    private static Sam sam;

    @BeforeAll
    static void startAndLoadAPractice() throws Exception {
        sam = Sam.start();
        JsonNode loaded =
                sam.invoke("PracticeImport", Shell.read("infrastructure/localstack/practice.json"));
        assertThat(loaded.path("version").asInt()).isEqualTo(1);
    }

    @AfterAll
    static void stop() throws Exception {
        if (sam != null) {
            sam.close();
        }
    }

    @Test
    void a_stranger_gets_the_hosted_form() throws Exception {
        HttpResponse<String> page = sam.get("/forms/harbour-enquiry");

        assertThat(page.statusCode()).as(sam.log()).isEqualTo(200);
        assertThat(page.body()).contains("<form", "Harbour Physiotherapy");
    }

    @Test
    void a_request_without_claims_is_turned_away() throws Exception {
        assertThat(sam.get("/leads").statusCode()).as(sam.log()).isEqualTo(401);
    }

    @Test
    void a_posted_form_is_a_lead_with_its_history() throws Exception {
        post("Ada Byron", "ada@example.com");

        JsonNode lead = leadOf("ada@example.com");
        assertThat(lead.path("name").asText()).isEqualTo("Ada Byron");
        assertThat(lead.path("status").asText()).isEqualTo("CREATED");
        String history = "/leads/" + lead.path("id").asText() + "/history";
        assertThat(read(history).path("items"))
                .extracting(entry -> entry.path("type").asText())
                .containsExactly(
                        "leadCreated",
                        "formReceived",
                        "triggerFired",
                        "emailQueued",
                        "dripEnrolled");
        assertThat(read(history + "/verification").path("valid").asBoolean()).isTrue();
    }

    @Test
    void the_drip_sweep_and_the_ledgers_stream_send_each_mail_once() throws Exception {
        post("Tim Cook", "tim@example.com");

        JsonNode swept = sam.invoke("DripSweep", Shell.read("events/drip-sweep.json"));
        assertThat(swept.path("changed").asInt()).isPositive();
        assertThat(mailsTo("tim@example.com")).isEmpty();

        assertThat(handOver("MailTable", "MailSender")).isEmpty();
        assertThat(handOver("MailTable", "MailSender")).isEmpty();
        assertThat(mailsTo("tim@example.com"))
                .hasSize(2)
                .anySatisfy(mail -> assertThat(mail).contains("Subject: Thank you, Tim"))
                .anySatisfy(mail ->
                        assertThat(mail)
                                .contains("Subject: What happens at your first visit")
                                .contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click"));
    }

    private static void post(String name, String email) throws Exception {
        HttpResponse<String> answer =
                sam.post(
                        "/forms/harbour-enquiry",
                        """
                        {"fullName": "%s", "email": "%s", "phone": "0491 570 006",
                         "message": "My shoulder is stiff."}
                        """
                                .formatted(name, email));
        assertThat(answer.statusCode()).as(answer.body() + sam.log()).isEqualTo(202);
    }

    private static JsonNode leadOf(String email) throws IOException {
        JsonNode found = read("/leads?q=" + email).path("items");
        assertThat(found).hasSize(1);
        return found.path(0);
    }

    /** Hands over what a stream holds, from its beginning; tells the records that failed. */
    private static List<String> handOver(String table, String function) throws IOException {
        return sam.invoke(function, sam.streamOf(table))
                .path("batchItemFailures")
                .findValuesAsText("itemIdentifier");
    }

    private static List<String> mailsTo(String email) throws Exception {
        return sam.mails().stream().filter(mail -> mail.contains("To: " + email)).toList();
    }

    /** What Ava of the practice reads, with the claims of a token that nobody looked at here. */
    private static JsonNode read(String target) throws IOException {
        JsonNode answer = sam.invoke("LeadQueries", sam.eventOfAgent("GET", target));
        assertThat(answer.path("statusCode").asInt()).as(answer.toString()).isEqualTo(200);
        return Sam.JSON.readTree(answer.path("body").asText());
    }
}
