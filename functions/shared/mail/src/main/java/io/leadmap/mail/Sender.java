package io.leadmap.mail;

import io.leadmap.domain.mail.EmailAddress;
import io.leadmap.domain.mail.Mailbox;
import io.leadmap.domain.practice.PracticeId;

import org.jspecify.annotations.Nullable;

/**
 * Who a mail comes from. The mail service sends only from the domain that was verified for it: a
 * practice whose address is elsewhere sends under its name from that domain, and answers go to its
 * own address.
 */
record Sender(Mailbox from, @Nullable Mailbox replyTo) {

    /**
     * @param from the practice's address, with or without a name
     * @param replyTo where answers go, null for {@code from}
     */
    static Sender of(
            PracticeId practice, String from, @Nullable String replyTo, EmailAddress ofDomain) {
        Mailbox wanted = mailbox(from);
        Mailbox answers = replyTo == null ? null : mailbox(replyTo);
        if (wanted.address().domain().equals(ofDomain.domain())) {
            return new Sender(wanted, answers);
        }
        EmailAddress ours =
                new EmailAddress(practice.value(), ofDomain.typedDomain(), ofDomain.domain());
        return new Sender(
                new Mailbox(wanted.name(), ours),
                answers == null ? new Mailbox("", wanted.address()) : answers);
    }

    private static Mailbox mailbox(String configured) {
        return Mailbox.find(configured)
                .orElseThrow(() -> new IllegalStateException("an address that no import accepts"));
    }
}
