package io.leadmap.browser;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The PMS of Brightwater's connection: tells of an appointment, signed (Standard Webhooks). */
final class PracticeSystem {

    private static final byte[] KEY =
            Base64.getDecoder().decode("YnJpZ2h0d2F0ZXItZGVtby1zZWNyZXQtMDE=");

    private final Product product;
    private int events;

    PracticeSystem(Product product) {
        this.product = product;
    }

    /**
     * Tells of an appointment as it is now.
     *
     * @param id of the appointment, and of its patient
     * @param invoicedAt when it was paid for, if it was
     */
    void tell(
            String id,
            String state,
            Map<String, String> person,
            Instant bookedAt,
            Instant startsAt,
            Optional<Instant> invoicedAt) {
        events++;
        Map<String, Object> patient = new HashMap<>(person);
        patient.put("id", "p-" + id);
        patient.put("dateOfBirth", null);
        Map<String, Object> data = new HashMap<>();
        data.put("appointmentId", id);
        data.put("version", events);
        data.put("updatedAt", bookedAt.plusSeconds(events).toString());
        data.put("state", state);
        data.put("bookedAt", bookedAt.toString());
        data.put("startsAt", startsAt.toString());
        data.put("endsAt", startsAt.plusSeconds(1800).toString());
        data.put("division", null);
        data.put("reference", null);
        data.put(
                "invoice",
                invoicedAt
                        .map(at ->
                                Map.of(
                                        "id",
                                        "i-" + id,
                                        "at",
                                        at.toString(),
                                        "amount",
                                        "120.00",
                                        "currency",
                                        "AUD"))
                        .orElse(null));
        data.put("patient", patient);
        String body = Product.json(Map.of("type", "appointment.changed", "data", data));
        String event = "evt-" + id + "-" + events;
        String now = Long.toString(product.now().getEpochSecond());
        product.send(
                "/pms/brightwater-pms",
                body,
                Map.of(
                        "webhook-id", event,
                        "webhook-timestamp", now,
                        "webhook-signature", sign(event + "." + now + "." + body)));
    }

    private static String sign(String content) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(KEY, "HmacSHA256"));
            byte[] signed = mac.doFinal(content.getBytes(StandardCharsets.UTF_8));
            return "v1," + Base64.getEncoder().encodeToString(signed);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
