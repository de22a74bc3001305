package io.leadmap.domain.history;

import io.leadmap.domain.mail.EmailId;

/**
 * Hands a mail to the ledger: to the lead or to a person. The mail is called after the number of
 * this entry, so that no two things can claim one id (domain section 7, a mail's identity).
 */
public sealed interface HandsOver extends Entry permits MailEntry.EmailQueued, NoticeEntry {

    /** The mail that it hands over. */
    EmailId emailId();
}
