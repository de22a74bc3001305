package io.leadmap.domain.history;

import io.leadmap.domain.lead.LossReason;
import io.leadmap.domain.lead.Status;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/** Where a lead stands, and the dates that tell of it (domain section 3). */
public sealed interface StatusEntry extends Entry {

    /** A move. The dates that it stamps are in {@link DateStamped} entries of the same commit. */
    record StatusChanged(
            Status from,
            Status to,
            @Nullable LossReason lossReason,
            @Nullable String comment,
            boolean bySweep)
            implements StatusEntry {}

    /**
     * A date of the lead's life was set or cleared.
     *
     * @param at null clears it
     */
    record DateStamped(Which date, @Nullable Instant at, boolean byHand) implements StatusEntry {

        /** The dates that are stamped apart from a move. */
        public enum Which {
            BOOKED,
            INVOICED
        }
    }
}
