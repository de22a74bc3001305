package io.leadmap.application;

import io.leadmap.domain.practice.PracticeId;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What PMS systems sent, as it came, before anybody made sense of it (architecture decision 5). */
public interface Inbox {

    /**
     * Keeps an event as received.
     *
     * @return false if the connection has sent this event id before: nothing was written
     */
    boolean store(Received event);

    Optional<Received> find(Key key);

    /**
     * Marks an event as done with, so that {@link #waiting} does not name it any more; once is
     * enough.
     */
    void done(Key key, Outcome outcome, Instant at);

    /**
     * Events of every practice that were received before a time and are not done with, oldest
     * first.
     */
    List<Key> waiting(Instant before, int limit);

    /**
     * Names an event.
     *
     * @param eventId the provider's idempotency key, any text of 1 to 200 characters
     */
    record Key(PracticeId practice, String connectionId, String eventId) {}

    /**
     * @param body the raw body, never logged
     */
    record Received(Key key, String body, Instant at) {

        /** Without contents. */
        @Override
        public String toString() {
            return "Received[" + key + ", " + at + "]";
        }
    }

    /** How an event ended. Raw events stay, so that they can be interpreted anew. */
    enum Outcome {
        /** It was understood; it may have been old news. */
        INTERPRETED,
        /** Of a type that we do not know: kept. */
        UNKNOWN_TYPE,
        /** Of a known type, but not what that type must be: kept. */
        UNREADABLE
    }
}
