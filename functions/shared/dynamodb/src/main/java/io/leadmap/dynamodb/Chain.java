package io.leadmap.dynamodb;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * The hash chain of a lead's history: each item's hash covers the hash before, the item's key, the
 * open text and the sealed bytes, each with its length, so that nothing can move from one part into
 * the next.
 */
final class Chain {

    /** What stands before the first item. */
    static final byte[] BEGINNING = new byte[32];

    private Chain() {}

    static byte[] hash(byte[] previous, String identity, String open, byte[] sealed) {
        MessageDigest digest = Seal.sha256();
        part(digest, previous);
        part(digest, identity.getBytes(StandardCharsets.UTF_8));
        part(digest, open.getBytes(StandardCharsets.UTF_8));
        part(digest, sealed);
        return digest.digest();
    }

    private static void part(MessageDigest digest, byte[] bytes) {
        digest.update(ByteBuffer.allocate(4).putInt(bytes.length).array());
        digest.update(bytes);
    }
}
