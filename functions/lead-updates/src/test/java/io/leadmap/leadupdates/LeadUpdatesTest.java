package io.leadmap.leadupdates;

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
        contextBuilder = LeadUpdatesTest.Beans.class)
@SuppressWarnings("NullAway.Init") // injected
class LeadUpdatesTest {

    private static final InstantSource NOW =
            InstantSource.fixed(Instant.parse("2026-03-02T09:30:00Z"));

    /** The function's own beans, but for its ports. */
    public static final class Beans extends FunctionContext {
        public Beans() {
            super(LeadUpdates.class, Map.of(), NOW);
        }
    }

    @MockBean(Store.class)
    Store inMemory() {
        return new InMemoryStore(NOW);
    }

    @Inject ApplicationContext beans;
    @Inject Store store;

    @Test
    void a_call_that_an_agent_makes_is_in_the_history() {
        beans.getBean(Scenery.class).arrange();

        HttpCall.Answer answer =
                HttpCall.of("POST /leads/{id}/calls")
                        .at("id", RehearsalLead.ID.value())
                        .by(Rehearsal.PRACTICE, Rehearsal.AGENT)
                        .sending("{\"outcome\": \"reached\"}")
                        .to(new LeadUpdates(beans));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(store.histories().read(new PracticeId(Rehearsal.PRACTICE), RehearsalLead.ID))
                .hasSize(2);
    }

    @Test
    void a_caller_whom_no_practice_knows_is_refused() {
        HttpCall.Answer answer =
                HttpCall.of("POST /leads")
                        .by("nobody", "somebody")
                        .sending("{}")
                        .to(new LeadUpdates(beans));

        assertThat(answer.status()).isEqualTo(401);
    }
}
