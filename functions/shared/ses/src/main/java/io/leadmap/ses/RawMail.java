package io.leadmap.ses;

import io.leadmap.domain.mail.Mailbox;
import io.leadmap.ports.OutgoingMail;

import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.message.BodyPartBuilder;
import org.apache.james.mime4j.message.DefaultMessageWriter;
import org.apache.james.mime4j.message.MultipartBuilder;
import org.apache.james.mime4j.stream.NameValuePair;
import org.apache.james.mime4j.stream.RawField;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes a mail as the raw message that SES takes: plain text and HTML as alternatives, the
 * ledger's id in a header, and the one-click unsubscribe of RFC 8058 where there is one. The same
 * mail gives the same bytes.
 */
final class RawMail {

    /** The header that names the mail; SES events show it too. */
    static final String ID_HEADER = "X-Leadmap-Mail";

    // Quoted-printable text never has an equals sign before an underscore.
    private static final NameValuePair BOUNDARY = new NameValuePair("boundary", "=_leadmap");
    private static final NameValuePair UTF_8 = new NameValuePair("charset", "UTF-8");

    private RawMail() {}

    /**
     * The bytes of the message.
     *
     * @throws IllegalArgumentException for a sender or recipient that is no mail address
     */
    static byte[] write(OutgoingMail mail) {
        Message.Builder message =
                Message.Builder.of()
                        .addField(mailboxes("From", List.of(mail.from())))
                        .addField(mailboxes("To", List.of(mail.to())))
                        .addField(subject(mail.subject()))
                        .addField(new RawField(ID_HEADER, mail.id().value()));
        if (!mail.copies().isEmpty()) {
            message.addField(mailboxes("Cc", mail.copies()));
        }
        if (mail.replyTo() != null) {
            message.addField(mailboxes("Reply-To", List.of(mail.replyTo())));
        }
        if (mail.unsubscribe() != null) {
            message.addField(new RawField("List-Unsubscribe", "<" + mail.unsubscribe() + ">"));
            message.addField(new RawField("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"));
        }
        try {
            message.setBody(
                            MultipartBuilder.create("alternative")
                                    .addBodyPart(part(mail.text(), "plain"))
                                    .addBodyPart(part(mail.html(), "html"))
                                    .build())
                    .setContentType("multipart/alternative", BOUNDARY);
            return DefaultMessageWriter.asBytes(message.build());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BodyPartBuilder part(String text, String subtype) throws IOException {
        return BodyPartBuilder.create()
                .setBody(text.replaceAll("\\R", "\r\n"), subtype, StandardCharsets.UTF_8)
                .setContentType("text/" + subtype, UTF_8)
                .setContentTransferEncoding("quoted-printable");
    }

    private static RawField subject(String text) {
        return new RawField("Subject", HeaderText.unstructured(text, "Subject: ".length()));
    }

    private static RawField mailboxes(String name, List<String> mailboxes) {
        return new RawField(
                name,
                mailboxes.stream()
                        .map(RawMail::mailbox)
                        .map(RawMail::written)
                        .collect(Collectors.joining(", ")));
    }

    /** The address alone, for the envelope. */
    static String address(String mailbox) {
        return mailbox(mailbox).address().mailed();
    }

    /** Everyone who gets the mail. */
    static List<String> recipients(OutgoingMail mail) {
        return Stream.concat(Stream.of(mail.to()), mail.copies().stream())
                .map(RawMail::address)
                .toList();
    }

    private static String written(Mailbox mailbox) {
        return mailbox.name().isEmpty()
                ? mailbox.address().mailed()
                : HeaderText.phrase(mailbox.name()) + " <" + mailbox.address().mailed() + ">";
    }

    /** Exactly one, so that nobody slips in a second. */
    private static Mailbox mailbox(String text) {
        return Mailbox.find(text)
                .orElseThrow(() -> new IllegalArgumentException("not a mail address"));
    }
}
