package io.leadmap.acceptance;

import static io.leadmap.acceptance.Eventually.eventually;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The lead of domain section 3: asks on 27 February, books on 1 March, is seen and invoiced on 3
 * April.
 */
class WorkedExampleTest {

    @Test
    void an_enquiry_becomes_a_booking_and_a_new_client_on_exactly_the_days_it_happened() {
        try (Leadmap leadmap = Leadmap.startedAt("2026-02-26T22:30:00Z")) {
            Caller ava = leadmap.as("brightwater", "ava");
            StandardPms pms = new StandardPms(leadmap, "brightwater-pms");

            leadmap.submit(
                            "brightwater-enquiry",
                            Map.of(
                                    "fullName", "Monique Lee",
                                    "email", "monique@example.com",
                                    "phone", "0444 444 444",
                                    "message", "Can you treat a stiff shoulder?"))
                    .expect(303);
            JsonNode welcome =
                    eventually(
                                    () -> leadmap.mailTo("monique@example.com"),
                                    mails -> mails.size() == 1)
                            .getFirst();
            assertThat(welcome.path("subject").asText()).isEqualTo("Thank you, Monique");
            JsonNode lead = ava.lead("monique@example.com");
            String id = lead.path("id").asText();
            assertThat(lead.path("status").asText()).isEqualTo("CREATED");
            assertThat(lead.path("phone").asText()).isEqualTo("+61444444444");
            assertThat(lead.path("drips").toString()).contains("physio-101");

            ava.post("/leads/" + id + "/calls", Map.of("outcome", "reached")).expect(200);
            assertThat(ava.lead("monique@example.com").path("status").asText())
                    .isEqualTo("CONTACTED");

            leadmap.setClock("2026-03-01T00:00:00Z");
            Instant booked = Instant.parse("2026-03-01T00:00:00Z");
            Instant visit = Instant.parse("2026-04-03T00:00:00Z");
            Map<String, Object> monique =
                    StandardPms.patient(
                            "p-1", "Monique", "Lee", "monique@example.com", "+61444444444");
            pms.post(
                            "evt-1",
                            StandardPms.appointment(
                                    "a-1", 1, "booked", booked, visit, null, monique))
                    .expect(202);
            eventually(() ->
                    assertThat(ava.lead("monique@example.com").path("status").asText())
                            .isEqualTo("BOOKED"));

            leadmap.leapTo("2026-04-03T01:00:00Z");
            Map<String, String> invoice =
                    Map.of(
                            "id",
                            "i-1",
                            "at",
                            "2026-04-03T00:45:00Z",
                            "amount",
                            "120.00",
                            "currency",
                            "AUD");
            pms.post(
                            "evt-2",
                            StandardPms.appointment(
                                    "a-1", 2, "completed", booked, visit, invoice, monique))
                    .expect(202);
            JsonNode won =
                    eventually(
                            () -> ava.lead("monique@example.com"),
                            l -> l.path("status").asText().equals("INVOICED"));
            assertThat(won.path("bookedAt").asText()).isEqualTo("2026-03-01T00:00:00Z");
            assertThat(won.path("invoicedAt").asText()).isEqualTo("2026-04-03T00:00:00Z");
            assertThat(won.path("map").path("outcome").asText()).isEqualTo("won");

            assertThat(ava.history(id))
                    .startsWith("leadCreated", "formReceived")
                    .containsSubsequence(
                            "emailQueued",
                            "dripEnrolled",
                            "callLogged",
                            "statusChanged",
                            "appointmentLinked",
                            "statusChanged",
                            "dripStopped",
                            "appointmentChanged",
                            "statusChanged",
                            "mapClosed");
            assertThat(leadmap.mailTo("monique@example.com"))
                    .as("only the welcome mail: the drip stopped when she booked")
                    .hasSize(1);
            assertThat(
                            ava.get("/leads/" + id + "/history/verification")
                                    .expect(200)
                                    .json()
                                    .path("valid")
                                    .asBoolean())
                    .isTrue();

            eventually(() ->
                    assertThat(countedDays(ava))
                            .containsExactlyInAnyOrderEntriesOf(
                                    Map.of(
                                            "additionalLeads", List.of("2026-02-27"),
                                            "additionalLeadsBooked", List.of("2026-03-01"),
                                            "newClients", List.of("2026-04-03"))));
            assertThat(
                            ava.get("/reports/mega/newClients?from=2026-04-03&to=2026-04-03")
                                    .expect(200)
                                    .json()
                                    .path("items")
                                    .get(0)
                                    .path("id")
                                    .asText())
                    .isEqualTo(id);
        }
    }

    /** The days with a number in each row that has one. */
    private static Map<String, List<String>> countedDays(Caller caller) {
        JsonNode report =
                caller.get("/reports/mega?from=2026-02-01&to=2026-04-30&by=day").expect(200).json();
        Map<String, List<String>> days = new TreeMap<>();
        for (JsonNode row : report.path("rows")) {
            for (int i = 0; i < row.path("counts").size(); i++) {
                if (row.path("counts").get(i).asInt() != 0) {
                    assertThat(row.path("counts").get(i).asInt()).isEqualTo(1);
                    days.computeIfAbsent(row.path("row").asText(), r -> new java.util.ArrayList<>())
                            .add(report.path("columns").get(i).path("from").asText());
                }
            }
        }
        return days;
    }
}
