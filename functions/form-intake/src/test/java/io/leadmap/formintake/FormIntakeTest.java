package io.leadmap.formintake;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadmap.domain.lead.IdentityKey;
import io.leadmap.domain.practice.PracticeId;
import io.leadmap.lambda.FunctionContext;
import io.leadmap.lambda.Rehearsal;
import io.leadmap.lambda.Scenery;
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
import java.util.Set;

/** The function with its own beans, over ports in memory. */
@MicronautTest(
        startApplication = false,
        rebuildContext = true,
        contextBuilder = FormIntakeTest.Beans.class)
@SuppressWarnings("NullAway.Init") // injected
class FormIntakeTest {

    private static final InstantSource NOW =
            InstantSource.fixed(Instant.parse("2026-03-02T09:30:00Z"));

    /** The function's own beans, but for its ports. */
    public static final class Beans extends FunctionContext {
        public Beans() {
            super(FormIntake.class, Map.of("FORMS_PER_MINUTE", "60"), NOW);
        }
    }

    @MockBean(Store.class)
    Store inMemory() {
        return new InMemoryStore(NOW);
    }

    @Inject ApplicationContext beans;
    @Inject Store store;

    @Test
    void a_form_that_somebody_sends_becomes_a_lead() {
        beans.getBean(Scenery.class).arrange();

        HttpCall.Answer answer =
                HttpCall.of("POST /forms/{formId}")
                        .at("formId", Rehearsal.PRACTICE + "-form")
                        .sending("{\"firstName\": \"Tim\", \"email\": \"tim@example.com\"}")
                        .to(new FormIntake(beans));

        assertThat(answer.status()).isEqualTo(202);
        IdentityKey tim = IdentityKey.ByEmail.of("tim@example.com");
        assertThat(store.leads().sharing(new PracticeId(Rehearsal.PRACTICE), Set.of(tim)).get(tim))
                .satisfies(shared -> assertThat(shared.leads()).hasSize(1));
    }

    @Test
    void a_form_that_nobody_has_is_not_found() {
        HttpCall.Answer answer =
                HttpCall.of("POST /forms/{formId}")
                        .at("formId", "nobody-form")
                        .sending("{}")
                        .to(new FormIntake(beans));

        assertThat(answer.status()).isEqualTo(404);
    }
}
