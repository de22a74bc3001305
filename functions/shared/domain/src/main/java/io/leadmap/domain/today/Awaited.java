package io.leadmap.domain.today;

import io.leadmap.domain.lead.Dates;
import io.leadmap.domain.lead.Status;
import io.leadmap.domain.lead.SuspensionCause;
import io.leadmap.domain.lead.Transfer;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * That a lead waits for somebody. It follows from the lead alone, so that no setting can be out of
 * date in it; attempts do not move it, so that a call that reaches nobody costs no index.
 *
 * @param whose the person for whom it waits, null for whoever takes it
 * @param since when the wait began
 */
public record Awaited(Awaits what, @Nullable String whose, Instant since) {

    /**
     * What a lead waits for its owner to do, if anything. A closed lead waits for nothing.
     *
     * @param owner the person whose lead it is, null for nobody's
     */
    public static Optional<Awaited> ofOwner(
            Status status, Set<SuspensionCause> suspensions, @Nullable String owner, Dates dates) {
        if (status.isClosed()) {
            return Optional.empty();
        }
        if (suspensions.contains(SuspensionCause.SPAM)
                || suspensions.contains(SuspensionCause.DUPLICATE)) {
            return Optional.of(new Awaited(Awaits.CHECK, owner, dates.entered()));
        }
        if (status == Status.CREATED) {
            return Optional.of(new Awaited(Awaits.CONTACT, owner, dates.created()));
        }
        return Optional.ofNullable(dates.cancelled())
                .map(cancelled -> new Awaited(Awaits.REBOOKING, owner, cancelled));
    }

    /**
     * That somebody was asked to take a lead over. Whether they still can is for the practice's
     * configuration of now to say.
     *
     * @param asked the hand-over that was asked for last, null for none
     */
    public static Optional<Awaited> ofAsked(@Nullable Transfer asked) {
        return Optional.ofNullable(asked)
                .map(transfer -> new Awaited(Awaits.TRANSFER, transfer.to(), transfer.since()));
    }
}
