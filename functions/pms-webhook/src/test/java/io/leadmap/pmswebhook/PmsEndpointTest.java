package io.leadmap.pmswebhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.leadmap.desk.DemoPractice;
import io.leadmap.desk.RoutesCall;
import io.leadmap.domain.practice.Connection;
import io.leadmap.domain.practice.Practice;
import io.leadmap.lambda.HttpRequest;
import io.leadmap.lambda.HttpResponse;
import io.leadmap.lambda.Routes;
import io.leadmap.ports.Capability;
import io.leadmap.ports.Inbox;
import io.leadmap.ports.PatientCreation;
import io.leadmap.ports.PmsEvent;
import io.leadmap.ports.PmsProvider;
import io.leadmap.ports.Polling;
import io.leadmap.ports.Unavailable;
import io.leadmap.ports.Webhooks;
import io.leadmap.testkit.InMemoryStore;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** What PMS systems are answered (section Public of the API). */
class PmsEndpointTest {

    private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");

    private final InstantSource clock = () -> NOW;
    private final InMemoryStore store = new InMemoryStore(clock);
    private final PmsEndpoint endpoint = endpoint(store.inbox());

    @BeforeEach
    void configure() {
        assertThat(store.practices().store(connected(DemoPractice.read()), 0)).isTrue();
    }

    @Test
    void a_stored_event_is_accepted() {
        HttpResponse response = post("brightwater-pms", "good", "{}");
        assertThat(response.status()).isEqualTo(202);
        assertThat(response.text()).isEmpty();
        assertThat(store.inbox().waiting(NOW.plusSeconds(1), 10))
                .extracting(Inbox.Key::eventId)
                .containsExactly("e-1");
    }

    @Test
    void an_unknown_connection_is_not_found() {
        assertThat(post("brightwater-other", "good", "{}").status()).isEqualTo(404);
        assertThat(post("nobody-pms", "good", "{}").status()).isEqualTo(404);
    }

    @Test
    void a_connection_whose_pms_pushes_nothing_is_not_found() {
        PmsEndpoint polled = endpoint(store.inbox(), new Polled());
        assertThat(post(polled, "brightwater-pms", "good", "{}").status()).isEqualTo(404);
        assertThat(store.inbox().waiting(NOW.plusSeconds(1), 10)).isEmpty();
    }

    @Test
    void a_bad_signature_is_unauthorised_and_says_what_to_do() {
        HttpResponse response = post("brightwater-pms", "bad", "{}");
        assertThat(response.status()).isEqualTo(401);
        assertThat(response.text())
                .contains("bad-signature")
                .contains("Sign id, time and raw body");
        assertThat(store.inbox().waiting(NOW.plusSeconds(1), 10)).isEmpty();
    }

    @Test
    void a_malformed_event_is_a_bad_request_that_names_the_place() {
        HttpResponse response = post("brightwater-pms", "good", "wrong");
        assertThat(response.status()).isEqualTo(400);
        assertThat(response.text()).contains("data.state").contains("Send a state.");
        assertThat(post("brightwater-pms", "good", "garbage").status()).isEqualTo(400);
    }

    @Test
    void an_event_over_a_megabyte_is_too_large() {
        assertThat(post("brightwater-pms", "good", "x".repeat(1024 * 1024 + 1)).status())
                .isEqualTo(413);
    }

    @Test
    void an_event_that_cannot_be_kept_even_compressed_is_too_large_and_says_so() {
        StringBuilder noise = new StringBuilder("noise:");
        new Random(1).ints(600_000, '!', '~').forEach(c -> noise.append((char) c));

        HttpResponse response = post("brightwater-pms", "good", noise.toString());

        assertThat(response.status()).isEqualTo(413);
        assertThat(response.text()).contains("send less at once");
        assertThat(store.inbox().waiting(NOW.plusSeconds(1), 10)).isEmpty();
    }

