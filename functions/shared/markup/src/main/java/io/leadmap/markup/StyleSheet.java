package io.leadmap.markup;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * The style sheet of a document. With its hash in the content security policy, no other style is
 * applied.
 */
public final class StyleSheet {

    private final String css;
    private final String hash;

    /**
     * With these rules.
     *
     * @throws IllegalArgumentException for what would end the element that holds it
     */
    public StyleSheet(String css) {
        if (css.contains("</")) {
            throw new IllegalArgumentException("not a style sheet");
        }
        this.css = css;
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(css.getBytes(StandardCharsets.UTF_8));
            this.hash = "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    String css() {
        return css;
    }

    /** As a content security policy names it. */
    public String hash() {
        return hash;
    }
}
