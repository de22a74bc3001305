package io.leadmap.pmswebhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadmap.domain.practice.PracticeId;
import io.leadmap.lambda.FunctionContext;
import io.leadmap.ports.Practices;
import io.leadmap.ports.Store;
import io.leadmap.testkit.HttpCall;
import io.leadmap.testkit.InMemoryStore;
import io.leadmap.testkit.SamplePractices;
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
        contextBuilder = PmsWebhookTest.Beans.class)
@SuppressWarnings("NullAway.Init") // injected
class PmsWebhookTest {

    private static final PracticeId PRACTICE = new PracticeId("clinic");
    private static final InstantSource NOW =
            InstantSource.fixed(Instant.parse("2026-03-02T09:30:00Z"));

    /** The function's own beans, but for its ports. */
    public static final class Beans extends FunctionContext {
        public Beans() {
            super(PmsWebhook.class, Map.of("PUBLIC_URL", "https://leadmap.example"), NOW);
        }
    }

    @MockBean(Store.class)
    Store inMemory() {
        return new InMemoryStore(NOW);
    }

    @Inject ApplicationContext beans;

    @Test
    void an_event_that_nobody_signed_is_not_taken() {
        beans.getBean(Practices.class).store(SamplePractices.withPms(PRACTICE), 0);

        HttpCall.Answer answer =
                HttpCall.of("POST /pms/{connectionId}")
                        .at("connectionId", PRACTICE + "-pms")
                        .sending("{}")
                        .to(new PmsWebhook(beans));

        assertThat(answer.status()).isEqualTo(401);
    }

    @Test
    void a_connection_that_nobody_has_is_not_found() {
        HttpCall.Answer answer =
                HttpCall.of("POST /pms/{connectionId}")
                        .at("connectionId", "nobody-pms")
                        .sending("{}")
                        .to(new PmsWebhook(beans));

        assertThat(answer.status()).isEqualTo(404);
    }
}
