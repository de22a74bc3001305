package io.leadmap.local.aws;

import static io.leadmap.local.aws.Cloud.allow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;

import io.leadmap.local.stack.Mail;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.ses.SesClient;
import software.amazon.awssdk.services.ses.model.ConfigurationSetDoesNotExistException;
import software.amazon.awssdk.services.ses.model.MessageRejectedException;
import software.amazon.awssdk.services.ses.model.SendRawEmailRequest;
import software.amazon.awssdk.services.ses.model.SesException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

class EmulatedSesTest {

    private static final String DOMAIN =
            "arn:aws:ses:eu-west-1:111122223333:identity/clinic.example";
    private static final String SET = "arn:aws:ses:eu-west-1:111122223333:configuration-set/mails";

    private static final String RAW =
            """
            From: =?UTF-8?Q?Praxis_M=C3=BCller?= <info@clinic.example>
            To: Ann <ann@patients.example>
            Cc: dr@clinic.example
            Subject: =?UTF-8?B?R3LDvMOfZSDigJMgd2VsY29tZQ==?=
            X-Leadmap-Email: e1
            MIME-Version: 1.0
            Content-Type: multipart/alternative; boundary="b"

            --b
            Content-Type: text/plain; charset=UTF-8
            Content-Transfer-Encoding: quoted-printable

            Liebe Ann, gr=C3=BC=C3=9F Gott
            --b
            Content-Type: text/html; charset=UTF-8
            Content-Transfer-Encoding: base64

            PHA+Z3LDvMOfIEdvdHQ8L3A+
            --b--
            """
                    .replace("\n", "\r\n");

    private Cloud cloud;
    private SesClient ses;

    @BeforeEach
    void start() throws IOException {
        cloud = Cloud.allowing(allow("ses:SendRawEmail", DOMAIN, SET));
        ses = cloud.ses();
    }

    @AfterEach
    void stop() {
        ses.close();
        cloud.close();
    }

    private static SendRawEmailRequest.Builder request() {
        return SendRawEmailRequest.builder()
                .configurationSetName("mails")
                .tags(t -> t.name("lead").value("l1"), t -> t.name("mail").value("e1"))
                .rawMessage(m -> m.data(SdkBytes.fromString(RAW, StandardCharsets.US_ASCII)));
    }

    private String send(Consumer<SendRawEmailRequest.Builder> change) {
        SendRawEmailRequest.Builder request = request();
        change.accept(request);
        return ses.sendRawEmail(request.build()).messageId();
    }

    private List<Mail> mails() {
        return cloud.endpoints.mailbox().newestFirst();
    }

    @Test
    void a_mail_is_kept_as_its_reader_would_see_it() {
        String messageId = send(r -> {});
        Mail mail = mails().getFirst();
        assertThat(mail.messageId()).isEqualTo(messageId);
        assertThat(mail.subject()).isEqualTo("Grüße – welcome");
        assertThat(mail.from()).isEqualTo("Praxis Müller <info@clinic.example>");
        assertThat(mail.to()).containsExactly("ann@patients.example");
        assertThat(mail.cc()).containsExactly("dr@clinic.example");
        assertThat(mail.text()).isEqualTo("Liebe Ann, grüß Gott");
        assertThat(mail.html()).isEqualTo("<p>grüß Gott</p>");
        assertThat(mail.headers()).containsEntry("X-Leadmap-Email", "e1");
        assertThat(mail.tags()).containsEntry("mail", "e1");
        assertThat(mail.leadId()).isEqualTo("l1");
        assertThat(mail.configurationSet()).isEqualTo("mails");
        assertThat(mail.sentAt()).isEqualTo(Cloud.NOW);
    }

    @Test
    void what_ses_would_not_send_is_refused_as_ses_does() {
        assertThatThrownBy(() -> send(r -> r.configurationSetName("none")))
                .isInstanceOf(SesException.class);
        assertThatThrownBy(() -> send(r -> r.source("info@other.example")))
                .isInstanceOf(SesException.class);
        assertThatThrownBy(() -> send(r -> r.tags(t -> t.name("a b").value("x"))))
                .hasMessageContaining("Tag");
        assertThatThrownBy(() ->
                        send(r -> r.rawMessage(m -> m.data(SdkBytes.fromUtf8String("hello")))))
                .hasMessageContaining("From");
        assertThatThrownBy(() ->
                        send(r ->
                                r.rawMessage(m ->
                                        m.data(
                                                SdkBytes.fromUtf8String(
                                                        "X-SES-MESSAGE-TAGS: lead=l2\r\n" + RAW)))))
                .as("what SES would read of headers is not passed over in silence")
                .hasMessageContaining("X-SES-MESSAGE-TAGS");
        assertThat(mails()).isEmpty();
    }

    @Test
    void unknown_sets_and_identities_are_told_apart_from_missing_permissions() throws IOException {
        try (Cloud all = Cloud.allowing(allow("ses:*", "*"));
                SesClient client = all.ses()) {
            assertThatThrownBy(() ->
                            client.sendRawEmail(request().configurationSetName("none").build()))
                    .isInstanceOf(ConfigurationSetDoesNotExistException.class);
            assertThatThrownBy(
                            () -> client.sendRawEmail(request().source("a@other.example").build()))
                    .isInstanceOf(MessageRejectedException.class)
                    .hasMessageContaining("not verified");
        }
    }

