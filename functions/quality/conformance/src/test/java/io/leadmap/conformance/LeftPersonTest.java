package io.leadmap.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.Map;

/** What becomes of a person's leads and hand-overs when they leave (domain section 3). */
class LeftPersonTest {

    private static int practices;

    private Conversation people;
    private String lead = "";

    @BeforeEach
    void noahIsAskedToTakeALeadOver() {
        practices++;
        people =
                new Conversation(
                        new Deployment(Instant.parse("2026-03-01T00:00:00Z")), "left" + practices);
        lead =
                people.post(
                                "/leads",
                                "{\"firstName\":\"Lea\",\"email\":\"lea@example.com\",\"ownerId\":\"ava\"}")
                        .expect(201)
                        .json()
                        .path("id")
                        .asText();
        people.post("/leads/" + lead + "/owner", "{\"ownerId\":\"noah\",\"transfer\":true}")
                .expect(200);
    }

    private void active(String person, boolean active) {
        people.deployment.configure(
                people.practice,
                document -> {
                    for (JsonNode one : document.path("people")) {
                        if (one.path("id").asText().equals(person)) {
                            ((ObjectNode) one).put("active", active).put("activeSince", 0);
                        }
                    }
                });
    }

    private JsonNode record() {
        return people.get("/leads/" + lead).expect(200).json();
    }

    private int found(String query) {
        return people.get("/leads?" + query).expect(200).json().path("items").size();
    }

    private JsonNode row() {
        return people.get("/leads?limit=1").expect(200).json().at("/items/0");
    }

    private Answer accept() {
        return people.call("noah", "POST", "/leads/" + lead + "/transfer/accept", Map.of(), "");
    }

    @Test
    void a_lapsed_transfer_leaves_every_answer_and_does_not_return_with_the_person() {
        assertThat(row().path("transferTo").asText()).isEqualTo("noah");
        assertThat(found("transferTo=noah")).isEqualTo(1);

        active("noah", false);
        assertThat(record().path("transferTo").isNull()).isTrue();
        assertThat(row().path("transferTo").isNull()).isTrue();
        assertThat(found("transferTo=noah")).isZero();

        active("noah", true);
        assertThat(record().path("transferTo").isNull()).isTrue();
        assertThat(row().path("transferTo").isNull()).isTrue();
        assertThat(found("transferTo=noah")).isZero();
        assertThat(accept().expect(409).json().path("type").asText()).isEqualTo("no-transfer");
        people.post("/leads/" + lead + "/owner", "{\"ownerId\":\"noah\",\"transfer\":true}")
                .expect(200);
        assertThat(accept().expect(200).json().at("/owner/id").asText()).isEqualTo("noah");
    }

    @Test
    void the_system_withdraws_it_once_with_what_is_decided_next() {
        active("noah", false);
        for (int i = 0; i < 2; i++) {
            people.post("/leads/" + lead + "/calls", "{\"outcome\":\"noAnswer\"}").expect(200);
        }

        JsonNode withdrawn =
                people.get("/leads/" + lead + "/history?type=transferWithdrawn")
                        .expect(200)
                        .json()
                        .path("items");
        assertThat(withdrawn).hasSize(1);
        assertThat(withdrawn.at("/0/actor/kind").asText()).isEqualTo("system");
        assertThat(withdrawn.at("/0/lapsed").asBoolean()).isTrue();
        assertThat(withdrawn.at("/0/to").asText()).isEqualTo("noah");
    }

    @Test
    void a_person_who_stays_is_still_asked_whatever_else_changes() {
        active("mei", false);
        active("mei", true);
        assertThat(record().at("/transferTo/id").asText()).isEqualTo("noah");
        assertThat(accept().expect(200).json().at("/owner/id").asText()).isEqualTo("noah");
    }

    @Test
    void the_open_leads_of_who_has_left_count_as_unassigned() {
        active("ava", false);
        Answer none = people.call("noah", "GET", "/leads?owner=none", Map.of(), "");
        assertThat(none.expect(200).json().path("items")).hasSize(1);
        assertThat(none.json().at("/items/0/owner").isNull()).isTrue();
        Answer avas = people.call("noah", "GET", "/leads?owner=ava", Map.of(), "");
        assertThat(avas.expect(200).json().path("items")).isEmpty();
    }
}
