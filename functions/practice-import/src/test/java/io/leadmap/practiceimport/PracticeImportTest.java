package io.leadmap.practiceimport;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadmap.lambda.FunctionContext;
import io.leadmap.ports.Practices;
import io.leadmap.ports.Store;
import io.leadmap.testkit.FunctionCall;
import io.leadmap.testkit.InMemoryStore;
import io.micronaut.context.ApplicationContext;
import io.micronaut.json.tree.JsonNode;
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
        contextBuilder = PracticeImportTest.Beans.class)
@SuppressWarnings("NullAway.Init") // injected
class PracticeImportTest {

    private static final InstantSource NOW =
            InstantSource.fixed(Instant.parse("2026-03-02T09:30:00Z"));

    /** The function's own beans, but for its ports. */
    public static final class Beans extends FunctionContext {
        public Beans() {
            super(PracticeImport.class, Map.of(), NOW);
        }
    }

    @MockBean(Store.class)
    Store inMemory() {
        return new InMemoryStore(NOW);
    }

    @Inject ApplicationContext beans;

    @Test
    void a_document_that_an_operator_hands_over_configures_a_practice() {
        JsonNode answer =
                FunctionCall.of(new PracticeImport(beans), FunctionCall.sample("practice-import"));

        assertThat(answer.get("errors")).isNull();
        assertThat(beans.getBean(Practices.class).ids()).hasSize(1);
    }
}
