package io.leadmap.domain.decide;

import java.time.Instant;

/**
 * Where a sweep looks for what is due: entries of a key up to a time.
 *
 * @param until the last time that counts, inclusive
 */
public record DueRange(DueKey key, Instant until) {}
