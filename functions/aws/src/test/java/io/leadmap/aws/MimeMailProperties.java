package io.leadmap.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadmap.application.OutgoingMail;
import io.leadmap.domain.mail.EmailId;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.message.DefaultMessageBuilder;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;

class MimeMailProperties {

    @Property(tries = 300)
    void whatever_stands_in_subject_and_name_the_headers_are_ours(
            @ForAll String subject, @ForAll String name) throws IOException {
        OutgoingMail mail =
                new OutgoingMail(
                        new EmailId("brightwater-abcdefgh12345678-4-1"),
                        name.replaceAll("[<>]", "") + " <hello@brightwater.example>",
                        null,
                        "tim@example.com",
                        List.of(),
                        subject,
                        "<p>Hello</p>",
                        "Hello",
                        null);

        byte[] bytes = MimeMail.write(mail, Instant.parse("2026-02-27T09:30:00Z")).orElseThrow();
        Message read = new DefaultMessageBuilder().parseMessage(new ByteArrayInputStream(bytes));

        assertThat(read.getHeader().getFields())
                .extracting(f -> f.getName())
                .containsExactlyInAnyOrder(
                        "MIME-Version",
                        "From",
                        "To",
                        "Date",
                        "Message-ID",
                        "Subject",
                        "X-Leadmap-Email",
                        "Content-Type");
        assertThat(read.getTo().flatten()).hasSize(1);
    }
}
