package io.leadmap.reportcounts;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadmap.domain.practice.PracticeId;
import io.leadmap.json.Json;
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
        contextBuilder = ReportCountsTest.Beans.class)
@SuppressWarnings("NullAway.Init") // injected
class ReportCountsTest {

    private static final InstantSource NOW =
            InstantSource.fixed(Instant.parse("2026-03-02T09:30:00Z"));

    /** The function's own beans, but for its ports. */
    public static final class Beans extends FunctionContext {
        public Beans() {
            super(ReportCounts.class, Map.of(), NOW);
        }
    }

    @MockBean(Store.class)
    Store inMemory() {
        return new InMemoryStore(NOW);
    }

    @Inject ApplicationContext beans;

    @Test
    void a_lead_that_changed_is_counted() {
        PracticeId brightwater = new PracticeId("brightwater");
        beans.getBean(Practices.class).store(SamplePractices.of(brightwater), 0);

        assertThat(
                        Json.text(
                                FunctionCall.of(
                                        new ReportCounts(beans),
                                        FunctionCall.sample("report-counts"))))
                .isEqualTo("{\"batchItemFailures\":[]}");
    }

    @Test
    void a_tick_of_its_schedule_counts_what_the_stream_forgot() {
        assertThat(FunctionCall.of(new ReportCounts(beans), FunctionCall.tick()).isObject())
                .isTrue();
    }
}
