package io.leadmap.ports;

import io.leadmap.domain.lead.LeadId;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;

/**
 * What is remembered under an idempotency key, so that the same call gets the same answer.
 *
 * @param key the caller's key with what it was used for; unique in the practice
 * @param bodyHash tells a repetition from another call with the same key
 * @param status the HTTP status that was answered
 * @param lead the lead that was written, or was found to need no change; null if the call was about
 *     none
 * @param seq the lead's last entry then; the answer is the lead as it was at that entry
 * @param reference a form's reference, a mail's or a source's id, null otherwise
 * @param expires when the key may be used anew, by the practice's clock
 */
public record FirstAnswer(
        String key,
        String bodyHash,
        int status,
        @Nullable LeadId lead,
        long seq,
        @Nullable String reference,
        Instant expires) {

    /** How long a caller's key counts (section Idempotency of the API). */
    public static final Duration KEPT = Duration.ofHours(24);
}
