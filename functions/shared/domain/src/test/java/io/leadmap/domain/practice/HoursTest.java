package io.leadmap.domain.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Set;

/** When drips may be sent (domain section 6), daylight-saving time included. */
class HoursTest {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final Set<DayOfWeek> WEEKDAYS =
            EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
    private static final Hours OFFICE =
            new Hours(WEEKDAYS, LocalTime.of(9, 0), LocalTime.of(17, 0));

    @Test
    void inside_the_window_it_is_open_at_once() {
        assertThat(opening("2026-02-27T09:00:00Z")).isEqualTo("2026-02-27T09:00:00Z");
        assertThat(opening("2026-02-27T16:59:59.999Z")).isEqualTo("2026-02-27T16:59:59.999Z");
    }

    @Test
    void before_it_opens_later_that_day_and_after_it_the_next_day() {
        assertThat(opening("2026-02-26T08:59:59.999Z")).isEqualTo("2026-02-26T09:00:00Z");
        assertThat(opening("2026-02-26T17:00:00Z")).isEqualTo("2026-02-27T09:00:00Z");
    }

    @Test
    void days_that_are_not_named_are_passed_over() {
        assertThat(opening("2026-02-27T17:00:00Z")).isEqualTo("2026-03-02T09:00:00Z");
        assertThat(opening("2026-02-28T12:00:00Z")).isEqualTo("2026-03-02T09:00:00Z");
    }

    @Test
    void it_opens_by_the_clock_on_the_wall_on_both_sides_of_daylight_saving_time() {
        assertThat(opening("2026-03-27T17:00:00Z")).isEqualTo("2026-03-30T08:00:00Z");
        assertThat(opening("2026-10-23T16:00:00Z")).isEqualTo("2026-10-26T09:00:00Z");
    }

    @Test
    void an_opening_that_the_clock_skips_is_as_late_as_the_gap_is_long() {
        Hours night =
                new Hours(EnumSet.allOf(DayOfWeek.class), LocalTime.of(1, 30), LocalTime.of(4, 0));
        assertThat(night.openingFrom(Instant.parse("2026-03-29T00:00:00Z"), LONDON))
                .isEqualTo(Instant.parse("2026-03-29T01:30:00Z"));
    }

    @Test
    void whenever_it_is_said_to_open_it_is_open() {
        Instant begin = Instant.parse("2026-03-28T00:00:00Z");
        for (int from = 0; from < 16; from++) { // quarters of the hours round the missing one
            for (int to = from + 1; to <= 16; to++) {
                Hours night =
                        new Hours(
                                EnumSet.allOf(DayOfWeek.class),
                                LocalTime.MIDNIGHT.plusMinutes(15 * from),
                                LocalTime.MIDNIGHT.plusMinutes(15 * to));
                for (int minutes = 0; minutes < 3 * 24 * 60; minutes += 7) {
                    Instant opening = night.openingFrom(begin.plusSeconds(60L * minutes), LONDON);
                    assertThat(night.openingFrom(opening, LONDON))
                            .as("%s", night)
                            .isEqualTo(opening);
                }
            }
        }
    }

    @Test
    void the_day_is_the_practices_day() {
        ZoneId sydney = ZoneId.of("Australia/Sydney");
        assertThat(OFFICE.openingFrom(Instant.parse("2026-03-01T21:00:00Z"), sydney))
                .isEqualTo(Instant.parse("2026-03-01T22:00:00Z"));
    }

    @Test
    void a_window_has_a_day_and_opens_before_it_closes() {
        assertThatThrownBy(() -> new Hours(Set.of(), LocalTime.of(9, 0), LocalTime.of(17, 0)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Hours(WEEKDAYS, LocalTime.NOON, LocalTime.NOON))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static String opening(String at) {
        return OFFICE.openingFrom(Instant.parse(at), LONDON).toString();
    }
}
