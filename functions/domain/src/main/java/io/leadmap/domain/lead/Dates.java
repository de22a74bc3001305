package io.leadmap.domain.lead;

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
}
