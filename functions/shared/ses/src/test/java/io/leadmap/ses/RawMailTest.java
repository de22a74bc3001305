package io.leadmap.ses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadmap.domain.mail.EmailId;
import io.leadmap.domain.text.Line;
import io.leadmap.ports.OutgoingMail;

import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.dom.address.Mailbox;
import org.apache.james.mime4j.message.DefaultMessageBuilder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;

class RawMailTest {

    private static OutgoingMail mail(String to, String subject, @Nullable URI unsubscribe) {
        return new OutgoingMail(
                new EmailId("clinic-0123456789ab-3-1"),
                "Praxis \"Müller, Köln\" <info@clinic.example>",
                "reply@clinic.example",
                to,
                List.of("dr@clinic.example"),
                subject,
                "<p>Grüße = gut</p>",
                "Grüße\nzwei",
                unsubscribe);
    }

    private static String written(OutgoingMail mail) {
        return new String(RawMail.write(mail), StandardCharsets.US_ASCII);
    }

    @Test
    void a_mail_is_ascii_with_text_before_html_and_names_its_id() {
        String raw = written(mail("Ann <ann@patients.example>", "Grüße", null));
        assertThat(raw)
                .contains("X-Leadmap-Mail: clinic-0123456789ab-3-1\r\n")
                .contains("Subject: =?ISO-8859-1?B?R3L832U=?=")
                .contains("Reply-To: reply@clinic.example\r\n")
                .contains("Cc: dr@clinic.example\r\n")
                .contains("<info@clinic.example>")
                .contains("Gr=C3=BC=C3=9Fe\r\nzwei")
                .contains("=3D gut")
                .doesNotContain("List-Unsubscribe");
        assertThat(raw.indexOf("text/plain")).isLessThan(raw.indexOf("text/html"));
    }

    @Test
    void marketing_mail_can_be_unsubscribed_with_one_click() {
        String raw =
                written(mail("ann@patients.example", "Hi", URI.create("https://c.example/u/t")));
        assertThat(raw)
                .contains("List-Unsubscribe: <https://c.example/u/t>\r\n")
                .contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n");
    }

    @Test
    void the_same_mail_is_the_same_bytes() {
        OutgoingMail mail = mail("ann@patients.example", "Hi", null);
        assertThat(RawMail.write(mail)).isEqualTo(RawMail.write(mail));
    }

    @Test
    void a_subject_cannot_add_a_header() {
        String raw = written(mail("ann@patients.example", "Hi\r\nBcc: eve@other.example", null));
        assertThat(raw).contains("Subject: Hi Bcc: eve@other.example\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=?utf-8?q?Free=20money?= Byron",
                "Byron =?UTF-8?B?RnJlZSBtb25leQ==?=",
                "Hi=?utf-8?q?Free=20money?=Byron",
                "=?utf-8*en?q?Free?= =?utf-8?q?money?=",
                "=?",
                "Grüße =?utf-8?q?x?=",
                "a  b",
                "100% = ?",
                "{{unsubscribeLink}}",
                "Ünïcödé 👩‍⚕️ ありがとう",
                "x",
            })
    void a_subject_and_a_name_are_shown_as_they_were_written(String text) throws IOException {
        for (String whole : List.of(text, (text + " ").repeat(30).strip())) {
            OutgoingMail mail = mail(whole.replace("\"", "") + " <ann@patients.example>", whole);
            Message read = read(mail);

            assertThat(read.getSubject()).isEqualTo(whole);
            assertThat(read.getTo().flatten().getFirst().getName())
                    .as("names are kept as one line")
                    .isEqualTo(Line.of(whole));
            assertThat(read.getTo().flatten().getFirst().getAddress())
                    .isEqualTo("ann@patients.example");
        }
    }

    @Test
    void no_line_of_a_header_is_too_long() throws IOException {
        for (String text : List.of("a".repeat(2_000), "ü".repeat(2_000), "👩".repeat(500))) {
            OutgoingMail mail = mail(text + " <ann@patients.example>", text);

            assertThat(written(mail).lines()).allMatch(line -> line.length() < 999);
            assertThat(read(mail).getSubject()).isEqualTo(text);
        }
    }

    @Test
    void a_name_cannot_add_a_header_or_a_recipient() throws IOException {
        Message read =
                read(
                        mail(
                                "Ann\r\nBcc: eve@other.example, \"Eve\\\" <eve@other.example>,"
                                        + " <ann@patients.example>",
                                "Hi\u2028\u0085\nBcc: eve@other.example"));

        assertThat(read.getBcc()).isNull();
        assertThat(read.getSubject()).isEqualTo("Hi Bcc: eve@other.example");
        assertThat(read.getTo().flatten())
                .singleElement()
                .extracting(Mailbox::getAddress)
                .isEqualTo("ann@patients.example");
    }

    private static OutgoingMail mail(String to, String subject) {
        return mail(to, subject, null);
    }

    /** As a recipient's mail program reads it. */
    private static Message read(OutgoingMail mail) throws IOException {
        return new DefaultMessageBuilder()
                .parseMessage(new ByteArrayInputStream(RawMail.write(mail)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ann",
                "@x.example",
                "ann@",
                "a@b@c.example",
                "a b@c.example",
                "ann@c.example\r\nBcc: eve@d.example",
                "ann@c.example,eve@d.example",
                "änn@c.example"
            })
    void what_is_no_address_is_refused(String to) {
        assertThatThrownBy(() -> RawMail.write(mail(to, "Hi", null)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
