package io.leadmap.macroemail;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadmap.domain.practice.PracticeId;
import io.leadmap.lambda.FunctionContext;
import io.leadmap.lambda.Rehearsal;
import io.leadmap.lambda.Scenery;
import io.leadmap.leads.RehearsalLead;
import io.leadmap.ports.Store;
import io.leadmap.testkit.HttpCall;
import io.leadmap.testkit.InMemoryStore;
import io.micronaut.context.ApplicationContext;
import io.micronaut.test.annotation.MockBean;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;

/** The function with its own beans, over ports in memory. */
@MicronautTest(
        startApplication = false,
        rebuildContext = true,
        contextBuilder = MacroEmailTest.Beans.class)
@SuppressWarnings("NullAway.Init") // injected
class MacroEmailTest {

    private static final InstantSource NOW =
            InstantSource.fixed(Instant.parse("2026-03-02T09:30:00Z"));

    /** The function's own beans, but for its ports. */
    public static final class Beans extends FunctionContext {
        public Beans() {
            super(
                    MacroEmail.class,
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

    @Inject ApplicationContext beans;
    @Inject Store store;

    @Test
    void a_mail_that_an_agent_writes_is_queued() {
        beans.getBean(Scenery.class).arrange();

        HttpCall.Answer answer =
                HttpCall.of("POST /leads/{id}/emails")
                        .at("id", RehearsalLead.ID.value())
                        .by(Rehearsal.PRACTICE, Rehearsal.AGENT)
                        .sending("{\"subject\": \"Hello\", \"html\": \"<p>Hello</p>\"}")
                        .to(new MacroEmail(beans));

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.body()).contains("\"state\":\"queued\"");
        assertThat(store.histories().read(new PracticeId(Rehearsal.PRACTICE), RehearsalLead.ID))
                .hasSize(2);
    }
}
