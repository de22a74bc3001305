package io.leadmap.ports;

import io.leadmap.domain.lead.Fields;
import io.leadmap.domain.lead.LeadId;
import io.leadmap.domain.practice.Connection;

/** Makes patients in a PMS (domain section 9, patient shipping). */
@FunctionalInterface
public interface PatientCreation {

    /**
     * Makes a patient of a lead, unless the PMS has one under this reference. May be called again
     * with the same lead: it is never made twice.
     *
     * @param reference what the PMS keeps with the patient and sends back to us
     */
    Creation create(Connection connection, LeadId reference, Fields fields);

    /** What became of it. */
    sealed interface Creation {

        /** There is a patient for the lead, now or since an earlier call. */
        record Created(String patientId) implements Creation {}

        /** It may work later; nothing was made, or the next call will find it. */
        record NotYet(String why) implements Creation {}

        /** The PMS will not take the patient as they are. */
        record Refused(String why) implements Creation {}
    }
}
