package io.leadmap.unsubscribe;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadmap.domain.lead.LeadId;
import io.leadmap.domain.mail.Email;
import io.leadmap.domain.practice.PracticeId;
import io.leadmap.lambda.FunctionContext;
import io.leadmap.mail.UnsubscribeLinks;
import io.leadmap.ports.Practices;
import io.leadmap.ports.Store;
import io.leadmap.testkit.HttpCall;
import io.leadmap.testkit.InMemoryStore;
import io.leadmap.testkit.LeadStory;
import io.leadmap.testkit.MailLedgerContract;
import io.leadmap.testkit.SamplePractices;
import io.micronaut.context.ApplicationContext;
import io.micronaut.test.annotation.MockBean;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;

/** The function with its own beans, over ports in memory. */
@MicronautTest(
        startApplication = false,
        rebuildContext = true,
        contextBuilder = UnsubscribeTest.Beans.class)
@SuppressWarnings("NullAway.Init") // injected
class UnsubscribeTest {

    private static final PracticeId PRACTICE = new PracticeId("clinic");
    private static final InstantSource NOW =
            InstantSource.fixed(Instant.parse("2026-03-02T09:30:00Z"));

    /** The function's own beans, but for its ports. */
    public static final class Beans extends FunctionContext {
        public Beans() {
            super(Unsubscribe.class, Map.of("PUBLIC_URL", "https://leadmap.example"), NOW);
        }
    }

    @MockBean(Store.class)
    Store inMemory() {
        return new InMemoryStore(NOW);
    }

    @Inject ApplicationContext beans;
    @Inject Store store;

    @Test
    void who_follows_the_link_of_a_mail_is_asked_and_then_opted_out() {
        beans.getBean(Practices.class).store(SamplePractices.of(PRACTICE), 0);
        LeadStory tim = new LeadStory(PRACTICE, new LeadId("tim000000000"), NOW);
        tim.begin(store, "m@example.com", null);
        Email mail = MailLedgerContract.automatic(tim, 1);
        LeadStory.store(store, MailLedgerContract.queue(tim, mail));
        URI url = URI.create("https://leadmap.example");
        String link = new UnsubscribeLinks(store.signatures(), url).link(mail.id()).getPath();
        String token = link.substring(link.lastIndexOf('/') + 1);

        HttpCall.Answer asked =
                HttpCall.of("GET /unsubscribe/{token}")
                        .at("token", token)
                        .to(new Unsubscribe(beans));
        assertThat(asked.body()).contains("<form");
        assertThat(store.histories().read(PRACTICE, tim.id())).hasSize(2);

        HttpCall.of("POST /unsubscribe/{token}").at("token", token).to(new Unsubscribe(beans));
        assertThat(store.histories().read(PRACTICE, tim.id())).hasSize(3);
    }

    @Test
    void a_link_that_is_none_of_ours_is_not_found() {
        HttpCall.Answer answer =
                HttpCall.of("GET /unsubscribe/{token}").at("token", "x").to(new Unsubscribe(beans));

        assertThat(answer.status()).isEqualTo(404);
    }
}
