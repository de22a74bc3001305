package io.leadmap.pms;

import io.leadmap.application.pms.PmsProvider;
import io.leadmap.domain.practice.Connection;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Our own format: anything that can post JSON, signed the Standard Webhooks way. */
public final class StandardProvider implements PmsProvider {

    /** The name under which connections ask for it. */
    public static final String NAME = "standard";

    private static final Pattern EVENT_ID = Pattern.compile("[\\x21-\\x7e]{1,200}");

    private final WebhookVerifier verifier = new WebhookVerifier(SignatureScheme.STANDARD);

    @Override
    public Signature check(
            Connection connection, Map<String, String> headers, byte[] body, Instant now) {
        WebhookVerifier.Webhook webhook = new WebhookVerifier.Webhook(headers, "", body);
        Optional<String> eventId =
                verifier.eventId(webhook).filter(id -> EVENT_ID.matcher(id).matches());
        return eventId.isPresent() && verifier.isGenuine(webhook, connection.secrets(), now)
                ? new Signature.Genuine(eventId.get())
                : new Signature.Refused();
    }

    @Override
    public Reading read(String body, Instant receivedAt) {
        return new StandardReader(receivedAt).read(body);
    }
}
