package io.leadmap.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadmap.database.TestDatabase;
import io.leadmap.domain.practice.PracticeId;
import io.leadmap.json.Json;
import io.leadmap.ports.Backoff;
import io.leadmap.ports.Configurations;
import io.leadmap.ports.Invocation;
import io.leadmap.testkit.MovableClock;
import io.micronaut.json.tree.JsonNode;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;

/** How long a function goes by the configuration that it has read. */
class NewestConfigurationTest {

    private static final AtomicInteger PRACTICES = new AtomicInteger();

    private final PracticeId practice = fresh();
    private final Invocation invocation = new Invocation();
    private final Configurations ours = configurations(invocation);
    private final Configurations others = configurations(new Invocation());

    private static PracticeId fresh() {
        return new PracticeId("newest" + PRACTICES.incrementAndGet());
    }

    private static Configurations configurations(Invocation invocation) {
        TestDatabase database = TestDatabase.shared();
        return new DynamoStore(
                        database.client(),
                        database.environment(),
                        DynamoStoreSuite.KEYS,
                        new MovableClock(Instant.parse("2026-02-27T09:30:00Z")),
                        Backoff.NONE,
                        invocation)
                .configurations();
    }

    private static JsonNode document() {
        return Json.object().put("name", "Practice").node();
    }

    @BeforeEach
    void begin() {
        others.store(practice, 1, document());
    }

    @Test
    void one_invocation_goes_by_one_configuration_and_the_next_by_the_newest() {
        invocation.begin();
        assertThat(ours.newest(practice)).contains(1L);

        others.store(practice, 2, document());

        assertThat(ours.newest(practice)).contains(1L);
        invocation.begin();
        assertThat(ours.newest(practice)).contains(2L);
    }

    @Test
    void who_changes_a_configuration_goes_by_it_at_once() {
        invocation.begin();
        assertThat(ours.newest(practice)).contains(1L);

        ours.store(practice, 2, document());

        assertThat(ours.newest(practice)).contains(2L);
    }

    @Test
    void a_practice_that_comes_during_an_invocation_is_found() {
        PracticeId later = fresh();
        invocation.begin();
        assertThat(ours.newest(later)).isEmpty();

        others.store(later, 1, document());

        assertThat(ours.newest(later)).contains(1L);
    }

    @Test
    void where_no_invocations_are_counted_the_newest_is_always_read() {
        Configurations uncounted = configurations(new Invocation());
        assertThat(uncounted.newest(practice)).contains(1L);

        others.store(practice, 2, document());

        assertThat(uncounted.newest(practice)).contains(2L);
    }
}