    @Test
    void permission_is_needed_on_identity_and_configuration_set() throws IOException {
        try (Cloud half = Cloud.allowing(allow("ses:SendRawEmail", DOMAIN));
                SesClient client = half.ses()) {
            assertThatThrownBy(() -> client.sendRawEmail(request().build()))
                    .isInstanceOfSatisfying(
                            SesException.class,
                            e ->
                                    assertThat(e.awsErrorDetails().errorCode())
                                            .isEqualTo("AccessDenied"))
                    .hasMessageContaining("ses:SendRawEmail on resource: " + SET);
        }
    }

    @Test
    void throttled_refused_and_failed_calls_send_nothing() {
        cloud.fail("ses", null, "throttle", 1);
        assertThatThrownBy(() -> send(r -> {}))
                .isInstanceOfSatisfying(
                        SesException.class,
                        e -> assertThat(e.awsErrorDetails().errorCode()).isEqualTo("Throttling"));
        cloud.fail("ses", "SendRawEmail", "refuse", 1);
        assertThatThrownBy(() -> send(r -> {})).isInstanceOf(MessageRejectedException.class);
        cloud.fail("ses", null, "notVerified", 1);
        assertThatThrownBy(() -> send(r -> {}))
                .isInstanceOf(MessageRejectedException.class)
                .hasMessageContaining("Email address is not verified.");
        cloud.fail("ses", null, "error", 1);
        assertThatThrownBy(() -> send(r -> {}))
                .isInstanceOfSatisfying(
                        SesException.class, e -> assertThat(e.statusCode()).isEqualTo(500));
        assertThat(mails()).isEmpty();
    }

    @Test
    void a_lost_answer_is_one_mail() {
        send(r -> {});
        cloud.fail("ses", null, "lostAnswer", 1);
        assertThatThrownBy(() -> send(r -> {})).isInstanceOf(SdkClientException.class);
        assertThat(mails()).hasSize(2);
    }

    @Test
    void mails_survive_a_restart_until_they_are_emptied(@TempDir Path folder) throws IOException {
        var stack = Cloud.stack(Map.of("Writer", List.of(allow("ses:*", "*"))));
        List<Mail> before;
        try (Cloud first = Cloud.start(stack, folder);
                SesClient client = first.ses()) {
            client.sendRawEmail(request().build());
            client.sendRawEmail(request().build());
            before = first.endpoints.mailbox().newestFirst();
        }
        try (Cloud second = Cloud.start(stack, folder);
                SesClient client = second.ses()) {
            assertThat(second.endpoints.mailbox().newestFirst()).isEqualTo(before);
            client.sendRawEmail(request().build());
            assertThat(second.endpoints.mailbox().newestFirst()).hasSize(3);
            second.endpoints.mailbox().empty();
        }
        try (Cloud third = Cloud.start(stack, folder)) {
            assertThat(third.endpoints.mailbox().newestFirst()).isEmpty();
        }
    }

    @Test
    void ses_reports_a_mail_with_its_tags_and_recipients() {
        send(r -> {});
        SesEvents reports =
                new SesEvents(Cloud.stack(Map.of()), InstantSource.fixed(Cloud.NOW.plusSeconds(5)));
        JsonNode event =
                reports.report(mails().getFirst(), SesEvents.Kind.named("bounced").orElseThrow())
                        .orElseThrow();
        assertThat(event.path("source").asText()).isEqualTo("aws.ses");
        assertThat(event.path("detail-type").asText()).isEqualTo("Email Bounced");
        assertThat(event.at("/detail/eventType").asText()).isEqualTo("Bounce");
        assertThat(event.at("/detail/bounce/bounceType").asText()).isEqualTo("Permanent");
        assertThat(event.at("/detail/bounce/bouncedRecipients/0/emailAddress").asText())
                .isEqualTo("ann@patients.example");
        assertThat(event.at("/detail/mail/messageId").asText())
                .isEqualTo(mails().getFirst().messageId());
        assertThat(event.at("/detail/mail/tags/mail/0").asText()).isEqualTo("e1");
        assertThat(event.at("/detail/mail/tags/ses:configuration-set/0").asText())
                .isEqualTo("mails");
        assertThat(event.at("/resources/0").asText()).isEqualTo(SET);
    }

    @Test
    void a_report_has_the_particulars_that_a_test_asks_for() {
        send(r -> {});
        SesEvents reports = new SesEvents(Cloud.stack(Map.of()), InstantSource.fixed(Cloud.NOW));
        JsonNode bounce =
                reports.report(
                                mails().getFirst(),
                                SesEvents.Kind.BOUNCED,
                                new SesEvents.Particulars(
                                        false, null, "Ann <ann@patients.example>"))
                        .orElseThrow();
        assertThat(bounce.at("/detail/bounce/bounceType").asText()).isEqualTo("Transient");
        assertThat(bounce.at("/detail/bounce/bouncedRecipients/0/emailAddress").asText())
                .isEqualTo("Ann <ann@patients.example>");
        JsonNode complaint =
                reports.report(
                                mails().getFirst(),
                                SesEvents.Kind.COMPLAINED,
                                new SesEvents.Particulars(true, "not-spam", null))
                        .orElseThrow();
        assertThat(complaint.at("/detail/complaint/complaintFeedbackType").asText())
                .isEqualTo("not-spam");
    }

    @Test
    void a_mail_without_a_configuration_set_is_never_reported() {
        send(r -> r.configurationSetName(null));
        SesEvents reports = new SesEvents(Cloud.stack(Map.of()), InstantSource.fixed(Cloud.NOW));
        assertThat(reports.report(mails().getFirst(), SesEvents.Kind.DELIVERED)).isEmpty();
    }
}
