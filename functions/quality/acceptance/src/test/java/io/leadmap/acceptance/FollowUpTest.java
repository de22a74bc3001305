package io.leadmap.acceptance;

import static io.leadmap.acceptance.Eventually.eventually;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The questions that a receptionist asks the Lead Sheet (domain section 10), and what waits. */
class FollowUpTest {

    @Test
    void the_lead_sheet_answers_whom_to_follow_up_with() {
        try (Leadmap leadmap = Leadmap.startedAt("2026-02-26T00:00:00Z")) {
            Caller ava = leadmap.as("brightwater", "ava");
            add(ava, "Old", "One", "old@example.com", "0411 000 001");
            add(ava, "Bo", "Booked", "bo@example.com", "0411 000 002");
            Instant visit = Instant.parse("2026-03-20T00:00:00Z");
            StandardPms pms = new StandardPms(leadmap, "brightwater-pms");
            Map<String, Object> bo =
                    StandardPms.patient("p-2", "Bo", "Booked", "bo@example.com", "+61411000002");
            pms.post(
                            "e-1",
                            StandardPms.appointment(
                                    "a-2", 1, "booked", leadmap.now(), visit, null, bo))
                    .expect(202);
            eventually(() ->
                    assertThat(ava.lead("bo@example.com").path("status").asText())
                            .isEqualTo("BOOKED"));

            leadmap.leapTo("2026-03-04T00:00:00Z"); // a Wednesday
            add(ava, "Nia", "New", "nia@example.com", "0411 000 003");
            String contacted = add(ava, "Cy", "Contacted", "cy@example.com", "0411 000 004");
            ava.post("/leads/" + contacted + "/calls", Map.of("outcome", "reached")).expect(200);
            pms.post(
                            "e-2",
                            StandardPms.appointment(
                                    "a-2", 2, "cancelled", visit.minusSeconds(1), visit, null, bo))
                    .expect(202);
            eventually(() ->
                    assertThat(ava.lead("bo@example.com").path("status").asText())
                            .isEqualTo("CANCELLED"));

            leadmap.leapTo("2026-03-10T00:00:00Z"); // the Tuesday after
            assertThat(names(ava, "created=lastWeek&never=booked&status=CREATED,CONTACTED"))
                    .containsExactlyInAnyOrder("Nia New", "Cy Contacted");
            assertThat(names(ava, "booked=lastMonth&status=CANCELLED"))
                    .containsExactly("Bo Booked");
            assertThat(names(ava, "owner=ava&created=thisYear&never=booked"))
                    .containsExactlyInAnyOrder("Old One", "Nia New", "Cy Contacted");
            assertThat(names(ava, "owner=noah&created=thisYear&never=booked")).isEmpty();

            assertThat(waiting(ava, "new")).containsExactly("Old One", "Nia New");
            assertThat(waiting(ava, "toRebook")).containsExactly("Bo Booked");
        }
    }

    private static String add(
            Caller caller, String first, String last, String email, String phone) {
        return caller.post(
                        "/leads",
                        Map.of(
                                "firstName", first,
                                "lastName", last,
                                "email", email,
                                "phone", phone,
                                "ownerId", "ava"))
                .expect(201)
                .json()
                .path("id")
                .asText();
    }

    private static List<String> waiting(Caller caller, String group) {
        return caller.get("/today")
                .expect(200)
                .json()
                .path("groups")
                .valueStream()
                .filter(found -> found.path("group").asText().equals(group))
                .flatMap(found -> found.path("items").valueStream())
                .map(item -> item.path("lead").path("name").asText())
                .toList();
    }

    private static List<String> names(Caller caller, String query) {
        return caller.get("/leads?" + query)
                .expect(200)
                .json()
                .path("items")
                .valueStream()
                .map(i -> i.path("name").asText())
                .toList();
    }
}
