package io.leadmap.pmswebhook;

import io.leadmap.domain.practice.Connection;
import io.leadmap.domain.practice.PublicId;
import io.leadmap.ports.Capability;
import io.leadmap.ports.Inbox;
import io.leadmap.ports.PmsProvider;
import io.leadmap.ports.PmsProviders;
import io.leadmap.ports.Practices;
import io.leadmap.ports.Webhooks;
import io.leadmap.ports.Webhooks.Verdict;
import io.leadmap.ports.Webhooks.Webhook;

import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/**
 * Takes a PMS's webhook: verifies it, keeps it as it came, and leaves the rest for later
 * (architecture decision 5).
 */
final class ReceivePmsEvent {

    /** The largest body that is taken, in bytes. */
    public static final int LIMIT = 1024 * 1024;

    private final Practices practices;
    private final PmsProviders providers;
    private final Inbox inbox;
    private final URI publicUrl;
    private final InstantSource clock;

    /**
     * @param publicUrl the address of the API, without a slash at its end
     */
    ReceivePmsEvent(
            Practices practices,
            PmsProviders providers,
            Inbox inbox,
            URI publicUrl,
            InstantSource clock) {
        this.practices = practices;
        this.providers = providers;
        this.inbox = inbox;
        this.publicUrl = publicUrl;
        this.clock = clock;
    }

    /** What became of a webhook. */
    sealed interface Answer {

        /** It is kept, now or since the first time that it came. */
        record Stored() implements Answer {}

        record UnknownConnection() implements Answer {}

        /** More than {@link #LIMIT}. */
        record TooLarge() implements Answer {}

        /** Less than that, but it cannot be compressed to what can be kept. */
        record TooLargeToKeep() implements Answer {}

        record NotGenuine() implements Answer {}

        record Malformed(String where, String message) implements Answer {}
    }

    /**
     * Takes a webhook.
     *
     * @param publicId {@code PRACTICE-CONNECTIONID}, from the path
     */
    Answer receive(String publicId, Map<String, String> headers, byte[] body) {
        Optional<PublicId> named = PublicId.find(publicId);
        Optional<Connection> connection =
                named.flatMap(id ->
                        practices
                                .find(id.practice())
                                .flatMap(practice -> practice.connection(id.id())));
        Optional<PmsProvider> provider = connection.flatMap(c -> providers.find(c.provider()));
        if (named.isEmpty() || connection.isEmpty() || provider.isEmpty()) {
            return new Answer.UnknownConnection();
        }
        if (body.length > LIMIT) {
            return new Answer.TooLarge();
        }
        return switch (provider.get().webhooks()) {
            case Capability.Lacking<Webhooks> lacking -> new Answer.UnknownConnection();
            case Capability.Offered<Webhooks>(Webhooks webhooks) ->
                    take(named.get(), webhooks, connection.get(), headers, body);
        };
    }

    private Answer take(
            PublicId named,
            Webhooks webhooks,
            Connection connection,
            Map<String, String> headers,
            byte[] body) {
        Instant now = clock.instant();
        URI url = URI.create(publicUrl + "/pms/" + named.practice().value() + "-" + named.id());
        return switch (webhooks.verify(connection, new Webhook(url, headers, body, now))) {
            case Verdict.Refused() -> new Answer.NotGenuine();
            case Verdict.Malformed(String where, String message) ->
                    new Answer.Malformed(where, message);
            case Verdict.Genuine(String eventId, String text) -> {
                Inbox.Key key = new Inbox.Key(named.practice(), connection.id(), eventId);
                yield switch (inbox.store(new Inbox.Received(key, text, now))) {
                    case KEPT, KNOWN -> new Answer.Stored();
                    case TOO_LARGE -> new Answer.TooLargeToKeep();
                };
            }
        };
    }
}
