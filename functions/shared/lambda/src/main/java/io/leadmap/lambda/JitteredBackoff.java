package io.leadmap.lambda;

import io.leadmap.ports.Backoff;
import io.leadmap.ports.Unavailable;

import java.security.SecureRandom;

/** Waits up to 40 ms, 80 ms, 160 ms and so on, at random. */
public final class JitteredBackoff implements Backoff {

    private static final int FIRST_MILLIS = 40;
    private static final int MOST_DOUBLINGS = 5;

    @Override
    public void pause(int attempt) {
        long longest = (long) FIRST_MILLIS << Math.min(attempt - 1, MOST_DOUBLINGS);
        try {
            // The seeds of the JDK's other sources would be the same in all copies of a snapshot.
            Thread.sleep(new SecureRandom().nextLong(longest / 4, longest));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unavailable("interrupted while waiting", e);
        }
    }
}
