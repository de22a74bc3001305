package io.leadmap.application.mail;

import io.leadmap.domain.mail.Email;

import org.jspecify.annotations.Nullable;

import java.util.Locale;

/**
 * Who a mail comes from. The mail service sends only from the domain that was verified for it: a
 * practice whose address is elsewhere sends under its name from that domain, and answers go to its
 * own address.
 *
 * @param from {@code Name <address>} or a bare address
 */
record Sender(String from, @Nullable String replyTo) {

    static Sender of(Email email, String sendingDomain) {
        String from = email.from().strip();
        int open = from.lastIndexOf('<');
        String name = open < 0 ? "" : from.substring(0, open).strip();
        String address =
                open < 0
                        ? from
                        : from.substring(open + 1, from.length() - (from.endsWith(">") ? 1 : 0));
        if (address.toLowerCase(Locale.ROOT)
                .endsWith("@" + sendingDomain.toLowerCase(Locale.ROOT))) {
            return new Sender(from, email.replyTo());
        }
        String ours = email.id().practice() + "@" + sendingDomain;
        return new Sender(
                name.isEmpty() ? ours : name + " <" + ours + ">",
                email.replyTo() == null ? address : email.replyTo());
    }
}
