package io.leadmap.demonstration;

import java.time.Instant;

/**
 * An appointment as the PMS knows it.
 *
 * @param version counts its changes
 */
record Booking(String id, int version, Instant bookedAt, Instant startsAt) {

    Booking changed() {
        return new Booking(id, version + 1, bookedAt, startsAt);
    }

    Booking movedTo(Instant other) {
        return new Booking(id, version + 1, bookedAt, other);
    }
}
