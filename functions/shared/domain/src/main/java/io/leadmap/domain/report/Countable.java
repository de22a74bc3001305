package io.leadmap.domain.report;

import io.leadmap.domain.lead.Dates;
import io.leadmap.domain.lead.Lead;
import io.leadmap.domain.lead.Status;
import io.leadmap.domain.lead.SuspensionCause;

import org.jspecify.annotations.Nullable;

import java.util.Set;

/**
 * All that the Mega Report knows of a lead: nothing personal, so that the stored head of a lead is
 * enough and an erased lead keeps counting (domain section 10).
 */
public record Countable(
        Status status,
        Set<SuspensionCause> suspensions,
        Dates dates,
        String division,
        @Nullable String source,
        @Nullable String owner) {

    public Countable {
        suspensions = Set.copyOf(suspensions);
    }

    public static Countable of(Lead lead) {
        return new Countable(
                lead.status(),
                lead.suspension().causes(),
                lead.dates(),
                lead.origin().division(),
                lead.origin().source(),
                lead.owner());
    }

    /**
     * Tells whether the lead stands in any row: it may be a patient, it is a person, and it is
     * nobody's double.
     */
    public boolean counts() {
        return status != Status.INVALID
                && !suspensions.contains(SuspensionCause.SPAM)
                && !suspensions.contains(SuspensionCause.DUPLICATE);
    }
}
