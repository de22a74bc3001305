package io.leadmap.domain.decide;

/**
 * Why mails are skipped, drips stopped, held triggers expired and appointments unlinked, in words
 * of the API.
 */
final class Reasons {

    static final String WON = "won";
    static final String LOST = "lost";
    static final String INVALID = "invalid";
    static final String BOOKED = "booked";
    static final String UNSUBSCRIBED = "unsubscribed";
    static final String HARD_BOUNCE = "hardBounce";
    static final String COMPLAINT = "complaint";
    static final String BY_HAND = "byHand";
    static final String MAP_CHANGED = "mapChanged";
    static final String SUSPENDED = "suspended";
    static final String NO_EMAIL = "noEmail";
    static final String NO_OWNER = "noOwner";
    static final String TOO_MANY = "tooMany";
    static final String TOO_OLD = "tooOld";
    static final String JUST_SENT = "justSent";
    static final String NOT_CONFIGURED = "notConfigured";
    static final String REBOOKED = "rebooked";
    static final String DELETED = "deleted";
    static final String ENROLLED_ALREADY = "enrolledAlready";
    static final String ENROLLED_BEFORE = "enrolledBefore";
    static final String CAMPAIGN_OFF = "campaignOff";

    private Reasons() {}
}
