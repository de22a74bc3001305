package io.leadmap.formintake;

import io.leadmap.domain.text.Digits;
import io.leadmap.ports.IdSource;
import io.leadmap.ports.Signatures;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The field {@code _t} of a hosted form: when it was shown, and an id of its own, signed. A form
 * that comes back sooner than a person can type was filled in by a program (domain section 8).
 */
public final class RenderStamp {

    /** The name of the field. */
    public static final String FIELD = "_t";

    /** Nobody fills in a form faster. */
    static final Duration FASTEST = Duration.ofSeconds(2);

    private static final String PURPOSE = "form";
    private static final Pattern FORM =
            Pattern.compile("(\\d{1,15})\\.([a-z0-9]{1,40})\\.([A-Za-z0-9_-]{22})");

    private final Signatures signatures;
    private final IdSource ids;

    public RenderStamp(Signatures signatures, IdSource ids) {
        this.signatures = signatures;
        this.ids = ids;
    }

    /** The value for a form that is shown now. */
    public String stamp(HostedForm form, Instant now) {
        String told = now.toEpochMilli() + "." + ids.next();
        return told + "." + signature(form, told);
    }

    /** Tells whether a submission was too fast for a person, or its stamp is not one of ours. */
    boolean isSuspicious(HostedForm form, String stamp, Instant now) {
        Matcher parts = FORM.matcher(stamp);
        if (!parts.matches()) {
            return true;
        }
        String expected = signature(form, parts.group(1) + "." + parts.group(2));
        Instant shown = Instant.ofEpochMilli(Digits.known(parts.group(1)));
        return !MessageDigest.isEqual(
                        expected.getBytes(StandardCharsets.US_ASCII),
                        parts.group(3).getBytes(StandardCharsets.US_ASCII))
                || Duration.between(shown, now).compareTo(FASTEST) < 0;
    }

    private String signature(HostedForm form, String told) {
        byte[] whole =
                signatures.sign(form.practice().id(), PURPOSE, form.form().id() + "." + told);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(whole, 16));
    }
}
