package io.leadmap.aws;

import io.leadmap.application.OutgoingMail;

import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.dom.address.Mailbox;
import org.apache.james.mime4j.message.BodyPart;
import org.apache.james.mime4j.message.BodyPartBuilder;
import org.apache.james.mime4j.message.DefaultMessageWriter;
import org.apache.james.mime4j.message.MultipartBuilder;
import org.apache.james.mime4j.stream.RawField;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.TimeZone;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A mail as the bytes that go over the wire (RFC 5322, MIME). No value can begin a header of its
 * own: addresses must have the form of one, the rest is encoded by the library after every control
 * character was taken out.
 */
final class MimeMail {

    /** Names the mail to whoever reads its source; the mail service's events name it by its tag. */
    static final String ID_HEADER = "X-Leadmap-Email";

    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\u2028\\u2029]+");
    private static final Pattern NAMED = Pattern.compile("([^<>]*)<([^<>]*)>\\s*");
    private static final Pattern ADDRESS =
            Pattern.compile("[^\\s@\"<>(),:;\\\\\\[\\]\\p{Cntrl}]{1,64}@[A-Za-z0-9.-]{1,255}");

    private MimeMail() {}

    /** The bytes; empty if an address cannot be one, so that the mail can never be sent. */
    static Optional<byte[]> write(OutgoingMail mail, Instant sentAt) {
        Optional<Mailbox> from = mailbox(mail.from());
        Optional<Mailbox> to = mailbox(mail.to());
        List<Mailbox> copies =
                mail.copies().stream().map(MimeMail::mailbox).flatMap(Optional::stream).toList();
        Optional<Mailbox> replyTo = Optional.ofNullable(mail.replyTo()).flatMap(MimeMail::mailbox);
        if (from.isEmpty()
                || to.isEmpty()
                || copies.size() != mail.copies().size()
                || replyTo.isPresent() != (mail.replyTo() != null)) {
            return Optional.empty();
        }
        try {
            Message.Builder message =
                    Message.Builder.of()
                            .setFrom(from.get())
                            .setTo(to.get())
                            .setDate(Date.from(sentAt), TimeZone.getTimeZone("UTC"))
                            .setMessageId("<" + mail.id() + "@" + from.get().getDomain() + ">")
                            .setSubject(CONTROL.matcher(mail.subject()).replaceAll(" "))
                            .addField(new RawField(ID_HEADER, mail.id().value()));
            if (!copies.isEmpty()) {
                message.setCc(copies);
            }
            replyTo.ifPresent(message::setReplyTo);
            if (mail.unsubscribe() != null) {
                message.addField(
                                new RawField(
                                        "List-Unsubscribe",
                                        "<" + mail.unsubscribe().toASCIIString() + ">"))
                        .addField(
                                new RawField(
                                        "List-Unsubscribe-Post", "List-Unsubscribe=One-Click"));
            }
            message.setBody(
                    MultipartBuilder.create("alternative")
                            .addBodyPart(part(mail.text(), "plain"))
                            .addBodyPart(part(mail.html(), "html"))
                            .build());
            ByteArrayOutputStream bytes = new ByteArrayOutputStream(4_096);
            new DefaultMessageWriter().writeMessage(message.build(), bytes);
            return Optional.of(bytes.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * @param address {@code Name <address>} or a bare address
     */
    static Optional<Mailbox> mailbox(String address) {
        Matcher named = NAMED.matcher(address);
        boolean hasName = named.matches();
        String bare = (hasName ? named.group(2) : address).strip();
        if (!ADDRESS.matcher(bare).matches()) {
            return Optional.empty();
        }
        String name =
                hasName
                        ? CONTROL.matcher(named.group(1))
                                .replaceAll(" ")
                                .strip()
                                .replaceAll("^\"|\"$", "")
                        : "";
        int at = bare.lastIndexOf('@');
        return Optional.of(
                new Mailbox(
                        name.isEmpty() ? null : name,
                        bare.substring(0, at),
                        bare.substring(at + 1)));
    }

    private static BodyPart part(String text, String subtype) throws IOException {
        return BodyPartBuilder.create()
                .setBody(text, subtype, StandardCharsets.UTF_8)
                .setContentTransferEncoding("quoted-printable")
                .build();
    }
}
