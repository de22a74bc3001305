package io.leadmap.mail;

import io.leadmap.domain.mail.EmailId;
import io.leadmap.ports.Signatures;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/**
 * The unsubscribe link in a mail: names the mail, signed, so that nobody can unsubscribe others.
 * The mail tells the address that it went to, whatever address the lead has when the link is used.
 */
public final class UnsubscribeLinks {

    private static final String PURPOSE = "unsubscribe";

    /** The four of a mail's id, and the signature, which may itself hold dashes. */
    private static final int PARTS = 5;

    private final Signatures signatures;
    private final URI publicUrl;

    /**
     * @param publicUrl the address of the API, without a slash at its end
     */
    public UnsubscribeLinks(Signatures signatures, URI publicUrl) {
        this.signatures = signatures;
        this.publicUrl = publicUrl;
    }

    /** The link in a mail; the same each time, as it must work for as long as the mail is kept. */
    public URI link(EmailId mail) {
        return URI.create(publicUrl + "/unsubscribe/" + mail + "-" + signature(mail));
    }

    /**
     * @param token from outside; empty if it is not one of ours
     */
    public Optional<EmailId> read(String token) {
        String[] parts = token.split("-", PARTS);
        String signed = parts[parts.length - 1];
        return Optional.of(token)
                .filter(t -> parts.length == PARTS)
                .map(t -> t.substring(0, t.length() - signed.length() - 1))
                .filter(EmailId::isValid)
                .map(EmailId::new)
                .filter(mail ->
                        MessageDigest.isEqual(
                                signature(mail).getBytes(StandardCharsets.UTF_8),
                                signed.getBytes(StandardCharsets.UTF_8)));
    }

    private String signature(EmailId mail) {
        byte[] whole = signatures.sign(mail.practice(), PURPOSE, mail.value());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(whole, 16));
    }
}
