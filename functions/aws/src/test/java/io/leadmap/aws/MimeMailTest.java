package io.leadmap.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadmap.application.OutgoingMail;
import io.leadmap.domain.mail.EmailId;

import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.dom.Multipart;
import org.apache.james.mime4j.dom.TextBody;
import org.apache.james.mime4j.message.DefaultMessageBuilder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

class MimeMailTest {

    private static final Instant NOW = Instant.parse("2026-02-27T09:30:00Z");
    private static final EmailId ID = new EmailId("brightwater-abcdefgh12345678-4-1");

    @Test
    void html_comes_with_a_plain_text_that_is_read_instead() throws IOException {
        Message read = read(mail("Thank you, Zoë", "<p>Grüße, Zoë</p>", null));

        assertThat(read.getSubject()).isEqualTo("Thank you, Zoë");
        Multipart parts = (Multipart) read.getBody();
        assertThat(parts.getSubType()).isEqualTo("alternative");
        assertThat(parts.getBodyParts())
                .extracting(p -> p.getMimeType())
                .containsExactly("text/plain", "text/html");
        assertThat(text(parts, 1)).isEqualTo("<p>Grüße, Zoë</p>");
    }

    @Test
    void the_mail_is_named_by_a_header_that_does_not_depend_on_the_message_id() throws IOException {
        Message read = read(mail("Hello", "<p>Hello</p>", null));

        assertThat(read.getHeader().getField(MimeMail.ID_HEADER).getBody()).isEqualTo(ID.value());
        assertThat(read.getMessageId()).isEqualTo("<" + ID + "@brightwater.example>");
    }

    @Test
    void marketing_mail_can_be_ended_with_one_click() throws IOException {
        Message read =
                read(
                        mail(
                                "Hello",
                                "<p>Hello</p>",
                                URI.create("https://leadmap.example/unsubscribe/a-b-c")));

        assertThat(read.getHeader().getField("List-Unsubscribe").getBody())
                .isEqualTo("<https://leadmap.example/unsubscribe/a-b-c>");
        assertThat(read.getHeader().getField("List-Unsubscribe-Post").getBody())
                .isEqualTo("List-Unsubscribe=One-Click");
    }

    @Test
    void other_mail_offers_no_unsubscribing() throws IOException {
        Message read = read(mail("Hello", "<p>Hello</p>", null));

        assertThat(read.getHeader().getField("List-Unsubscribe")).isNull();
    }

    @Test
    void a_subject_with_line_breaks_begins_no_header() throws IOException {
        Message read =
                read(mail("Hello\r\nBcc: all@example.com\r\n\r\nBody", "<p>Hello</p>", null));

        assertThat(read.getHeader().getField("Bcc")).isNull();
        assertThat(read.getSubject()).isEqualTo("Hello Bcc: all@example.com Body");
    }

    @Test
    void an_address_that_is_none_is_never_sent_to() {
        assertThat(MimeMail.mailbox("a@example.com\r\nBcc: b@example.com")).isEmpty();
        assertThat(MimeMail.mailbox("a@example.com, b@example.com")).isEmpty();
        assertThat(MimeMail.mailbox("<a@example.com> <b@example.com>")).isEmpty();
        assertThat(MimeMail.mailbox("nobody")).isEmpty();
    }

    @Test
    void a_sender_s_name_may_hold_commas_and_umlauts() throws IOException {
        OutgoingMail mail =
                new OutgoingMail(
                        ID,
                        "Müller, Köln & Co. <hello@brightwater.example>",
                        null,
                        "tim@example.com",
                        List.of(),
                        "Hello",
                        "<p>Hello</p>",
                        "Hello",
                        null);

        Message read = read(mail);

        assertThat(read.getFrom().get(0).getName()).isEqualTo("Müller, Köln & Co.");
        assertThat(read.getFrom().get(0).getAddress()).isEqualTo("hello@brightwater.example");
    }

    private static OutgoingMail mail(String subject, String html, @Nullable URI unsubscribe) {
        return new OutgoingMail(
                ID,
                "Brightwater <hello@brightwater.example>",
                "desk@brightwater.example",
                "tim@example.com",
                List.of("ava@brightwater.example"),
                subject,
                html,
                "Hello",
                unsubscribe);
    }

    private static Message read(OutgoingMail mail) throws IOException {
        byte[] bytes = MimeMail.write(mail, NOW).orElseThrow();
        return new DefaultMessageBuilder().parseMessage(new ByteArrayInputStream(bytes));
    }

    private static String text(Multipart parts, int index) throws IOException {
        TextBody body = (TextBody) parts.getBodyParts().get(index).getBody();
        return new String(body.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
