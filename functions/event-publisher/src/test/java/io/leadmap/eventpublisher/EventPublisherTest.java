package io.leadmap.eventpublisher;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadmap.domain.lead.LeadId;
import io.leadmap.domain.practice.PracticeId;
import io.leadmap.json.Json;
import io.leadmap.lambda.FunctionContext;
import io.leadmap.ports.EventBus;
import io.leadmap.ports.Store;
import io.leadmap.practice.ConfiguredPractices;
import io.leadmap.testkit.FunctionCall;
import io.leadmap.testkit.InMemoryStore;
import io.leadmap.testkit.LeadStory;
import io.leadmap.testkit.SamplePractices;
import io.micronaut.context.ApplicationContext;
import io.micronaut.test.annotation.MockBean;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The function with its own beans, over ports in memory. */
@MicronautTest(
        startApplication = false,
        rebuildContext = true,
        contextBuilder = EventPublisherTest.Beans.class)
@SuppressWarnings("NullAway.Init") // injected
class EventPublisherTest {

    private static final PracticeId PRACTICE = new PracticeId("clinic");
    private static final InstantSource NOW =
            InstantSource.fixed(Instant.parse("2026-03-02T09:30:00Z"));

    /** The function's own beans, but for its ports. */
    public static final class Beans extends FunctionContext {
        public Beans() {
            super(EventPublisher.class, Map.of(), NOW);
        }
    }

    @MockBean(Store.class)
    Store inMemory() {
        return new InMemoryStore(NOW);
    }

    private static final InstantSource EARLIER = InstantSource.offset(NOW, Duration.ofHours(-1));
    private static final List<EventBus.Event> published = new ArrayList<>();

    @MockBean(EventBus.class)
    EventBus bus() {
        return events -> {
            published.addAll(events);
            return List.of();
        };
    }

    @Inject ApplicationContext beans;
    @Inject Store store;

    @Test
    void a_record_of_a_history_that_is_not_there_keeps_no_other_from_being_published() {
        assertThat(
                        Json.text(
                                FunctionCall.of(
                                        new EventPublisher(beans),
                                        FunctionCall.sample("event-publisher"))))
                .isEqualTo("{\"batchItemFailures\":[]}");
    }

    @Test
    void a_tick_of_its_schedule_publishes_what_the_stream_forgot() {
        new ConfiguredPractices(store.configurations()).store(SamplePractices.of(PRACTICE), 0);
        // Each hour's tick takes a twelfth of the leads.
        for (int i = 100; i < 200; i++) {
            new LeadStory(PRACTICE, new LeadId("tim000000" + i), EARLIER)
                    .begin(store, "tim" + i + "@example.com", null);
        }

        FunctionCall.of(new EventPublisher(beans), FunctionCall.tick());

        assertThat(published)
                .extracting(EventBus.Event::type)
                .isNotEmpty()
                .containsOnly("leadCreated");
    }
}
