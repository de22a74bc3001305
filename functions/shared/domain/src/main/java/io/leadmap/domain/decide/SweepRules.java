package io.leadmap.domain.decide;

import io.leadmap.domain.history.ContactEntry;
import io.leadmap.domain.history.StatusEntry;
import io.leadmap.domain.lead.Lead;
import io.leadmap.domain.lead.LossReason;
import io.leadmap.domain.lead.Status;
import io.leadmap.domain.practice.Settings.DeadLeads;

import java.time.Instant;
import java.util.Optional;

/** The dead-lead decision (domain section 3). */
final class SweepRules {

    private SweepRules() {}

    /** Gives the lead up if that is due, or proposes it to the owner, as the practice wants. */
    static Optional<Refusal> sweep(Chapter chapter) {
        Lead lead = chapter.lead();
        Optional<Instant> due = DueRules.deadLeadDue(lead, chapter.settings());
        if (due.isEmpty() || due.get().isAfter(chapter.at())) {
            return Optional.empty();
        }
        int attempts = lead.followUp().attempts().count();
        if (chapter.settings().deadLeads() == DeadLeads.ACT) {
            StatusRules.move(
                    chapter,
                    new StatusEntry.StatusChanged(
                            lead.status(),
                            Status.LOST,
                            LossReason.NO_CONTACT,
                            "no contact after " + attempts + " attempts",
                            true));
        } else {
            chapter.add(new ContactEntry.SweepProposed(attempts));
            chapter.askOwner(
                    "sweep-" + lead.id() + "-" + lead.revision().seq(),
                    "No contact after " + attempts + " attempts: give this lead up or try again.");
        }
        return Optional.empty();
    }
}
