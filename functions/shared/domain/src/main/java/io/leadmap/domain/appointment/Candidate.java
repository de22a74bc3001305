package io.leadmap.domain.appointment;

import io.leadmap.domain.lead.PatientLink;
import io.leadmap.domain.lead.Status;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Objects;

/**
 * What of a lead decides which appointments it may take (domain section 9): enough to tell from two
 * images of a lead's head whether linking is worth trying again.
 *
 * @param hasLiveAppointment it is linked to one that is neither cancelled nor unattended
 * @param contact stands for its names and addresses; equal as long as they are
 */
public record Candidate(
        Status status,
        boolean hasLiveAppointment,
        String division,
        Instant entered,
        @Nullable PatientLink patient,
        String contact) {

    /**
     * Tells whether the lead may take an appointment now that it could not take as it was before.
     *
     * @param before null if the lead is new
     */
    public boolean mayTakeMoreThan(@Nullable Candidate before) {
        if (hasLiveAppointment || status == Status.INVALID) {
            return false;
        }
        return before == null
                || before.hasLiveAppointment
                || (before.status != status && mayBeClosed(before.status))
                || !isFoundLike(before);
    }

    /** A lost lead takes appointments or not, according to who gave it up. */
    private static boolean mayBeClosed(Status status) {
        return switch (status) {
            case LOST, INVALID -> true;
            case CREATED, CONTACTED, BOOKED, CANCELLED, INVOICED -> false;
        };
    }

    private boolean isFoundLike(Candidate other) {
        return division.equals(other.division)
                && entered.equals(other.entered)
                && contact.equals(other.contact)
                && Objects.equals(patient, other.patient);
    }
}
