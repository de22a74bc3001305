package io.leadmap.domain.lead;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * Calls that did not reach the lead since it was last heard of (domain section 3).
 *
 * @param proposed the sweep has already proposed to give this lead up
 */
public record Attempts(int count, @Nullable Instant last, boolean proposed) {

    public static final Attempts NONE = new Attempts(0, null, false);

    public Attempts another(Instant at) {
        return new Attempts(count + 1, at, false);
    }

    public Attempts afterProposal() {
        return new Attempts(count, last, true);
    }
}
