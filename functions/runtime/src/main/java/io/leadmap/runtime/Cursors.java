package io.leadmap.runtime;

import io.leadmap.application.Signatures;
import io.leadmap.domain.practice.PracticeId;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/** Opaque cursors, signed for one practice and one query, so that none works anywhere else. */
public final class Cursors {

    private static final int TAG = 16;
    private static final int LONGEST = 2_000;

    private final Signatures signatures;

    public Cursors(Signatures signatures) {
        this.signatures = signatures;
    }

    /** The cursor to hand out for a position within a query's result. */
    public String seal(PracticeId practice, String query, String position) {
        byte[] text = position.getBytes(StandardCharsets.UTF_8);
        byte[] sealed = Arrays.copyOf(tag(practice, query, position), TAG + text.length);
        System.arraycopy(text, 0, sealed, TAG, text.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
    }

    /**
     * The position that a cursor stands for; empty if it was not made for this practice and query.
     */
    public Optional<String> open(PracticeId practice, String query, String cursor) {
        if (cursor.length() > LONGEST) {
            return Optional.empty();
        }
        byte[] sealed;
        try {
            sealed = Base64.getUrlDecoder().decode(cursor);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        if (sealed.length < TAG) {
            return Optional.empty();
        }
        String position = new String(sealed, TAG, sealed.length - TAG, StandardCharsets.UTF_8);
        return MessageDigest.isEqual(Arrays.copyOf(sealed, TAG), tag(practice, query, position))
                ? Optional.of(position)
                : Optional.empty();
    }

    private byte[] tag(PracticeId practice, String query, String position) {
        return Arrays.copyOf(
                signatures.sign(practice, "cursor", query.length() + ":" + query + position), TAG);
    }
}
