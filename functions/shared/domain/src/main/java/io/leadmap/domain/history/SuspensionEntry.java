package io.leadmap.domain.history;

import io.leadmap.domain.lead.LeadId;
import io.leadmap.domain.lead.SuspensionCause;

/** What holds back a lead, and what ends that (domain section 2). */
public sealed interface SuspensionEntry extends Entry {

    record Suspended(SuspensionCause cause) implements SuspensionEntry {}

    /** One cause ended; the lead may still be suspended for another. */
    record Reinstated(SuspensionCause cause) implements SuspensionEntry {}

    record DuplicateSuspected(LeadId of) implements SuspensionEntry {}

    /** A person said that the lead is another one than it resembles. */
    record DuplicateIgnored(LeadId of) implements SuspensionEntry {}
}
