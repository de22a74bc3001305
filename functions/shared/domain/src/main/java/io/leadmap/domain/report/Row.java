package io.leadmap.domain.report;

/** The rows of the Mega Report (domain section 10). */
public enum Row {
    /** On the day of first contact. */
    ADDITIONAL_LEADS,
    /** On the day of the first booking, whatever became of it. */
    ADDITIONAL_LEADS_BOOKED,
    /** On the day of the invoiced appointment. */
    NEW_CLIENTS,
    /** Leads that are LOST now, on the day they became so. */
    LOST,
    /** Leads that are CANCELLED now, on the day they became so. */
    CANCELLED
}
