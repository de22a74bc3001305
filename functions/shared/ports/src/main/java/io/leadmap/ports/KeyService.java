package io.leadmap.ports;

import io.leadmap.domain.practice.PracticeId;

/**
 * Wraps practices' keys with a key that never leaves its service; the practice is bound to what is
 * wrapped (decision 11).
 */
public interface KeyService {

    /** A new 256-bit key, plain and wrapped. */
    Fresh generate(PracticeId practice);

    /** The plain key; a fault if it was wrapped for another practice. */
    byte[] unwrap(PracticeId practice, byte[] wrapped);

    /** A key that was just made; the caller keeps the plain one in memory only. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Fresh(byte[] plain, byte[] wrapped) {

        /** Hides the key. */
        @Override
        public String toString() {
            return "Fresh[...]";
        }
    }
}
