package io.leadmap.ports;

import io.leadmap.domain.practice.Connection;

import java.net.URI;
import java.time.Instant;
import java.util.Map;

/** Takes what a PMS pushes. */
@FunctionalInterface
public interface Webhooks {

    /**
     * Tells whether a webhook comes from who holds one of the connection's secrets, came in time
     * and says something that we shall be able to read. The body is parsed at most once, and only
     * if it is genuine.
     */
    Verdict verify(Connection connection, Webhook webhook);

    /**
     * What came.
     *
     * @param url the public address under which the webhook is registered; some providers sign it
     * @param headers names in any case
     * @param body the bytes as they came
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Webhook(URI url, Map<String, String> headers, byte[] body, Instant receivedAt) {

        /** Without contents. */
        @Override
        public String toString() {
            return "Webhook[" + url + ", " + receivedAt + "]";
        }
    }

    /** What a webhook is worth. */
    sealed interface Verdict {

        /**
         * To be kept.
         *
         * @param eventId the provider's idempotency key: of its own, or made of what it sends
         * @param body to be given to {@link PmsProvider#read}
         */
        record Genuine(String eventId, String body) implements Verdict {

            /** Without contents. */
            @Override
            public String toString() {
                return "Genuine[" + eventId + "]";
            }
        }

        /** Genuine, but not what the provider's format says. */
        record Malformed(String where, String message) implements Verdict {}

        /** Unsigned, wrongly signed, too old or too new. */
        record Refused() implements Verdict {}
    }
}
