package io.leadmap.ports;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Counts what a function was invoked for. What is read of a practice's configuration holds until
 * the next begins, so that a batch of a hundred records asks for it once and not at each.
 */
public final class Invocation {

    private final AtomicLong number = new AtomicLong();

    /** Another event has come. */
    public void begin() {
        number.incrementAndGet();
    }

    /** The latest one's number, from 1; 0 where nothing is counted, and nothing holds. */
    public long number() {
        return number.get();
    }
}
