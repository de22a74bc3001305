package io.leadmap.conformance;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs as the demonstration's PMS does (Standard Webhooks). */
final class Webhook {

    private static final String SECRET = "YnJpZ2h0d2F0ZXItZGVtby1zZWNyZXQtMDE=";

    private Webhook() {}

    /** The headers of an event. */
    static Map<String, String> signed(String id, Instant now, String body) {
        String time = Long.toString(now.getEpochSecond());
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(SECRET), "HmacSHA256"));
            byte[] signature =
                    mac.doFinal((id + "." + time + "." + body).getBytes(StandardCharsets.UTF_8));
            return Map.of(
                    "webhook-id",
                    id,
                    "webhook-timestamp",
                    time,
                    "webhook-signature",
                    "v1," + Base64.getEncoder().encodeToString(signature));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
