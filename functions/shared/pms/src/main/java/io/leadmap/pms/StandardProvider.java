package io.leadmap.pms;

import io.leadmap.domain.practice.Connection;
import io.leadmap.ports.Capability;
import io.leadmap.ports.PatientCreation;
import io.leadmap.ports.PmsProvider;
import io.leadmap.ports.Polling;
import io.leadmap.ports.Webhooks;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Our own format: anything that can post JSON, signed the Standard Webhooks way. */
public final class StandardProvider implements PmsProvider {

    /** The name under which connections ask for it. */
    public static final String NAME = "standard";

    private static final Pattern EVENT_ID = Pattern.compile("[\\x21-\\x7e]{1,200}");

    private final WebhookVerifier verifier = new WebhookVerifier(SignatureScheme.STANDARD);

    @Override
    public List<Fault> problems(Connection connection) {
        List<Fault> faults = new ArrayList<>();
        List<String> secrets = connection.secrets();
        if (secrets.isEmpty() || secrets.size() > 2) {
            faults.add(new Fault("secrets", "one secret, or two while it is changed, are needed"));
        }
        for (int i = 0; i < secrets.size(); i++) {
            if (!WebhookVerifier.isStandardSecret(secrets.get(i))) {
                faults.add(
                        new Fault(
                                "secrets[" + i + "]",
                                "whsec_ and the base64 of 24 to 64 bytes are needed"));
            }
        }
        return faults;
    }

    @Override
    public Reading read(String body, Instant receivedAt) {
        return new StandardReader(receivedAt).read(body);
    }

    @Override
    public Capability<Webhooks> webhooks() {
        return new Capability.Offered<>(this::verify);
    }

    @Override
    public Capability<Polling> polling() {
        return new Capability.Lacking<>("Our own format is pushed: there is nobody to ask.");
    }

    @Override
    public Capability<PatientCreation> patientCreation() {
        return new Capability.Lacking<>("A connection of our own format names no patientUrl yet.");
    }

    private Webhooks.Verdict verify(Connection connection, Webhooks.Webhook came) {
        WebhookVerifier.Webhook webhook =
                new WebhookVerifier.Webhook(came.headers(), came.url().toString(), came.body());
        Optional<String> eventId =
                verifier.eventId(webhook).filter(id -> EVENT_ID.matcher(id).matches());
        if (eventId.isEmpty()
                || !verifier.isGenuine(webhook, connection.secrets(), came.receivedAt())) {
            return new Webhooks.Verdict.Refused();
        }
        String body;
        try {
            body =
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(came.body()))
                            .toString();
        } catch (CharacterCodingException e) {
            return new Webhooks.Verdict.Malformed("", "Send UTF-8.");
        }
        return switch (read(body, came.receivedAt())) {
            case Reading.Unreadable(String where, String message) ->
                    new Webhooks.Verdict.Malformed(where, message);
            case Reading.Read read -> new Webhooks.Verdict.Genuine(eventId.get(), body);
        };
    }
}
