package io.leadmap.lambda;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/** Names and values of queries and url-encoded forms. */
public final class PercentEncoding {

    private PercentEncoding() {}

    /** Decodes a name or a value; what is not properly encoded is taken as it stands. */
    public static String decode(String encoded) {
        try {
            return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return encoded;
        }
    }
}
