package io.leadmap.ports;

import io.leadmap.domain.practice.PracticeId;

/**
 * Signs what leaves the house and must come back unchanged: cursors, unsubscribe links, the render
 * time of a form.
 */
public interface Signatures {

    /**
     * HMAC-SHA256 under a key of the practice that is used for nothing but signatures.
     *
     * @param purpose keeps signatures of different kinds apart
     * @return 32 bytes
     */
    byte[] sign(PracticeId practice, String purpose, String message);
}
