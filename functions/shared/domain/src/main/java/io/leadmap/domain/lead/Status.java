package io.leadmap.domain.lead;

/** The one status model (domain section 3). */
public enum Status {
    /** Nobody has reached the lead yet. */
    CREATED,
    /** Reached, no appointment. */
    CONTACTED,
    /** An appointment exists and is not yet invoiced. */
    BOOKED,
    /** The appointment was cancelled or not attended; call to rebook. */
    CANCELLED,
    /** Seen and invoiced: a customer. */
    INVOICED,
    /** Not interested, or given up: never followed up again. */
    LOST,
    /** Not a possible patient; leaves conversion figures. */
    INVALID;

    /** Tells whether this status ends the journey and closes the map. */
    public boolean isClosed() {
        return this == INVOICED || this == LOST || this == INVALID;
    }
}
