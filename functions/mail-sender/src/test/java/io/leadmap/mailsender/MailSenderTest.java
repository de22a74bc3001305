package io.leadmap.mailsender;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadmap.domain.lead.LeadId;
import io.leadmap.domain.mail.Email;
import io.leadmap.domain.practice.PracticeId;
import io.leadmap.json.Json;
import io.leadmap.lambda.FunctionContext;
import io.leadmap.ports.MailTransport;
import io.leadmap.ports.OutgoingMail;
import io.leadmap.ports.Practices;
import io.leadmap.ports.Store;
import io.leadmap.testkit.FunctionCall;
import io.leadmap.testkit.InMemoryStore;
import io.leadmap.testkit.LeadStory;
import io.leadmap.testkit.MailLedgerContract;
import io.leadmap.testkit.SamplePractices;
import io.micronaut.context.ApplicationContext;
import io.micronaut.test.annotation.MockBean;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The function with its own beans, over ports in memory. */
@MicronautTest(
        startApplication = false,
        rebuildContext = true,
        contextBuilder = MailSenderTest.Beans.class)
@SuppressWarnings("NullAway.Init") // injected
class MailSenderTest {

    private static final PracticeId PRACTICE = new PracticeId("clinic");
    private static final InstantSource NOW =
            InstantSource.fixed(Instant.parse("2026-03-02T09:30:00Z"));

    /** The function's own beans, but for its ports. */
    public static final class Beans extends FunctionContext {
        public Beans() {
            super(
                    MailSender.class,
                    Map.of(
                            "PUBLIC_URL",
                            "https://leadmap.example",
                            "SENDING_DOMAIN",
                            "mail.example"),
                    NOW);
        }
    }

    @MockBean(Store.class)
    Store inMemory() {
        return new InMemoryStore(NOW);
    }

    private static final InstantSource EARLIER = InstantSource.offset(NOW, Duration.ofHours(-1));
    private static final List<OutgoingMail> sent = new ArrayList<>();

    @MockBean(MailTransport.class)
    MailTransport transport() {
        return mail -> {
            sent.add(mail);
            return new MailTransport.Handover.Accepted("m1");
        };
    }

    @Inject ApplicationContext beans;
    @Inject Store store;

    @Test
    void a_record_of_a_mail_that_is_not_there_keeps_no_other_from_being_sent() {
        assertThat(
                        Json.text(
                                FunctionCall.of(
                                        new MailSender(beans), FunctionCall.sample("mail-sender"))))
                .isEqualTo("{\"batchItemFailures\":[]}");
    }

    @Test
    void a_mail_that_waits_is_sent_at_a_tick() {
        beans.getBean(Practices.class).store(SamplePractices.of(PRACTICE), 0);
        LeadStory tim = new LeadStory(PRACTICE, new LeadId("tim000000000"), EARLIER);
        tim.begin(store, "m@example.com", null);
        Email mail = MailLedgerContract.automatic(tim, 1);
        LeadStory.store(store, MailLedgerContract.queue(tim, mail));

        FunctionCall.of(new MailSender(beans), FunctionCall.tick());

        assertThat(sent).extracting(OutgoingMail::id).containsExactly(mail.id());
    }
}
