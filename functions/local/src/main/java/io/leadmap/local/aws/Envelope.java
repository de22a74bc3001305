package io.leadmap.local.aws;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What SES was told beside the message itself.
 *
 * @param id the mailbox's own id: a number that grows, so that it sorts by arrival
 * @param messageId what SES answered
 * @param tags of the call
 * @param configurationSet of the call
 */
record Envelope(
        String id,
        String messageId,
        List<String> destinations,
        Map<String, String> tags,
        @Nullable String configurationSet,
        Instant sentAt) {}
