package io.leadmap.pmsworker;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadmap.json.Json;
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
        contextBuilder = PmsWorkerTest.Beans.class)
@SuppressWarnings("NullAway.Init") // injected
class PmsWorkerTest {

    private static final InstantSource NOW =
            InstantSource.fixed(Instant.parse("2026-03-02T09:30:00Z"));

    /** The function's own beans, but for its ports. */
    public static final class Beans extends FunctionContext {
        public Beans() {
            super(PmsWorker.class, Map.of(), NOW);
        }
    }

    @MockBean(Store.class)
    Store inMemory() {
        return new InMemoryStore(NOW);
    }

    @Inject ApplicationContext beans;

    @Test
    void a_record_of_an_event_that_is_not_there_keeps_no_other_from_being_read() {
        assertThat(
                        Json.text(
                                FunctionCall.of(
                                        new PmsWorker(beans), FunctionCall.sample("pms-worker"))))
                .isEqualTo("{\"batchItemFailures\":[]}");
    }
}
