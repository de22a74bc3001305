package io.leadmap.ports;

import io.leadmap.domain.practice.Connection;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/** Asks a PMS that pushes nothing what has changed. */
@FunctionalInterface
public interface Polling {

    /**
     * Asks for what has changed since the last time.
     *
     * @param cursor what the last answer ended with, null for the first time: from the connection's
     *     start
     */
    Polled poll(Connection connection, @Nullable String cursor, Instant now);

    /** What a PMS answered. */
    sealed interface Polled {

        /**
         * Events to be kept, each under its id, and then the cursor.
         *
         * @param more whether there is more to ask for at once
         */
        record Page(List<Change> changes, String cursor, boolean more) implements Polled {
            public Page {
                changes = List.copyOf(changes);
            }
        }

        /** The PMS wants to be left alone until then: the cursor stays. */
        record NotBefore(Instant again) implements Polled {}

        /**
         * The PMS does not let us in.
         *
         * @param why without secrets
         */
        record Refused(String why) implements Polled {}
    }

    /**
     * One change.
     *
     * @param eventId made of the record's id and the time of its change, so that polls may overlap
     * @param body to be given to {@link PmsProvider#read}
     */
    record Change(String eventId, String body) {

        /** Without contents. */
        @Override
        public String toString() {
            return "Change[" + eventId + "]";
        }
    }
}
