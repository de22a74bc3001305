package io.leadmap.mailevents;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadmap.lambda.FunctionContext;
import io.leadmap.ports.Store;
import io.leadmap.testkit.FunctionCall;
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
        contextBuilder = MailEventsTest.Beans.class)
@SuppressWarnings("NullAway.Init") // injected
class MailEventsTest {

    private static final InstantSource NOW =
            InstantSource.fixed(Instant.parse("2026-03-02T09:30:00Z"));

    /** The function's own beans, but for its ports. */
    public static final class Beans extends FunctionContext {
        public Beans() {
            super(
                    MailEvents.class,
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

    @Test
    void news_of_a_mail_that_is_not_ours_is_passed_over() {
        assertThat(
                        FunctionCall.of(new MailEvents(beans), FunctionCall.sample("mail-events"))
                                .isNull())
                .isTrue();
    }
}
