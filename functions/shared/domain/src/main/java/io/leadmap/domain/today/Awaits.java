package io.leadmap.domain.today;

/** What a lead waits for a person to do. */
public enum Awaits {
    /** Nobody has reached it yet: a first call, or another one. */
    CONTACT,

    /** Its appointment was cancelled or not attended: a call to rebook. */
    REBOOKING,

    /** It is suspected to be a double or spam: a person says what it is. */
    CHECK,

    /** A colleague asked somebody to take it over: they accept or decline. */
    TRANSFER
}
