package io.leadmap.domain.history;

import io.leadmap.domain.mail.EmailId;

/**
 * A notice by mail to one of the practice's people, which is no mail to the lead (domain section
 * 7).
 */
public sealed interface NoticeEntry extends HandsOver {

    /** Whom the mail goes to. */
    String person();

    /**
     * The lead's owner is told something by mail.
     *
     * @param person whom the mail goes to
     */
    record OwnerNotified(EmailId emailId, String person) implements NoticeEntry {}

    /**
     * Another person of the practice is told something by mail.
     *
     * @param person whom the mail goes to
     */
    record PersonNotified(EmailId emailId, String person) implements NoticeEntry {}
}
