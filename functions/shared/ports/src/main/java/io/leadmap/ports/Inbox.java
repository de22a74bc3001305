package io.leadmap.ports;

import io.leadmap.domain.practice.PracticeId;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What PMS systems sent, as it came, before anybody made sense of it (architecture decision 5). */
public interface Inbox {

    /**
     * What an event may have at most, in bytes, once it is compressed: an item of DynamoDB has 400
     * KB, and there are its keys and times.
     */
    int LARGEST = 396 * 1024;

    /** Keeps an event as received. */
    Storing store(Received event);

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

    /** What became of an event that was to be kept. */
    enum Storing {
        KEPT,
        /** The connection has sent this event id before: nothing was written. */
        KNOWN,
        /** Even compressed it is more than {@link #LARGEST}: nothing was written. */
        TOO_LARGE
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
