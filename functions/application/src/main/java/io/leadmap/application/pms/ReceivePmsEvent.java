package io.leadmap.application.pms;

import io.leadmap.application.Inbox;
import io.leadmap.application.Practices;
import io.leadmap.application.pms.PmsProvider.Reading;
import io.leadmap.application.pms.PmsProvider.Signature;
import io.leadmap.domain.practice.Connection;
import io.leadmap.domain.practice.PublicId;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/**
 * Takes a PMS's webhook: verifies it, keeps it as it came, and leaves the rest for later
 * (architecture decision 5).
 */
public final class ReceivePmsEvent {

    /** The largest body that is taken, in bytes. */
    public static final int LIMIT = 1024 * 1024;

    private final Practices practices;
    private final PmsProviders providers;
    private final Inbox inbox;
    private final InstantSource clock;

    public ReceivePmsEvent(
            Practices practices, PmsProviders providers, Inbox inbox, InstantSource clock) {
        this.practices = practices;
        this.providers = providers;
        this.inbox = inbox;
        this.clock = clock;
    }

    /** What became of a webhook. */
    public sealed interface Answer {

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
    public Answer receive(String publicId, Map<String, String> headers, byte[] body) {
        Instant now = clock.instant();
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
        return switch (provider.get().check(connection.get(), headers, body, now)) {
            case Signature.Refused() -> new Answer.NotGenuine();
            case Signature.Genuine(String eventId) ->
                    keep(
                            provider.get(),
                            new Inbox.Key(named.get().practice(), connection.get().id(), eventId),
                            body,
                            now);
        };
    }

    private Answer keep(PmsProvider provider, Inbox.Key key, byte[] body, Instant now) {
        String text;
        try {
            text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
        } catch (CharacterCodingException e) {
            return new Answer.Malformed("", "Send UTF-8.");
        }
        return switch (provider.read(text, now)) {
            case Reading.Unreadable(String where, String message) ->
                    new Answer.Malformed(where, message);
            case Reading.Read read ->
                    switch (inbox.store(new Inbox.Received(key, text, now))) {
                        case KEPT, KNOWN -> new Answer.Stored();
                        case TOO_LARGE -> new Answer.TooLargeToKeep();
                    };
        };
    }
}
