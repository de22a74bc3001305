package io.leadmap.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadmap.domain.practice.Practice;
import io.leadmap.domain.practice.PracticeId;
import io.leadmap.domain.practice.Settings;
import io.leadmap.ports.Practices;

import org.junit.jupiter.api.Test;

import java.time.Duration;

/** What {@code Practices} promises. */
public interface PracticesContract {

    /** The practices under test, none at the beginning; the same for a whole test. */
    Practices practices();

    @Test
    default void the_newest_configuration_is_found_and_every_version_stays() {
        Practice first = SamplePractices.of(new PracticeId("one"));
        Practice second = SamplePractices.of(first.id(), 2, lasting(5));

        assertThat(practices().store(first, 0)).isTrue();
        assertThat(practices().store(second, 1)).isTrue();

        assertThat(practices().find(first.id())).contains(second);
        assertThat(practices().find(first.id(), 1)).contains(first);
        assertThat(practices().find(first.id(), 2)).contains(second);
        assertThat(practices().find(first.id(), 3)).isEmpty();
    }

    @Test
    default void of_two_who_change_the_same_version_the_second_is_refused() {
        Practice first = SamplePractices.of(new PracticeId("one"));
        practices().store(first, 0);

        assertThat(practices().store(SamplePractices.of(first.id(), 2, lasting(5)), 1)).isTrue();
        assertThat(practices().store(SamplePractices.of(first.id(), 2, lasting(9)), 1)).isFalse();

        assertThat(practices().find(first.id()))
                .contains(SamplePractices.of(first.id(), 2, lasting(5)));
    }

    @Test
    default void every_practice_is_listed_once_whatever_its_version() {
        Practice one = SamplePractices.of(new PracticeId("one"));
        Practice other = SamplePractices.of(new PracticeId("other"));
        practices().store(other, 0);
        practices().store(one, 0);
        practices().store(SamplePractices.of(one.id(), 2, lasting(5)), 1);

        assertThat(practices().ids()).containsExactly(one.id(), other.id());
    }

    @Test
    default void an_unknown_practice_is_not_found() {
        assertThat(practices().find(new PracticeId("nobody"))).isEmpty();
    }

    private static Settings lasting(int attempts) {
        return SamplePractices.settings(attempts, Duration.ofHours(1));
    }
}
