package io.leadmap.mailsender;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.leadmap.domain.mail.EmailId;
import io.leadmap.lambda.Log;
import io.leadmap.ports.MailTransport.Handover;
import io.leadmap.ports.OutgoingMail;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

class BarredMailTest {

    private static final OutgoingMail MAIL =
            new OutgoingMail(
                    new EmailId("clinic-0123456789ab-3-1"),
                    "Clinic <info@clinic.example>",
                    null,
                    "ann@patients.example",
                    List.of(),
                    "Welcome",
                    "<p>Hello</p>",
                    "Hello",
                    null);

    @Test
    void a_mail_that_is_barred_is_a_line_of_the_log_that_names_the_bar_and_nobody() {
        Handover barred = new Handover.Barred("sandbox", "The account is in the sandbox.");

        assertThat(said(barred))
                .contains("\"message\":\"mail is barred\"")
                .contains("\"bar\":\"sandbox\"")
                .contains("\"mail\":\"clinic-0123456789ab-3-1\"")
                .doesNotContain("@");
    }

    @Test
    void no_other_answer_is_one() {
        assertThat(said(new Handover.NotYet("busy"))).isEmpty();
        assertThat(said(new Handover.Rejected("400 MessageRejected"))).isEmpty();
        assertThat(said(new Handover.Accepted("m1"))).isEmpty();
    }

    @Test
    void the_alarm_looks_for_that_line() throws IOException {
        assertThat(Files.readString(template()))
                .contains("FilterPattern: '{ $.message = \"" + BarredMail.MESSAGE + "\" }'");
    }

    /** What the log says of a mail that the mail service answers like this. */
    private static String said(Handover answer) {
        PrintStream before = System.out;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        System.setOut(new PrintStream(out, true, UTF_8));
        try {
            Log log = new Log("MailSender", InstantSource.fixed(Instant.EPOCH));
            assertThat(new BarredMail(mail -> answer, log).send(MAIL)).isEqualTo(answer);
        } finally {
            System.setOut(before);
        }
        return out.toString(UTF_8);
    }

    private static Path template() {
        return Stream.iterate(Path.of("").toAbsolutePath(), Objects::nonNull, Path::getParent)
                .map(folder -> folder.resolve("template.yaml"))
                .filter(Files::exists)
                .findFirst()
                .orElseThrow();
    }
}
