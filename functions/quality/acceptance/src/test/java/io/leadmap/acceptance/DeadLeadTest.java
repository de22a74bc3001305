package io.leadmap.acceptance;

import static io.leadmap.acceptance.Eventually.eventually;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.Test;

import java.util.Map;

/** Leads that nobody can reach are given up, and left alone (domain section 3). */
class DeadLeadTest {

    @Test
    void after_three_unanswered_calls_and_a_day_a_lead_is_lost_and_never_mailed_again() {
        try (Leadmap leadmap = Leadmap.startedAt("2026-03-02T00:00:00Z")) {
            Caller ava = leadmap.as("brightwater", "ava");
            enquire(leadmap, "Silent Sam", "sam@example.com", "0412 000 001");
            enquire(leadmap, "Reached Rita", "rita@example.com", "0412 000 002");
            eventually(() -> leadmap.mailTo("rita@example.com"), mails -> mails.size() == 1);
            eventually(() -> leadmap.mailTo("sam@example.com"), mails -> mails.size() == 1);
            String sam = ava.lead("sam@example.com").path("id").asText();
            String rita = ava.lead("rita@example.com").path("id").asText();
            ava.post("/leads/" + rita + "/calls", Map.of("outcome", "reached")).expect(200);
            for (String outcome : new String[] {"noAnswer", "voicemail", "wrongNumber"}) {
                ava.post("/leads/" + sam + "/calls", Map.of("outcome", outcome)).expect(200);
                ava.post("/leads/" + rita + "/calls", Map.of("outcome", outcome)).expect(200);
            }

            leadmap.advance("PT23H");
            assertThat(ava.lead("sam@example.com").path("status").asText())
                    .as("within the grace")
                    .isEqualTo("CREATED");

            leadmap.advance("PT3H");
            JsonNode lost = ava.lead("sam@example.com");
            assertThat(lost.path("status").asText()).isEqualTo("LOST");
            assertThat(lost.path("lossReason").asText()).isEqualTo("noContact");
            assertThat(lost.path("attempts").asInt()).isEqualTo(3);
            assertThat(ava.lead("rita@example.com").path("status").asText()).isEqualTo("CONTACTED");

            int before = leadmap.mailTo("sam@example.com").size();
            leadmap.advance("P10D");
            assertThat(leadmap.mailTo("sam@example.com"))
                    .as("the drip ended with the lead")
                    .hasSize(before);
            assertThat(leadmap.mailTo("rita@example.com")).hasSizeGreaterThan(1);
        }
    }

    private static void enquire(Leadmap leadmap, String name, String email, String phone) {
        leadmap.submit(
                        "brightwater-enquiry",
                        Map.of("fullName", name, "email", email, "phone", phone))
                .expect(303);
    }
}
