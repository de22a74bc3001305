package io.leadmap.application.pms;

import io.leadmap.domain.practice.Connection;

import java.time.Instant;
import java.util.Map;

/** Speaks one PMS's language: how its webhooks are signed and what they say. */
public interface PmsProvider {

    /**
     * Tells whether a webhook comes from who holds one of the connection's secrets, and came in
     * time.
     *
     * @param headers names in any case
     * @param body the bytes as they came
     */
    Signature check(Connection connection, Map<String, String> headers, byte[] body, Instant now);

    /**
     * Reads an event.
     *
     * @param receivedAt stands in for times that the event does not give
     */
    Reading read(String body, Instant receivedAt);

    /** What a signature is worth. */
    sealed interface Signature {

        /**
         * @param eventId the provider's idempotency key
         */
        record Genuine(String eventId) implements Signature {}

        /** Unsigned, wrongly signed, too old or too new. */
        record Refused() implements Signature {}
    }

    /** What was read. */
    sealed interface Reading {
        record Read(PmsEvent event) implements Reading {}

        /**
         * Not what the provider's format says.
         *
         * @param where the member that is wrong, empty for the whole
         * @param message what to do about it, without the value
         */
        record Unreadable(String where, String message) implements Reading {}
    }
}
