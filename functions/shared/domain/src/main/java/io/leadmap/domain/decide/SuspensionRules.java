package io.leadmap.domain.decide;

import io.leadmap.domain.history.SuspensionEntry;
import io.leadmap.domain.lead.Lead;
import io.leadmap.domain.lead.Status;
import io.leadmap.domain.lead.Suspension;
import io.leadmap.domain.lead.SuspensionCause;

import java.util.Optional;

/** What suspends a lead, what that holds, and what resumes afterwards (domain section 2). */
final class SuspensionRules {

    private SuspensionRules() {}

    /** Suspends a lead that is no longer complete, and reinstates one that is again. */
    static void refresh(Chapter chapter) {
        Lead lead = chapter.lead();
        if (!lead.isComplete()) {
            suspend(chapter, SuspensionCause.INCOMPLETE);
        } else {
            reinstate(chapter, SuspensionCause.INCOMPLETE);
        }
    }

    /** SPAM and DUPLICATE hold every automatic action, INCOMPLETE only what goes to the lead. */
    static boolean holdsEverything(Lead lead) {
        return lead.suspension().isFor(SuspensionCause.SPAM)
                || lead.suspension().isFor(SuspensionCause.DUPLICATE);
    }

    /**
     * Suspends for a cause, if the lead is not suspended for it already. Mail that is queued stays
     * so: who sends it asks whether the lead is suspended.
     */
    static void suspend(Chapter chapter, SuspensionCause cause) {
        if (chapter.lead().suspension().isFor(cause)) {
            return;
        }
        chapter.add(new SuspensionEntry.Suspended(cause));
        DripRules.pauseAll(chapter);
    }

    /**
     * Ends a cause, if the lead is suspended for it; what was held goes on as far as no other cause
     * holds it.
     */
    static void reinstate(Chapter chapter, SuspensionCause cause) {
        if (!chapter.lead().suspension().isFor(cause)) {
            return;
        }
        chapter.add(new SuspensionEntry.Reinstated(cause));
        MailRules.resumePending(chapter);
        TriggerRules.runHeld(chapter);
        if (chapter.lead().suspension().causes().isEmpty()) {
            DripRules.resumeAll(chapter);
        }
    }

    /**
     * The lead is somebody else than one that it resembles: that is not asked again, and what the
     * suspicion held goes on. Said twice, it changes nothing.
     */
    static Optional<Refusal> ignore(Chapter chapter, Command.IgnoreDuplicate command) {
        Suspension suspension = chapter.lead().suspension();
        boolean suspected = command.other().equals(suspension.duplicateOf());
        if (!suspension.ignored().contains(command.other())) {
            chapter.add(new SuspensionEntry.DuplicateIgnored(command.other()));
        }
        if (suspected) {
            reinstate(chapter, SuspensionCause.DUPLICATE);
        }
        return Optional.empty();
    }

    /** Ends a suspicion of spam: a person after all, or spam indeed. */
    static Optional<Refusal> release(Chapter chapter, Command.Release command) {
        Lead lead = chapter.lead();
        if (!lead.suspension().isFor(SuspensionCause.SPAM)) {
            return Optional.of(
                    new Refusal.Conflict(
                            Refusal.Reason.NOT_SPAM, "The lead is not suspected to be spam."));
        }
        if (!command.person() && lead.status() != Status.INVALID) {
            Optional<Refusal> refusal =
                    StatusRules.byHand(chapter, new Command.SetStatus(Status.INVALID, null, null));
            if (refusal.isPresent()) {
                return refusal;
            }
        }
        reinstate(chapter, SuspensionCause.SPAM);
        return Optional.empty();
    }
}
