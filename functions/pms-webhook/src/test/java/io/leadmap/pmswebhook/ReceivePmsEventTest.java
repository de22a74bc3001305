package io.leadmap.pmswebhook;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.leadmap.domain.practice.PracticeId;
import io.leadmap.pmswebhook.ReceivePmsEvent.Answer;
import io.leadmap.ports.Inbox;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a webhook is answered, and what is kept of it. */
class ReceivePmsEventTest {

    private final SignedWebhooks scene = new SignedWebhooks();
    private final String body =
            """
            {"type": "appointment.changed", "data": {"appointmentId": "a-1", "version": 1,
             "state": "booked", "updatedAt": "2026-03-01T00:00:01Z",
             "bookedAt": "2026-02-26T00:00:00Z", "startsAt": "2026-03-03T00:00:00Z",
             "division": null, "reference": null, "invoice": null,
             "patient": {"id": "p-1", "firstName": "Monique", "lastName": "Lee"}}}
            """;

    @Test
    void a_genuine_webhook_is_kept_as_it_came() {
        assertThat(scene.receive("brightwater-pms", "e-1", body)).isEqualTo(new Answer.Stored());
        assertThat(scene.store.inbox().find(key("e-1")))
                .contains(new Inbox.Received(key("e-1"), body, scene.now()));
        assertThat(waiting()).containsExactly(key("e-1"));
    }

    @Test
    void the_same_webhook_twice_is_kept_once_and_answered_the_same() {
        scene.receive("brightwater-pms", "e-1", body);
        assertThat(scene.receive("brightwater-pms", "e-1", body)).isEqualTo(new Answer.Stored());
        assertThat(waiting()).hasSize(1);
    }

    @Test
    void an_event_of_an_unknown_type_is_kept() {
        assertThat(scene.receive("brightwater-pms", "e-1", "{\"type\": \"room.painted\"}"))
                .isEqualTo(new Answer.Stored());
        assertThat(waiting()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "pms",
                "brightwater",
                "brightwater-",
                "brightwater-other",
                "other-pms",
                "Brightwater-pms",
                "brightwater-pms-"
            })
    void a_connection_that_does_not_exist_is_unknown(String publicId) {
        assertThat(scene.receive(publicId, "e-1", body)).isEqualTo(new Answer.UnknownConnection());
        assertThat(waiting()).isEmpty();
    }

    @Test
    void a_tampered_body_is_not_genuine() {
        Map<String, String> headers = scene.headers("e-1", body);
        assertThat(scene.receive("brightwater-pms", headers, (body + " ").getBytes(UTF_8)))
                .isEqualTo(new Answer.NotGenuine());
        assertThat(waiting()).isEmpty();
    }

    @Test
    void a_webhook_that_is_sent_again_later_is_stale() {
        Map<String, String> headers = scene.headers("e-1", body);
        scene.at("2026-02-27T09:05:01Z");
        assertThat(scene.receive("brightwater-pms", headers, body.getBytes(UTF_8)))
                .isEqualTo(new Answer.NotGenuine());
    }

    @Test
    void a_webhook_without_signature_is_not_genuine() {
        assertThat(scene.receive("brightwater-pms", Map.of(), body.getBytes(UTF_8)))
                .isEqualTo(new Answer.NotGenuine());
    }

    @Test
    void an_event_id_is_printable_and_not_long() {
        for (String id : List.of("a b", "é", "x".repeat(201))) {
            assertThat(
                            scene.receive(
                                    "brightwater-pms",
                                    new TreeMap<>(scene.headers(id, body)),
                                    body.getBytes(UTF_8)))
                    .isEqualTo(new Answer.NotGenuine());
        }
    }

    @Test
    void what_is_signed_but_no_event_is_malformed_and_not_kept() {
        assertThat(scene.receive("brightwater-pms", "e-1", "{"))
                .isInstanceOf(Answer.Malformed.class);
        assertThat(scene.receive("brightwater-pms", "e-1", body.replace("booked", "maybe")))
                .isEqualTo(
                        new Answer.Malformed(
                                "data.state",
                                "Send booked, arrived, completed, cancelled, didNotArrive or"
                                        + " deleted."));
        assertThat(waiting()).isEmpty();
    }

    @Test
    void a_body_over_a_megabyte_is_refused() {
        byte[] large = new byte[1024 * 1024 + 1];
        assertThat(scene.receive("brightwater-pms", Map.of(), large))
                .isEqualTo(new Answer.TooLarge());
    }

    private static Inbox.Key key(String eventId) {
        return new Inbox.Key(new PracticeId("brightwater"), "pms", eventId);
    }

    private List<Inbox.Key> waiting() {
        return scene.store.inbox().waiting(scene.now().plusSeconds(1), 10);
    }
}
