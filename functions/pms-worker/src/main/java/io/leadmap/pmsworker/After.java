package io.leadmap.pmsworker;

import io.leadmap.domain.lead.LeadId;

/** What is to be looked at once a step is taken. */
sealed interface After {

    record Nothing() implements After {}

    /** The lead has lost its appointment and may take another. */
    record Freed(LeadId lead) implements After {}

    /**
     * No lead could take the appointment.
     *
     * @param among who was looked at
     */
    record Unplaced(LeadsOfPatient among) implements After {}
}
