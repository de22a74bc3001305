package io.leadmap.acceptance;

import static io.leadmap.acceptance.Leadmap.json;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A practice-management system that posts appointments, signed the Standard Webhooks way. */
final class StandardPms {

    private static final Map<String, String> SECRETS =
            Map.of(
                    "brightwater-pms", "whsec_YnJpZ2h0d2F0ZXItZGVtby1zZWNyZXQtMDE=",
                    "northlight-pms", "whsec_bm9ydGhsaWdodC1kZW1vLXNlY3JldC0wMDAx");

    private final Leadmap leadmap;
    private final String connection;

    StandardPms(Leadmap leadmap, String connection) {
        this.leadmap = leadmap;
        this.connection = connection;
    }

    /** Posts an event with a good signature of now. */
    Answer post(String webhookId, String body) {
        long timestamp = leadmap.now().getEpochSecond();
        return post(webhookId, timestamp, body, sign(webhookId, timestamp, body));
    }

    Answer post(String webhookId, long timestamp, String body, String signature) {
        return leadmap.anyone()
                .send(
                        "POST",
                        "/pms/" + connection,
                        body,
                        "application/json",
                        Map.of(
                                "webhook-id", webhookId,
                                "webhook-timestamp", Long.toString(timestamp),
                                "webhook-signature", signature));
    }

    String sign(String webhookId, long timestamp, String body) {
        try {
            byte[] key =
                    Base64.getDecoder()
                            .decode(
                                    Objects.requireNonNull(SECRETS.get(connection))
                                            .substring("whsec_".length()));
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            byte[] signed =
                    mac.doFinal(
                            (webhookId + "." + timestamp + "." + body)
                                    .getBytes(StandardCharsets.UTF_8));
            return "v1," + Base64.getEncoder().encodeToString(signed);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    /** An {@code appointment.changed} event. */
    static String appointment(
            String id,
            int version,
            String state,
            Instant bookedAt,
            Instant startsAt,
            @Nullable Map<String, ?> invoice,
            Map<String, ?> patient) {
        Map<String, Object> data = new HashMap<>();
        data.put("appointmentId", id);
        data.put("version", version);
        data.put("updatedAt", bookedAt.plusSeconds(version).toString());
        data.put("state", state);
        data.put("bookedAt", bookedAt.toString());
        data.put("startsAt", startsAt.toString());
        data.put("endsAt", startsAt.plusSeconds(1800).toString());
        data.put("division", null);
        data.put("reference", null);
        data.put("invoice", invoice);
        data.put("patient", patient);
        return json(Map.of("type", "appointment.changed", "data", data));
    }

    static Map<String, @Nullable Object> patient(
            String id, String firstName, String lastName, String email, @Nullable String phone) {
        Map<String, @Nullable Object> patient = new HashMap<>();
        patient.put("id", id);
        patient.put("firstName", firstName);
        patient.put("lastName", lastName);
        patient.put("email", email);
        patient.put("phone", phone);
        patient.put("dateOfBirth", null);
        return patient;
    }
}
