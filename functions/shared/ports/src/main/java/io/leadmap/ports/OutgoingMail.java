package io.leadmap.ports;

import io.leadmap.domain.mail.EmailId;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.util.List;

/**
 * A mail with its final text.
 *
 * @param unsubscribe the one-click link of RFC 8058 for the headers, null for mail that is not
 *     marketing
 */
public record OutgoingMail(
        EmailId id,
        String from,
        @Nullable String replyTo,
        String to,
        List<String> copies,
        String subject,
        String html,
        String text,
        @Nullable URI unsubscribe) {

    public OutgoingMail {
        copies = List.copyOf(copies);
    }

    /** Without contents: a mail may be named in a log. */
    @Override
    public String toString() {
        return "OutgoingMail[" + id + "]";
    }
}
