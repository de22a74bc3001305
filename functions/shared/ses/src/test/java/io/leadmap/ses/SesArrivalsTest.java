package io.leadmap.ses;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadmap.aws.AwsClients;
import io.leadmap.aws.AwsEnvironment;
import io.leadmap.domain.mail.EmailId;
import io.leadmap.ports.MailTransport.Handover;
import io.leadmap.ports.OutgoingMail;
import io.leadmap.ses.MailServer.Then;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * Counts what arrives at a mail service that does not answer as it should: whatever happens, a mail
 * is written to the wire at most once (architecture decision 4).
 */
class SesArrivalsTest {

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

    private static SesMailTransport transport(URI endpoint) {
        AwsEnvironment environment =
                new AwsEnvironment(
                        Map.of(
                                "AWS_REGION", "eu-west-1",
                                "AWS_ACCESS_KEY_ID", "MailSender",
                                "AWS_SECRET_ACCESS_KEY", "secret",
                                "AWS_ENDPOINT_URL_SES", endpoint.toString()));
        return new SesMailTransport(SesMailTransport.client(new AwsClients(environment)), "mails");
    }

    @ParameterizedTest
    @EnumSource(
            value = Then.class,
            names = {"HANG_UP", "RESET", "FAIL"})
    void a_mail_whose_answer_is_lost_arrives_once_and_is_unknown(Then then) throws IOException {
        try (MailServer server = new MailServer(then)) {
            assertThat(transport(server.uri()).send(MAIL)).isInstanceOf(Handover.Unknown.class);
            assertThat(server.arrivals()).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Then.class,
            names = {"HANG_UP", "RESET"})
    void also_when_an_earlier_mail_went_well(Then then) throws IOException {
        try (MailServer server = new MailServer(Then.ACCEPT, then)) {
            SesMailTransport transport = transport(server.uri());
            assertThat(transport.send(MAIL)).isEqualTo(new Handover.Accepted("m1"));
            assertThat(transport.send(MAIL)).isEqualTo(new Handover.Unknown("no answer"));
            assertThat(server.arrivals()).hasSize(2);
        }
    }

    @Test
    void each_mail_has_a_connection_of_its_own_that_nobody_closed_meanwhile() throws IOException {
        try (MailServer server = new MailServer(Then.ACCEPT)) {
            SesMailTransport transport = transport(server.uri());
            transport.send(MAIL);
            transport.send(MAIL);
            assertThat(server.connections()).isEqualTo(2);
        }
    }

    @Test
    void a_throttled_mail_may_be_tried_again_and_a_rejected_one_may_not() throws IOException {
        try (MailServer server = new MailServer(Then.THROTTLE, Then.REJECT)) {
            SesMailTransport transport = transport(server.uri());
            assertThat(transport.send(MAIL))
                    .isEqualTo(
                            new Handover.NotYet(
                                    "The mail service does not take it now (400 Throttling)."));
            assertThat(transport.send(MAIL))
                    .isEqualTo(new Handover.Rejected("400 MessageRejected"));
            assertThat(server.arrivals()).hasSize(2);
        }
    }

    @Test
    void without_a_connection_nothing_was_sent() throws IOException {
        URI nobody;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = URI.create("http://localhost:" + free.getLocalPort());
        }
        Handover none = new Handover.NotYet("The mail service could not be reached.");
        assertThat(transport(nobody).send(MAIL)).isEqualTo(none);
        assertThat(transport(URI.create("http://nobody.invalid")).send(MAIL)).isEqualTo(none);
    }

    @Test
    void a_mail_to_no_address_is_rejected_before_anything_is_sent() throws IOException {
        try (MailServer server = new MailServer(Then.ACCEPT)) {
            OutgoingMail two =
                    new OutgoingMail(
                            MAIL.id(),
                            MAIL.from(),
                            null,
                            "ann@patients.example, eve@other.example",
                            List.of(),
                            MAIL.subject(),
                            MAIL.html(),
                            MAIL.text(),
                            null);
            assertThat(transport(server.uri()).send(two)).isInstanceOf(Handover.Rejected.class);
            assertThat(server.arrivals()).isEmpty();
        }
    }
}
