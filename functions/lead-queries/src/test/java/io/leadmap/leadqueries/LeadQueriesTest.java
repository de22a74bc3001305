package io.leadmap.leadqueries;

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
        contextBuilder = LeadQueriesTest.Beans.class)
@SuppressWarnings("NullAway.Init") // injected
class LeadQueriesTest {

    private static final InstantSource NOW =
            InstantSource.fixed(Instant.parse("2026-03-02T09:30:00Z"));

    /** The function's own beans, but for its ports. */
    public static final class Beans extends FunctionContext {
        public Beans() {
            super(LeadQueries.class, Map.of(), NOW);
        }
    }

    @MockBean(Store.class)
    Store inMemory() {
        return new InMemoryStore(NOW);
    }

    @Inject ApplicationContext beans;
    @Inject Store store;

    @Test
    void a_lead_is_shown_to_people_of_its_practice() {
        beans.getBean(Scenery.class).arrange();

        HttpCall.Answer answer =
                HttpCall.of("GET /leads/{id}")
                        .at("id", RehearsalLead.ID.value())
                        .by(Rehearsal.PRACTICE, Rehearsal.AGENT)
                        .to(new LeadQueries(beans));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).contains("\"lastName\":\"Hearsal\"");
        assertThat(store.leads().find(new PracticeId(Rehearsal.PRACTICE), RehearsalLead.ID))
                .isPresent();
    }
}
