package io.leadmap.domain.lead;

import java.time.Instant;

/** A form's trigger that waits for the lead's reinstatement (domain section 2). */
public record HeldTrigger(String formId, String triggerId, Instant since) {}
