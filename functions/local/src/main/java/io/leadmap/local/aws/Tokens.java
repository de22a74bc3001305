package io.leadmap.local.aws;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Everything random that these endpoints need: ids, initialisation vectors, keys. */
final class Tokens {

    private final SecureRandom random = new SecureRandom();

    /** So many random bytes. */
    byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    /** So many random bytes in hexadecimal. */
    String hex(int count) {
        return HexFormat.of().formatHex(bytes(count));
    }

    /** Written like a UUID of version 4. */
    String uuid() {
        byte[] bytes = bytes(16);
        bytes[6] = (byte) ((bytes[6] & 0x0f) | 0x40);
        bytes[8] = (byte) ((bytes[8] & 0x3f) | 0x80);
        String hex = HexFormat.of().formatHex(bytes);
        return String.join(
                "-",
                hex.substring(0, 8),
                hex.substring(8, 12),
                hex.substring(12, 16),
                hex.substring(16, 20),
                hex.substring(20));
    }
}
