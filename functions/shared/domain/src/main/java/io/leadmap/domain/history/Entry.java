package io.leadmap.domain.history;

/**
 * One thing that happened to a lead: what the history holds, and all that the lead is folded from.
 * Each subject has its own.
 */
public sealed interface Entry
        permits RecordEntry,
                StatusEntry,
                OwnerEntry,
                SuspensionEntry,
                ContactEntry,
                MailEntry,
                HandsOver,
                SuppressionEntry,
                DripEntry,
                MapEntry,
                TriggerEntry,
                PmsEntry {

    /** What type of entry it is, and so its name. */
    default EntryType type() {
        return EntryType.of(this);
    }

    /** Tells whether it changes what an agent can see or edit, so that the lead's version rises. */
    default boolean isVisible() {
        return type().changes().isPresent();
    }

    /** Tells whether it is the system's own, whoever's command it was written down with. */
    default boolean isBySystem() {
        return false;
    }
}
