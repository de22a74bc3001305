package io.leadmap.testkit;

import io.leadmap.domain.practice.PracticeId;
import io.leadmap.ports.KeyService;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Wraps keys with one that lives as long as this object, bound to the practice as the real one's
 * are.
 */
public final class InMemoryKeyService implements KeyService {

    private static final int KEY = 32;

    private final byte[] master = new byte[KEY];
    private final AtomicInteger unwrapped = new AtomicInteger();

    public InMemoryKeyService() {
        new SecureRandom().nextBytes(master);
    }

    @Override
    public Fresh generate(PracticeId practice) {
        byte[] plain = new byte[KEY];
        new SecureRandom().nextBytes(plain);
        return new Fresh(plain, mixed(practice, plain));
    }

    @Override
    public byte[] unwrap(PracticeId practice, byte[] wrapped) {
        unwrapped.incrementAndGet();
        if (wrapped[KEY] != mask(practice)[KEY - 1]) {
            throw new IllegalArgumentException("wrapped for another practice than " + practice);
        }
        byte[] plain = mixed(practice, wrapped);
        byte[] key = new byte[KEY];
        System.arraycopy(plain, 0, key, 0, KEY);
        return key;
    }

    /** How often a key was unwrapped. */
    public int unwrapped() {
        return unwrapped.get();
    }

    /** The first bytes mixed with the practice's mask, and one byte that tells the practice. */
    private byte[] mixed(PracticeId practice, byte[] bytes) {
        byte[] mask = mask(practice);
        byte[] mixed = new byte[KEY + 1];
        for (int i = 0; i < KEY; i++) {
            mixed[i] = (byte) (bytes[i] ^ mask[i]);
        }
        mixed[KEY] = mask[KEY - 1];
        return mixed;
    }

    private byte[] mask(PracticeId practice) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(master);
            return digest.digest(practice.value().getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
