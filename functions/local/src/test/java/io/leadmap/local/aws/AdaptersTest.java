package io.leadmap.local.aws;

import static io.leadmap.local.aws.Cloud.allow;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadmap.aws.AwsClients;
import io.leadmap.aws.AwsEnvironment;
import io.leadmap.domain.practice.PracticeId;
import io.leadmap.eventbridge.EventBridgeBus;
import io.leadmap.kms.KmsKeyService;
import io.leadmap.ports.EventBus;
import io.leadmap.ports.KeyService;
import io.leadmap.ports.MailTransport;
import io.leadmap.ports.MailTransport.Handover;
import io.leadmap.ses.SesMailTransport;
import io.leadmap.testkit.EventBusContract;
import io.leadmap.testkit.KeyServiceContract;
import io.leadmap.testkit.MailTransportContract;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/** The adapters of the ports keep their contracts through these endpoints, faults included. */
@SuppressWarnings("NullAway.Init") // started before all tests
class AdaptersTest {

    private static Cloud cloud;
    private static AwsClients clients;

    @BeforeAll
    static void start() throws IOException {
        cloud = Cloud.allowing(allow("kms:*", "*"), allow("ses:*", "*"), allow("events:*", "*"));
        clients =
                new AwsClients(
                        new AwsEnvironment(
                                Map.of(
                                        "AWS_REGION",
                                        "eu-west-1",
                                        "AWS_ACCESS_KEY_ID",
                                        "Writer",
                                        "AWS_SECRET_ACCESS_KEY",
                                        "secret",
                                        "AWS_ENDPOINT_URL_SES",
                                        cloud.endpoints.ses().toString(),
                                        "AWS_ENDPOINT_URL_KMS",
                                        cloud.endpoints.kms().toString(),
                                        "AWS_ENDPOINT_URL_EVENTBRIDGE",
                                        cloud.endpoints.events().toString())));
    }

    @AfterAll
    static void stop() {
        cloud.close();
    }

    @Nested
    class Keys extends KeyServiceContract {
        @Override
        protected KeyService keys() {
            return new KmsKeyService(KmsKeyService.client(clients), Cloud.KEY_ARN);
        }

        @Test
        void a_throttled_call_is_repeated() {
            cloud.fail("kms", null, "throttle", 2);
            assertThat(keys().generate(new PracticeId("one")).plain()).hasSize(32);
        }
    }

    @Nested
    class Bus extends EventBusContract {
        @Override
        protected EventBus bus() {
            return new EventBridgeBus(EventBridgeBus.client(clients), "leadmap");
        }

        @Test
        void a_refused_entry_is_told_by_its_index() {
            cloud.fail("events", null, "refuse", 1);
            EventBus.Event event = new EventBus.Event("leadCreated", Cloud.NOW, "{}");
            assertThat(bus().publish(List.of(event, event))).containsExactly(0);
        }
    }

    @Nested
    class Mails extends MailTransportContract {
        @Override
        protected MailTransport transport() {
            return new SesMailTransport(SesMailTransport.client(clients), "mails");
        }

        @Override
        protected long arrived(String text) {
            return cloud.endpoints.mailbox().newestFirst().stream()
                    .filter(mail -> mail.headers().containsValue(text))
                    .count();
        }

        private Handover sendWhile(String fault, String id) {
            cloud.fail("ses", "SendRawEmail", fault, 1);
            return transport().send(mail(id, "info@clinic.example"));
        }

        @Test
        void a_lost_answer_is_unknown_and_one_mail() {
            String id = "clinic-0123456789ab-6-1";
            assertThat(sendWhile("lostAnswer", id)).isInstanceOf(Handover.Unknown.class);
            assertThat(arrived(id)).isEqualTo(1);
        }

        @Test
        void throttled_refused_and_failed_are_told_apart() {
            String id = "clinic-0123456789ab-7-1";
            assertThat(sendWhile("throttle", id)).isInstanceOf(Handover.NotYet.class);
            assertThat(sendWhile("refuse", id)).isInstanceOf(Handover.Rejected.class);
            assertThat(sendWhile("notVerified", id)).isInstanceOf(Handover.Barred.class);
            assertThat(sendWhile("error", id)).isInstanceOf(Handover.Unknown.class);
            assertThat(arrived(id)).isZero();
        }

        @Test
        void the_mail_finds_its_lead_by_its_tags() {
            transport().send(mail("clinic-0123456789ab-8-1", "info@clinic.example"));
            assertThat(cloud.endpoints.mailbox().newestFirst().getFirst())
                    .satisfies(mail -> {
                        assertThat(mail.leadId()).isEqualTo("0123456789ab");
                        assertThat(mail.tags())
                                .containsEntry("mail", "clinic-0123456789ab-8-1")
                                .containsEntry("practice", "clinic");
                    });
        }
    }
}
