package io.leadmap.acceptance;

import static io.leadmap.acceptance.Eventually.eventually;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.Test;

import java.util.Map;

/** A lead without phone is held, not lost (domain section 2). */
class IncompleteLeadTest {

    @Test
    void an_incomplete_lead_is_held_its_owner_is_told_and_completing_it_resumes_everything_once() {
        try (Leadmap leadmap = Leadmap.startedAt("2026-03-02T00:00:00Z")) {
            Caller ava = leadmap.as("brightwater", "ava");
            leadmap.submit(
                            "brightwater-enquiry",
                            Map.of("fullName", "Tim Cook", "email", "tim@example.com"))
                    .expect(303);

            eventually(() -> leadmap.mailTo("ava@brightwater.example"), mails -> mails.size() == 1);
            JsonNode lead = ava.lead("tim@example.com");
            String id = lead.path("id").asText();
            assertThat(lead.path("suspended").path("cause").asText()).isEqualTo("INCOMPLETE");
            assertThat(lead.path("suspended").path("missing").toString()).contains("phone");
            assertThat(ava.history(id))
                    .contains("suspended", "triggerHeld")
                    .doesNotContain("emailQueued");

            leadmap.advance("P8D");
            assertThat(leadmap.mailTo("tim@example.com")).isEmpty();

            ava.patch("/leads/" + id, Map.of("phone", "0413 000 001")).expect(200);
            eventually(() -> leadmap.mailTo("tim@example.com"), mails -> mails.size() == 1);
            assertThat(ava.lead("tim@example.com").path("suspended").isNull()).isTrue();
            assertThat(ava.history(id))
                    .containsSubsequence(
                            "reinstated", "triggerFired", "emailQueued", "dripEnrolled");

            leadmap.advance("P4D");
            assertThat(leadmap.mailTo("tim@example.com"))
                    .as("the welcome mail and the drip's first")
                    .hasSize(2);
        }
    }

    @Test
    void an_agents_first_mail_to_an_incomplete_lead_is_sent_although_its_owner_was_told_before() {
        try (Leadmap leadmap = Leadmap.startedAt("2026-03-02T00:00:00Z")) {
            Caller ava = leadmap.as("brightwater", "ava");
            leadmap.submit(
                            "brightwater-enquiry",
                            Map.of("fullName", "Tim Cook", "email", "tim@example.com"))
                    .expect(303);
            String id = ava.lead("tim@example.com").path("id").asText();

            for (int mail = 1; mail <= 2; mail++) {
                ava.post(
                                "/leads/" + id + "/emails",
                                Map.of("subject", "Your number?", "html", "<p>Please.</p>"))
                        .expect(202);
            }

            eventually(() -> leadmap.mailTo("tim@example.com"), mails -> mails.size() == 2);
            eventually(() -> leadmap.mailTo("ava@brightwater.example"), mails -> mails.size() == 1);
            assertThat(ava.history(id)).contains("ownerNotified", "emailQueued", "emailSent");
        }
    }
}
