package io.leadmap.pmswebhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.leadmap.desk.DemoPractice;
import io.leadmap.domain.practice.Connection;
import io.leadmap.pms.KnownProviders;
import io.leadmap.pmswebhook.ReceivePmsEvent.Answer;
import io.leadmap.testkit.InMemoryStore;

import java.net.URI;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A practice whose PMS signs what it sends with the second of its connection's secrets. */
final class SignedWebhooks {

    private static final byte[] KEY = "a key of twenty-four byt".getBytes(UTF_8);

    final InMemoryStore store = new InMemoryStore(() -> now());
    private final ReceivePmsEvent receiving =
            new ReceivePmsEvent(
                    store.practices(),
                    new KnownProviders(),
                    store.inbox(),
                    URI.create("https://leadmap.example"),
                    () -> now());
    private Instant now = Instant.parse("2026-02-27T09:00:00Z");

    SignedWebhooks() {
        Connection connection =
                new Connection(
                        "pms",
                        "standard",
                        List.of(
                                "whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYX",
                                "whsec_" + Base64.getEncoder().encodeToString(KEY)),
                        Map.of(),
                        Instant.parse("2026-01-01T00:00:00Z"));
        store.practices()
                .store(DemoPractice.read().edit().connections(List.of(connection)).done(), 0);
    }

    Instant now() {
        return now;
    }

    void at(String instant) {
        now = Instant.parse(instant);
    }

    /** Signs and sends an event. */
    Answer receive(String publicId, String eventId, String body) {
        return receive(publicId, headers(eventId, body), body.getBytes(UTF_8));
    }

    Answer receive(String publicId, Map<String, String> headers, byte[] body) {
        return receiving.receive(publicId, headers, body);
    }

    /** The headers of a webhook that is sent now. */
    Map<String, String> headers(String eventId, String body) {
        long seconds = now.getEpochSecond();
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(KEY, "HmacSHA256"));
            byte[] signature = mac.doFinal((eventId + "." + seconds + "." + body).getBytes(UTF_8));
            return Map.of(
                    "webhook-id",
                    eventId,
                    "webhook-timestamp",
                    Long.toString(seconds),
                    "webhook-signature",
                    "v1," + Base64.getEncoder().encodeToString(signature));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
