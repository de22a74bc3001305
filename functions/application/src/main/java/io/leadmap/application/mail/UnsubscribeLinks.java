package io.leadmap.application.mail;

import io.leadmap.application.Signatures;
import io.leadmap.domain.lead.LeadId;
import io.leadmap.domain.practice.PracticeId;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/**
 * The unsubscribe link in a mail: names practice and lead, signed, so that nobody can unsubscribe
 * others.
 */
public final class UnsubscribeLinks {

    private static final String PURPOSE = "unsubscribe";

    private final Signatures signatures;
    private final URI publicUrl;

    /**
     * @param publicUrl the address of the API, without a slash at its end
     */
    public UnsubscribeLinks(Signatures signatures, URI publicUrl) {
        this.signatures = signatures;
        this.publicUrl = publicUrl;
    }

    /** Whom a link is about. */
    public record Subscriber(PracticeId practice, LeadId lead) {}

    /** The link for a lead; the same each time, as it must work for as long as the mail is kept. */
    public URI link(Subscriber subscriber) {
        return URI.create(
                publicUrl + "/unsubscribe/" + told(subscriber) + "-" + signature(subscriber));
    }

    /**
     * @param token from outside; empty if it is not one of ours
     */
    public Optional<Subscriber> read(String token) {
        String[] parts = token.split("-", 3);
        if (parts.length < 3 || !PracticeId.isValid(parts[0]) || !LeadId.isValid(parts[1])) {
            return Optional.empty();
        }
        Subscriber subscriber = new Subscriber(new PracticeId(parts[0]), new LeadId(parts[1]));
        return Optional.of(subscriber)
                .filter(s ->
                        MessageDigest.isEqual(
                                signature(s).getBytes(StandardCharsets.UTF_8),
                                parts[2].getBytes(StandardCharsets.UTF_8)));
    }

    private static String told(Subscriber subscriber) {
        return subscriber.practice() + "-" + subscriber.lead();
    }

    private String signature(Subscriber subscriber) {
        byte[] whole = signatures.sign(subscriber.practice(), PURPOSE, told(subscriber));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(whole, 16));
    }
}
