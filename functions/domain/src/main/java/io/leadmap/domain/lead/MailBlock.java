package io.leadmap.domain.lead;

/** Why no mail at all may go to the lead's address (domain section 7). */
public enum MailBlock {
    HARD_BOUNCE,
    COMPLAINT
}
