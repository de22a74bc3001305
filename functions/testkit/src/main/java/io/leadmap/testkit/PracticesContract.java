package io.leadmap.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadmap.domain.practice.Practice;
import io.leadmap.domain.practice.PracticeId;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Comparator;

/** What {@code Practices} promises. */
public interface PracticesContract extends StoreSuite {

    @Test
    default void the_newest_configuration_is_found_and_every_version_stays() {
        PracticeId practice = newPractice();
        Practice second =
                SamplePractices.of(practice, 2, SamplePractices.settings(5, Duration.ofHours(1)));

        assertThat(store().practices().store(second, 1)).isTrue();

        assertThat(store().practices().find(practice)).contains(second);
        assertThat(store().practices().find(practice, 1)).contains(SamplePractices.of(practice));
        assertThat(store().practices().find(practice, 2)).contains(second);
        assertThat(store().practices().find(practice, 3)).isEmpty();
    }

    @Test
    default void of_two_who_change_the_same_version_the_second_is_refused() {
        PracticeId practice = newPractice();
        Practice one =
                SamplePractices.of(practice, 2, SamplePractices.settings(5, Duration.ofHours(1)));
        Practice other =
                SamplePractices.of(practice, 2, SamplePractices.settings(9, Duration.ofHours(1)));

        assertThat(store().practices().store(one, 1)).isTrue();
        assertThat(store().practices().store(other, 1)).isFalse();

        assertThat(store().practices().find(practice)).contains(one);
    }

    @Test
    default void every_practice_is_listed_once_whatever_its_version() {
        PracticeId one = newPractice();
        PracticeId other = newPractice();
        Practice second =
                SamplePractices.of(one, 2, SamplePractices.settings(5, Duration.ofHours(1)));
        store().practices().store(second, 1);

        assertThat(store().practices().ids())
                .contains(one, other)
                .doesNotHaveDuplicates()
                .isSortedAccordingTo(Comparator.comparing(PracticeId::value));
    }

    @Test
    default void an_unknown_practice_is_not_found() {
        assertThat(store().practices().find(new PracticeId("nobody"))).isEmpty();
    }
}
