package io.leadmap.domain.appointment;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

class EditionTest {

    private static Edition told(@Nullable Long version, int time, int arrived) {
        return Edition.told(version, second(time), second(arrived), "e" + arrived);
    }

    private static Instant second(int second) {
        return Instant.parse("2026-03-01T00:00:00Z").plusSeconds(second);
    }

    @Test
    void the_providers_version_comes_before_every_time() {
        assertThat(told(2L, 10, 10).follows(told(1L, 20, 20))).isTrue();
        assertThat(told(1L, 20, 20).follows(told(2L, 10, 10))).isFalse();
        assertThat(told(2L, 20, 20).follows(told(2L, 10, 10))).isFalse();
    }

    @Test
    void without_versions_the_later_time_counts_and_of_one_time_the_later_arrival() {
        assertThat(told(null, 20, 10).follows(told(null, 10, 20))).isTrue();
        assertThat(told(null, 10, 20).follows(told(null, 20, 10))).isFalse();
        assertThat(told(null, 10, 20).follows(told(null, 10, 10))).isTrue();
        assertThat(told(null, 10, 10).follows(told(null, 10, 20))).isFalse();
        assertThat(told(null, 10, 10).follows(told(null, 10, 10))).isFalse();
    }

    @Test
    void a_version_on_one_side_alone_says_nothing() {
        assertThat(told(null, 20, 20).follows(told(9L, 10, 10))).isTrue();
        assertThat(told(null, 10, 20).follows(told(9L, 20, 10))).isFalse();
        assertThat(told(9L, 10, 20).follows(told(null, 20, 10))).isFalse();
        assertThat(told(9L, 20, 20).follows(told(null, 10, 10))).isTrue();
    }

    @Test
    void a_version_that_was_passed_stays_passed_whatever_came_without_one() {
        Edition known = told(null, 20, 20).after(told(5L, 10, 10));

        assertThat(told(4L, 30, 30).follows(known)).isFalse();
        assertThat(told(5L, 30, 30).follows(known)).isFalse();
        assertThat(told(6L, 15, 30).follows(known)).as("older than what had no version").isFalse();
        assertThat(told(6L, 30, 30).follows(known)).isTrue();
        assertThat(told(6L, 30, 30).after(known)).isEqualTo(told(6L, 30, 30));
    }

    @Test
    void everything_is_news_to_who_knows_nothing() {
        assertThat(told(null, 0, 0).follows(null)).isTrue();
        assertThat(told(0L, 0, 0).after(null)).isEqualTo(told(0L, 0, 0));
    }

    @Property
    void of_a_provider_with_or_without_versions_the_same_telling_wins_in_any_order(
            @ForAll("tellings") List<Edition> tellings, @ForAll Random chance) {
        List<Edition> shuffled = new ArrayList<>(tellings);
        Collections.shuffle(shuffled, chance);

        assertThat(last(shuffled)).isEqualTo(last(tellings));
    }

    private static @Nullable Edition last(List<Edition> tellings) {
        Edition known = null;
        for (Edition telling : tellings) {
            if (telling.follows(known)) {
                known = telling.after(known);
            }
        }
        return known;
    }

    /** Each arrival has its own instant, each version its own telling. */
    @Provide
    Arbitrary<List<Edition>> tellings() {
        Arbitrary<List<Integer>> times = Arbitraries.integers().between(0, 5).list().ofMaxSize(6);
        return Combinators.combine(times, Arbitraries.of(true, false))
                .as((seconds, numbered) -> {
                    List<Edition> tellings = new ArrayList<>();
                    for (int i = 0; i < seconds.size(); i++) {
                        tellings.add(told(numbered ? (long) i : null, seconds.get(i), i));
                    }
                    return tellings;
                });
    }
}
