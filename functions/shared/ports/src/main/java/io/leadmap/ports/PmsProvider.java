package io.leadmap.ports;

import io.leadmap.domain.practice.Connection;

import java.time.Instant;
import java.util.List;

/**
 * Speaks one PMS's language. Every provider reads its events; how these come to us, and whether
 * patients can be sent there, differs ({@link Capability}).
 */
public interface PmsProvider {

    /** What is wrong with a connection's configuration; empty if we can speak over it. */
    List<Fault> problems(Connection connection);

    /**
     * Reads an event that was kept.
     *
     * @param receivedAt stands in for times that the event does not give
     */
    Reading read(String body, Instant receivedAt);

    /** Taking what the PMS pushes. */
    Capability<Webhooks> webhooks();

    /** Asking the PMS what has changed. */
    Capability<Polling> polling();

    /** Making patients in the PMS. */
    Capability<PatientCreation> patientCreation();

    /**
     * What is wrong with a connection.
     *
     * @param member of its document, such as {@code secrets[0]}
     * @param message what is needed, without the value
     */
    record Fault(String member, String message) {}

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
