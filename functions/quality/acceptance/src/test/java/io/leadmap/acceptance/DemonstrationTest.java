package io.leadmap.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.Test;

import java.util.List;

/** What a newcomer finds after the first command. */
class DemonstrationTest {

    private static final String[] EVERY_STATUS = {
        "CREATED", "CONTACTED", "BOOKED", "CANCELLED", "INVOICED", "LOST", "INVALID"
    };

    @Test
    void two_practices_have_about_sixty_leads_each_in_every_status() {
        try (Leadmap leadmap = Leadmap.withItsDemonstration()) {
            for (Caller person :
                    List.of(leadmap.as("brightwater", "mei"), leadmap.as("northlight", "george"))) {
                JsonNode leads =
                        person.get("/leads?limit=200&suspended=any")
                                .expect(200)
                                .json()
                                .path("items");
                assertThat(leads.size()).isBetween(55, 65);
                assertThat(leads.valueStream().map(lead -> lead.path("status").asText()))
                        .contains(EVERY_STATUS);
            }
            assertThat(leadmap.mailTo("@")).hasSizeGreaterThan(100);
        }
    }
}
