package io.leadmap.application;

import io.leadmap.domain.practice.PracticeId;

/**
 * Signs what goes out into the world and comes back: the render time in a hosted form, the unsubscribe link in a mail. Each
 * practice and each purpose has a key of its own, derived from the practice's key (architecture decision 11).
 */
@FunctionalInterface
public interface Signatures {

    /** HMAC-SHA256 of the text, 32 bytes; the same for the same practice, purpose and text, always. */
    byte[] sign(PracticeId practice, Purpose purpose, String text);

    /** What a signature is for; one made for one purpose is worth nothing for another. */
    enum Purpose {
        FORM,
        UNSUBSCRIBE
    }
}
