package io.leadmap.ports;

import io.leadmap.domain.practice.PracticeId;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The latest snapshot of each appointment (domain section 9). Those that change a lead are stored
 * by {@link Leads#append}.
 */
public interface Appointments {

    Optional<Snapshot> find(PracticeId practice, String connectionId, String appointmentId);

    /** Every snapshot of these patients, deleted appointments among them, earliest start first. */
    List<Snapshot> ofPatients(PracticeId practice, String connectionId, Set<String> patientIds);

    /**
     * Stores a snapshot that changes no lead.
     *
     * @return false if the stored one is no longer of {@link Snapshot#revision}
     */
    boolean store(PracticeId practice, Snapshot snapshot);
}
