package io.leadmap.ports;

import io.leadmap.domain.appointment.Edition;
import io.leadmap.domain.appointment.Patient;
import io.leadmap.domain.lead.IdentityKey;
import io.leadmap.domain.practice.PracticeId;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The patients that PMS systems told us of, found by id, email or phone (domain section 9). */
public interface Patients {

    Optional<Known> find(PracticeId practice, String connectionId, String patientId);

    /**
     * The patients of every connection that have this email or phone and were not merged into
     * another.
     */
    List<Known> sharing(PracticeId practice, IdentityKey key);

    /**
     * Stores what is known, and by which email and phone it is found.
     *
     * @param before as it was read, null for a patient not known before
     * @return false if it has moved on
     */
    boolean store(PracticeId practice, @Nullable Known before, Known now);

    /**
     * A patient and what we keep about them.
     *
     * @param edition when they were told of, null for one who was only named
     * @param mergedInto the patient that took this one's place, null for none
     * @param absorbed every patient that was merged into this one, directly or not
     */
    record Known(
            Patient patient,
            @Nullable Edition edition,
            @Nullable String mergedInto,
            Set<String> absorbed) {
        public Known {
            absorbed = Set.copyOf(absorbed);
        }
    }
}
