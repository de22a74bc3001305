package io.leadmap.domain.lead;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * Calls that did not reach the lead since it was last heard of (domain section 3).
 *
 * @param proposed the sweep has already proposed to give this lead up
 */
public record ContactAttempts(int count, @Nullable Instant last, boolean proposed) {

    public static final ContactAttempts NONE = new ContactAttempts(0, null, false);

    public ContactAttempts another(Instant at) {
        return new ContactAttempts(count + 1, at, false);
    }

    public ContactAttempts afterProposal() {
        return new ContactAttempts(count, last, true);
    }
}
