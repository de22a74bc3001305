package io.leadmap.dripsweep;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadmap.domain.practice.PracticeId;
import io.leadmap.lambda.FunctionContext;
import io.leadmap.ports.Practices;
import io.leadmap.ports.Store;
import io.leadmap.testkit.FunctionCall;
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
        contextBuilder = DripSweepTest.Beans.class)
@SuppressWarnings("NullAway.Init") // injected
class DripSweepTest {

    private static final InstantSource NOW =
            InstantSource.fixed(Instant.parse("2026-03-02T09:30:00Z"));

    /** The function's own beans, but for its ports. */
    public static final class Beans extends FunctionContext {
        public Beans() {
            super(DripSweep.class, Map.of(), NOW);
        }
    }

    @MockBean(Store.class)
    Store inMemory() {
        return new InMemoryStore(NOW);
    }

    @Inject ApplicationContext beans;

    @Test
    void a_tick_sweeps_every_practice_and_tells_what_it_did() {
        beans.getBean(Practices.class).store(SamplePractices.of(new PracticeId("clinic")), 0);

        assertThat(
                        FunctionCall.of(new DripSweep(beans), FunctionCall.sample("drip-sweep"))
                                .isObject())
                .isTrue();
    }
}
