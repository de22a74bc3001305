package io.leadmap.lambda;

import io.leadmap.ports.IdSource;

import org.jspecify.annotations.Nullable;

import java.security.SecureRandom;
import java.time.InstantSource;

/**
 * Ids of 26 letters and digits: the time in milliseconds, then 80 random bits. The random source is
 * made with the first id, so that two copies restored from one snapshot share nothing.
 */
public final class GrowingIds implements IdSource {

    private static final char[] LETTERS = "0123456789abcdefghjkmnpqrstvwxyz".toCharArray();
    private static final int TIME_LETTERS = 10;
    private static final int RANDOM_LETTERS = 16;

    private final InstantSource clock;
    private @Nullable SecureRandom random;

    public GrowingIds(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public String next() {
        StringBuilder id = new StringBuilder(TIME_LETTERS + RANDOM_LETTERS);
        long time = clock.millis();
        for (int shift = 5 * (TIME_LETTERS - 1); shift >= 0; shift -= 5) {
            id.append(LETTERS[(int) (time >>> shift) & 31]);
        }
        for (byte b : randomBytes()) {
            id.append(LETTERS[b & 31]);
        }
        return id.toString();
    }

    /** Tells whether there is no randomness here yet that copies of a snapshot would share. */
    synchronized boolean isUntouched() {
        return random == null;
    }

    private synchronized byte[] randomBytes() {
        if (random == null) {
            random = new SecureRandom();
        }
        byte[] bytes = new byte[RANDOM_LETTERS];
        random.nextBytes(bytes);
        return bytes;
    }
}