    @Test
    void an_event_that_could_not_be_stored_is_a_fault_and_is_stored_when_it_comes_again() {
        PmsEndpoint refusing = endpoint(new Refusing(store.inbox()));
        assertThatThrownBy(() -> post(refusing, "brightwater-pms", "good", "{}"))
                .isInstanceOf(Unavailable.class); // which callers see as 503
        assertThat(post("brightwater-pms", "good", "{}").status()).isEqualTo(202);
        assertThat(store.inbox().waiting(NOW.plusSeconds(1), 10)).hasSize(1);
    }

    private HttpResponse post(String connectionId, String signature, String body) {
        return post(endpoint, connectionId, signature, body);
    }

    private PmsEndpoint endpoint(Inbox inbox) {
        return endpoint(inbox, new Trusting());
    }

    private PmsEndpoint endpoint(Inbox inbox, PmsProvider provider) {
        return new PmsEndpoint(
                new ReceivePmsEvent(
                        store.practices(),
                        name -> Optional.of(provider),
                        inbox,
                        URI.create("https://leadmap.example"),
                        clock));
    }

    private static HttpResponse post(
            PmsEndpoint to, String connectionId, String signature, String body) {
        return RoutesCall.answer(
                to.addTo(new Routes()),
                new HttpRequest(
                        "POST",
                        "POST /pms/{connectionId}",
                        "/pms/" + connectionId,
                        Map.of("connectionId", connectionId),
                        Map.of(),
                        Map.of("signature", signature),
                        body.getBytes(UTF_8),
                        Map.of(),
                        "203.0.113.7",
                        "request"));
    }

    private static Practice connected(Practice p) {
        return p.edit()
                .connections(List.of(new Connection("pms", "any", List.of(), Map.of(), NOW)))
                .done();
    }

    /** A provider whose signature is the word "good", for the address of this connection alone. */
    private static class Trusting implements PmsProvider {

        @Override
        public List<Fault> problems(Connection connection) {
            return List.of();
        }

        @Override
        public Capability<Webhooks> webhooks() {
            return new Capability.Offered<>(this::verify);
        }

        @Override
        public Capability<Polling> polling() {
            return new Capability.Lacking<>("it pushes");
        }

        @Override
        public Capability<PatientCreation> patientCreation() {
            return new Capability.Lacking<>("it takes none");
        }

        private Webhooks.Verdict verify(Connection connection, Webhooks.Webhook webhook) {
            String body = new String(webhook.body(), UTF_8);
            URI registered = URI.create("https://leadmap.example/pms/brightwater-pms");
            if (!webhook.url().equals(registered)
                    || !"good".equals(webhook.headers().get("signature"))) {
                return new Webhooks.Verdict.Refused();
            }
            return switch (read(body, webhook.receivedAt())) {
                case Reading.Unreadable(String where, String message) ->
                        new Webhooks.Verdict.Malformed(where, message);
                case Reading.Read read -> new Webhooks.Verdict.Genuine("e-1", body);
            };
        }

        @Override
        public Reading read(String body, Instant receivedAt) {
            return switch (body.startsWith("noise") ? "{}" : body) {
                case "{}" -> new Reading.Read(new PmsEvent.Unknown("any"));
                case "wrong" -> new Reading.Unreadable("data.state", "Send a state.");
                default -> new Reading.Unreadable("", "Send one JSON object.");
            };
        }
    }

    /** A provider that sends no webhooks. */
    private static final class Polled extends Trusting {

        @Override
        public Capability<Webhooks> webhooks() {
            return new Capability.Lacking<>("it is polled");
        }
    }

    /** An inbox whose table refuses what is written. */
    private record Refusing(Inbox inbox) implements Inbox {

        @Override
        public Storing store(Received event) {
            throw new Unavailable("the table refuses", null);
        }

        @Override
        public Optional<Received> find(Key key) {
            return inbox.find(key);
        }

        @Override
        public void done(Key key, Outcome outcome, Instant at) {
            inbox.done(key, outcome, at);
        }

        @Override
        public List<Key> waiting(Instant before, int limit) {
            return inbox.waiting(before, limit);
        }
    }
}
