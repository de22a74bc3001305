package io.leadmap.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadmap.application.Backoff;
import io.leadmap.application.Invocation;
import io.leadmap.application.Practices;
import io.leadmap.domain.practice.Practice;
import io.leadmap.domain.practice.PracticeId;
import io.leadmap.testkit.MovableClock;
import io.leadmap.testkit.SamplePractices;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;

/** How long a function goes by the configuration that it has read. */
class NewestConfigurationTest {

    private static final AtomicInteger PRACTICES = new AtomicInteger();

    private final PracticeId practice = fresh();
    private final Invocation invocation = new Invocation();
    private final Practices ours = practices(invocation);
    private final Practices others = practices(new Invocation());
    private final Practice first = SamplePractices.of(practice);
    private final Practice second =
            SamplePractices.of(practice, 2, SamplePractices.settings(5, Duration.ofHours(1)));

    private static PracticeId fresh() {
        return new PracticeId("newest" + PRACTICES.incrementAndGet());
    }

    private static Practices practices(Invocation invocation) {
        TestDatabase database = TestDatabase.shared();
        return new DynamoStore(
                        database.client(),
                        database.environment(),
                        DynamoStoreSuite.KEYS,
                        new MovableClock(Instant.parse("2026-02-27T09:30:00Z")),
                        Backoff.NONE,
                        invocation)
                .practices();
    }

    @BeforeEach
    void begin() {
        others.store(first, 0);
    }

    @Test
    void one_invocation_goes_by_one_configuration_and_the_next_by_the_newest() {
        invocation.begin();
        assertThat(ours.find(practice)).contains(first);

        others.store(second, 1);

        assertThat(ours.find(practice)).contains(first);
        invocation.begin();
        assertThat(ours.find(practice)).contains(second);
    }

    @Test
    void who_changes_a_configuration_goes_by_it_at_once() {
        invocation.begin();
        assertThat(ours.find(practice)).contains(first);

        ours.store(second, 1);

        assertThat(ours.find(practice)).contains(second);
    }

    @Test
    void a_practice_that_comes_during_an_invocation_is_found() {
        PracticeId later = fresh();
        invocation.begin();
        assertThat(ours.find(later)).isEmpty();

        others.store(SamplePractices.of(later), 0);

        assertThat(ours.find(later)).isPresent();
    }

    @Test
    void where_no_invocations_are_counted_the_newest_is_always_read() {
        Practices uncounted = practices(new Invocation());
        assertThat(uncounted.find(practice)).contains(first);

        others.store(second, 1);

        assertThat(uncounted.find(practice)).contains(second);
    }
}
