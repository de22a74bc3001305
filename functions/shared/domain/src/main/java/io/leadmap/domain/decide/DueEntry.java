package io.leadmap.domain.decide;

import java.time.Instant;

/**
 * One entry of the index of what is due: what happened and when, never when something will be due
 * (domain section 3, decision <em>due</em>).
 *
 * @param since when it happened; for an appointment, when it starts
 */
public record DueEntry(DueKey key, Instant since) {}
