package io.leadmap.local.aws;

import io.leadmap.aws.AwsClients;
import io.leadmap.aws.AwsEnvironment;
import io.leadmap.eventbridge.EventBridgeBus;
import io.leadmap.kms.KmsKeyService;
import io.leadmap.ports.EventBus;
import io.leadmap.ports.KeyService;
import io.leadmap.ports.MailTransport;
import io.leadmap.ports.MailTransport.Handover;
import io.leadmap.ses.SesMailTransport;
import io.leadmap.testkit.EventBusContract;
import io.leadmap.testkit.KeyServiceContract;
import io.leadmap.testkit.LocalStack;
import io.leadmap.testkit.MailTransportContract;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;

import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.ses.SesClient;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.regex.Pattern;

/** The adapters keep their contracts on LocalStack; skipped where its image is not to be had. */
@SuppressWarnings("NullAway.Init") // made before all tests
class AdaptersOnLocalStackTest {

    private static final String CONFIGURATION_SET = "mails";
    private static final String MAIL_HEADER = "X-Leadmap-Mail";

    private static AwsClients clients;
    private static String keyArn;

    @BeforeAll
    static void makeWhatTheTemplateMakes() {
        clients = new AwsClients(new AwsEnvironment(LocalStack.environment()));
        try (KmsClient kms = patient(KmsClient.builder());
                EventBridgeClient events = patient(EventBridgeClient.builder());
                SesClient ses = patient(SesClient.builder())) {
            keyArn = kms.createKey().keyMetadata().arn();
            events.createEventBus(bus -> bus.name("leadmap"));
            ses.verifyDomainIdentity(identity -> identity.domain("clinic.example"));
            ses.createConfigurationSet(set -> set.configurationSet(s -> s.name(CONFIGURATION_SET)));
        }
    }

    /**
     * LocalStack loads a service when it is first called, which may take longer than a function
     * waits.
     */
    private static <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> C patient(
            B builder) {
        AwsEnvironment environment = new AwsEnvironment(LocalStack.environment());
        return builder.endpointOverride(LocalStack.endpoint())
                .region(environment.region())
                .credentialsProvider(environment.credentials())
                .httpClientBuilder(
                        UrlConnectionHttpClient.builder().socketTimeout(Duration.ofMinutes(2)))
                .build();
    }

    @Nested
    class Keys extends KeyServiceContract {
        @Override
        protected KeyService keys() {
            return new KmsKeyService(KmsKeyService.client(clients), keyArn);
        }
    }

    @Nested
    class Bus extends EventBusContract {
        @Override
        protected EventBus bus() {
            return new EventBridgeBus(EventBridgeBus.client(clients), "leadmap");
        }
    }

    @Nested
    class Mails extends MailTransportContract {
        @Override
        protected MailTransport transport() {
            return new SesMailTransport(SesMailTransport.client(clients), CONFIGURATION_SET);
        }

        @Override
        protected long arrived(String text) {
            return sentMails().split(Pattern.quote(MAIL_HEADER + ": " + text), -1).length - 1L;
        }

        /** LocalStack refuses it under the same code with other words than those of AWS. */
        @Override
        protected Handover notVerified() {
            return new Handover.Rejected("400 MessageRejected");
        }

        private String sentMails() {
            try (HttpClient client = HttpClient.newHttpClient()) {
                return client.send(
                                HttpRequest.newBuilder(LocalStack.endpoint().resolve("/_aws/ses"))
                                        .build(),
                                BodyHandlers.ofString())
                        .body();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }
}
