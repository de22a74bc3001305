package io.leadmap.dynamodb;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The cryptography of architecture decision 11, all of it the JDK's: AES-256-GCM, HMAC-SHA256,
 * SHA-256.
 */
final class Seal {

    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private Seal() {}

    /** A new 256-bit key. Randomness is taken when it is needed, never before a snapshot. */
    static byte[] newKey() {
        return random(32);
    }

    /**
     * Seals bytes: 12 bytes of nonce, then the ciphertext with its tag.
     *
     * @param identity what it is sealed in; it opens nowhere else
     */
    static byte[] seal(byte[] key, String identity, byte[] plain) {
        return seal(key, identity, plain, random(NONCE));
    }

    /**
     * Seals bytes so that the same ones in the same item give the same again, and an index that
     * holds them need not be written: the nonce is an HMAC of both, which is never the same for two
     * texts.
     */
    static byte[] sealSame(byte[] key, String identity, byte[] plain) {
        byte[] digest = hmac(hmac(key, "nonce " + identity), plain);
        return seal(key, identity, plain, Arrays.copyOf(digest, NONCE));
    }

    private static byte[] seal(byte[] key, String identity, byte[] plain, byte[] nonce) {
        try {
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, key, nonce, identity);
            byte[] sealed = Arrays.copyOf(nonce, NONCE + cipher.getOutputSize(plain.length));
            cipher.doFinal(plain, 0, plain.length, sealed, NONCE);
            return sealed;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot seal " + identity, e);
        }
    }

    /** Opens what {@link #seal} made; a fault if key, identity or a single bit differ. */
    static byte[] open(byte[] key, String identity, byte[] sealed) {
        try {
            return cipher(Cipher.DECRYPT_MODE, key, Arrays.copyOf(sealed, NONCE), identity)
                    .doFinal(sealed, NONCE, sealed.length - NONCE);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot open what is sealed in " + identity, e);
        }
    }

    static byte[] hmac(byte[] key, String text) {
        return hmac(key, text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] hmac(byte[] key, byte[] bytes) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Bytes as they appear in keys: letters, digits, dash and underscore. */
    static String name(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    /** 128 bits that nobody has used before, for request tokens. */
    static String token() {
        return hex(random(16));
    }

    private static byte[] random(int bytes) {
        byte[] random = new byte[bytes];
        new SecureRandom().nextBytes(random);
        return random;
    }

    private static Cipher cipher(int mode, byte[] key, byte[] nonce, String identity)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(identity.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
