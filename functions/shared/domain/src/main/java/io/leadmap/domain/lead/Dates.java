package io.leadmap.domain.lead;

import io.leadmap.domain.history.StatusEntry;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * The dates of a lead's life (domain section 3).
 *
 * @param created first contact, may be earlier than {@code entered}
 * @param entered when the lead was put into Leadmap
 * @param booked when the first booking was made
 * @param bookedByHand the booked date was stamped by a person and the first linked appointment
 *     replaces it
 * @param invoiced the start of the invoiced appointment
 * @param invoicedByHand the invoiced date was stamped or cleared by a person
 * @param cancelled the last move into CANCELLED, null outside it
 * @param lost the last move into LOST, null outside it
 */
public record Dates(
        Instant created,
        Instant entered,
        @Nullable Instant booked,
        boolean bookedByHand,
        @Nullable Instant invoiced,
        boolean invoicedByHand,
        @Nullable Instant cancelled,
        @Nullable Instant lost) {

    /** The dates of a lead that was just entered. */
    public static Dates entered(Instant created, Instant entered) {
        return new Dates(created, entered, null, false, null, false, null, null);
    }

    public Dates withCreated(Instant at) {
        return new Dates(
                at, entered, booked, bookedByHand, invoiced, invoicedByHand, cancelled, lost);
    }

    public Dates withBooked(@Nullable Instant at, boolean byHand) {
        return new Dates(created, entered, at, byHand, invoiced, invoicedByHand, cancelled, lost);
    }

    public Dates withInvoiced(@Nullable Instant at, boolean byHand) {
        return new Dates(created, entered, booked, bookedByHand, at, byHand, cancelled, lost);
    }

    public Dates withCancelled(@Nullable Instant at) {
        return new Dates(
                created, entered, booked, bookedByHand, invoiced, invoicedByHand, at, lost);
    }

    public Dates withLost(@Nullable Instant at) {
        return new Dates(
                created, entered, booked, bookedByHand, invoiced, invoicedByHand, cancelled, at);
    }

    /**
     * After a move, which says when the lead was cancelled or lost and nothing else.
     *
     * @param stood the status that the dates told of until now: INVALID changes none, and coming
     *     back to the status that they tell of corrects a reason at most
     */
    Dates after(StatusEntry.StatusChanged e, Status stood, Instant at) {
        return e.to() == Status.INVALID || e.to() == stood
                ? this
                : withCancelled(e.to() == Status.CANCELLED ? at : null)
                        .withLost(e.to() == Status.LOST ? at : null);
    }

    Dates after(StatusEntry.DateStamped e) {
        return switch (e.date()) {
            case BOOKED -> withBooked(e.at(), e.byHand());
            case INVOICED -> withInvoiced(e.at(), e.byHand());
        };
    }
}
