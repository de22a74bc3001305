package io.leadmap.domain.history;

import org.jspecify.annotations.Nullable;

/** Whose a lead is, and who was asked to take it over (domain section 3). */
public sealed interface OwnerEntry extends Entry {

    record OwnerChanged(@Nullable String from, @Nullable String to) implements OwnerEntry {}

    /** An automatic change of owner that the lock refused. */
    record OwnerChangeRefused(@Nullable String to) implements OwnerEntry {}

    record TransferRequested(String to) implements OwnerEntry {}

    record TransferAccepted(@Nullable String from, String to, @Nullable String note)
            implements OwnerEntry {}

    record TransferDeclined(String to, @Nullable String note) implements OwnerEntry {}

    /**
     * A hand-over ended without an answer.
     *
     * @param lapsed by the system, because the person who was asked had been deactivated
     */
    record TransferWithdrawn(String to, @Nullable String note, boolean lapsed)
            implements OwnerEntry {
        @Override
        public boolean isBySystem() {
            return lapsed;
        }
    }
}
