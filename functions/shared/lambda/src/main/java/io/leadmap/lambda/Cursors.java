package io.leadmap.lambda;

import io.leadmap.domain.practice.PracticeId;
import io.leadmap.ports.Signatures;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Opaque cursors, sealed for one practice and one query, so that none works anywhere else and none
 * tells the value at which a page ended, such as a name, to whoever logs addresses. The nonce is
 * made from what is sealed, as in RFC 5297: the same position gives the same cursor, and no nonce
 * is used for two positions.
 */
public final class Cursors {

    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final int LONGEST = 2_000;

    private final Signatures signatures;

    public Cursors(Signatures signatures) {
        this.signatures = signatures;
    }

    /** The cursor to hand out for a position within a query's result. */
    public String seal(PracticeId practice, String query, String position) {
        byte[] nonce = nonce(practice, query, position);
        byte[] sealed;
        try {
            sealed =
                    cipher(Cipher.ENCRYPT_MODE, practice, query, nonce)
                            .doFinal(position.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        byte[] cursor = Arrays.copyOf(nonce, NONCE + sealed.length);
        System.arraycopy(sealed, 0, cursor, NONCE, sealed.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(cursor);
    }

    /**
     * The position that a cursor stands for; empty if it was not made for this practice and query.
     */
    public Optional<String> open(PracticeId practice, String query, String cursor) {
        byte[] sealed;
        try {
            sealed = Base64.getUrlDecoder().decode(cursor);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        if (cursor.length() > LONGEST || sealed.length < NONCE) {
            return Optional.empty();
        }
        byte[] nonce = Arrays.copyOf(sealed, NONCE);
        try {
            byte[] opened =
                    cipher(Cipher.DECRYPT_MODE, practice, query, nonce)
                            .doFinal(sealed, NONCE, sealed.length - NONCE);
            String position = new String(opened, StandardCharsets.UTF_8);
            return MessageDigest.isEqual(nonce, nonce(practice, query, position))
                    ? Optional.of(position)
                    : Optional.empty();
        } catch (AEADBadTagException e) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private Cipher cipher(int mode, PracticeId practice, String query, byte[] nonce)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        byte[] key = signatures.sign(practice, "cursor key", "");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(query.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private byte[] nonce(PracticeId practice, String query, String position) {
        return Arrays.copyOf(
                signatures.sign(practice, "cursor", query.length() + ":" + query + position),
                NONCE);
    }
}
