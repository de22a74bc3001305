package io.leadmap.domain.lead;

import io.leadmap.domain.history.Actor;
import io.leadmap.domain.history.OwnerEntry;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * Whose a lead is, and who was asked to take it over (domain section 3).
 *
 * @param owner a person's id, null for nobody
 * @param transfer the hand-over that was asked for and not answered, null for none
 */
public record Ownership(@Nullable String owner, @Nullable Transfer transfer) {

    /** Nobody was asked. */
    static Ownership of(@Nullable String owner) {
        return new Ownership(owner, null);
    }

    /**
     * @param configuration the version of the practice's configuration with which it was decided
     */
    Ownership after(OwnerEntry entry, Actor actor, Instant at, long configuration) {
        return switch (entry) {
            case OwnerEntry.OwnerChanged e -> of(e.to());
            case OwnerEntry.OwnerChangeRefused e -> this;
            case OwnerEntry.TransferRequested e ->
                    new Ownership(
                            owner,
                            new Transfer(
                                    e.to(),
                                    actor.id() == null ? "" : actor.id(),
                                    at,
                                    configuration));
            case OwnerEntry.TransferAccepted e -> of(e.to());
            case OwnerEntry.TransferDeclined e -> of(owner);
            case OwnerEntry.TransferWithdrawn e -> of(owner);
        };
    }
}
