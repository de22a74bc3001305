package io.leadmap.local.stack;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A message that a function handed to SES.
 *
 * @param id the mailbox's own id, in the paths of {@code /_local/mail}
 * @param messageId what SES answered
 * @param from the sender, as in the From header
 * @param to addresses of the To header
 * @param cc addresses of the Cc header
 * @param subject decoded
 * @param html decoded HTML part, if any
 * @param text decoded plain part, if any
 * @param headers every header of the message by its name, decoded
 * @param tags message tags of the call
 * @param configurationSet the configuration set it was sent with, if any
 * @param sentAt by the runner's clock
 * @param leadId of the mail's {@code lead} tag, if any
 */
public record Mail(
        String id,
        String messageId,
        String from,
        List<String> to,
        List<String> cc,
        String subject,
        @Nullable String html,
        @Nullable String text,
        Map<String, String> headers,
        Map<String, String> tags,
        @Nullable String configurationSet,
        Instant sentAt,
        @Nullable String leadId) {

    /** Copies what it is given. */
    public Mail {
        to = List.copyOf(to);
        cc = List.copyOf(cc);
        headers = Map.copyOf(headers);
        tags = Map.copyOf(tags);
    }
}
