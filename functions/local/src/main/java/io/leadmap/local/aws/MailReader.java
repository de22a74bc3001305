package io.leadmap.local.aws;

import io.leadmap.local.stack.Mail;

import org.apache.james.mime4j.MimeIOException;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;
import org.apache.james.mime4j.dom.Body;
import org.apache.james.mime4j.dom.Entity;
import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.dom.Multipart;
import org.apache.james.mime4j.dom.TextBody;
import org.apache.james.mime4j.dom.address.AddressList;
import org.apache.james.mime4j.dom.address.Mailbox;
import org.apache.james.mime4j.message.DefaultMessageBuilder;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.MimeConfig;
import org.jspecify.annotations.Nullable;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads a raw message as a recipient's mail program would show it. */
final class MailReader {

    private MailReader() {}

    /** The parsed message; empty without a From header, which SES asks for, or if it is no MIME. */
    static Optional<Message> parse(byte[] raw) {
        DefaultMessageBuilder builder = new DefaultMessageBuilder();
        builder.setMimeEntityConfig(MimeConfig.PERMISSIVE);
        try {
            return Optional.of(builder.parseMessage(new ByteArrayInputStream(raw)))
                    .filter(message -> message.getFrom() != null && !message.getFrom().isEmpty());
        } catch (MimeIOException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The address of the first sender. */
    static String sender(Message message) {
        return message.getFrom().get(0).getAddress();
    }

    /** Everyone in To, Cc and Bcc. */
    static List<String> recipients(Message message) {
        return Stream.of(message.getTo(), message.getCc(), message.getBcc())
                .flatMap(list -> addresses(list).stream())
                .toList();
    }

    private static List<String> addresses(@Nullable AddressList list) {
        return list == null ? List.of() : list.flatten().stream().map(Mailbox::getAddress).toList();
    }

    /**
     * The mail as the mailbox shows it.
     *
     * @param id the mailbox's own
     * @param messageId what SES answers
     * @param tags of the call
     * @param configurationSet of the call
     */
    static Mail mail(
            String id,
            String messageId,
            Map<String, String> tags,
            @Nullable String configurationSet,
            Instant sentAt,
            Message message) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (Field field : message.getHeader().getFields()) {
            headers.merge(field.getName(), decoded(field), (one, other) -> one + ", " + other);
        }
        return new Mail(
                id,
                messageId,
                headers.getOrDefault("From", sender(message)),
                addresses(message.getTo()),
                addresses(message.getCc()),
                message.getSubject() == null ? "" : message.getSubject(),
                part(message, "text/html").orElse(null),
                part(message, "text/plain").orElse(null),
                headers,
                tags,
                configurationSet,
                sentAt,
                tags.get("lead"));
    }

    private static String decoded(Field field) {
        return DecoderUtil.decodeEncodedWords(
                field.getBody(), DecodeMonitor.SILENT, StandardCharsets.UTF_8);
    }

    private static Optional<String> part(Entity entity, String type) {
        Body body = entity.getBody();
        if (body instanceof Multipart multipart) {
            return multipart.getBodyParts().stream()
                    .flatMap(part -> part(part, type).stream())
                    .findFirst();
        }
        boolean shown =
                body instanceof TextBody
                        && type.equals(entity.getMimeType())
                        && !"attachment".equals(entity.getDispositionType());
        return shown ? Optional.of(text((TextBody) body)) : Optional.empty();
    }

    private static String text(TextBody body) {
        try (Reader reader = body.getReader();
                StringWriter text = new StringWriter()) {
            reader.transferTo(text);
            return text.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
