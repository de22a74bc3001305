package io.leadmap.domain.lead;

import io.leadmap.domain.history.StatusEntry;

import org.jspecify.annotations.Nullable;

/**
 * Where a lead stands (domain section 3); when it came there is in its {@link Dates}.
 *
 * @param invalidFrom the status that INVALID was set on, null outside INVALID: what the dates tell
 *     of, because INVALID changes none
 * @param lossReason null outside LOST
 * @param lostBySweep LOST was set by the dead-lead sweep, not by a person
 */
public record LeadStage(
        Status status,
        @Nullable Status invalidFrom,
        @Nullable LossReason lossReason,
        boolean lostBySweep) {

    /** Where every lead begins. */
    public static final LeadStage CREATED = new LeadStage(Status.CREATED, null, null, false);

    /** The status that its dates tell of: while it is INVALID the one that it had before. */
    public Status standing() {
        return invalidFrom == null ? status : invalidFrom;
    }

    LeadStage after(StatusEntry.StatusChanged e) {
        return new LeadStage(
                e.to(),
                e.to() == Status.INVALID ? standing() : null,
                e.to() == Status.LOST ? e.lossReason() : null,
                e.to() == Status.LOST && e.bySweep());
    }
}
