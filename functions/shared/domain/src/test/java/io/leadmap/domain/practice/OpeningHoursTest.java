package io.leadmap.domain.practice;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** A target counts while somebody is there (domain section 10, time to first contact). */
class OpeningHoursTest {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final Hours WEEKDAYS =
            new Hours(
                    EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
                    LocalTime.of(9, 0),
                    LocalTime.of(17, 0));
    private static final OpeningHours OFFICE =
            new OpeningHours(List.of(WEEKDAYS), Set.of(LocalDate.of(2026, 3, 2)));

    @Test
    void while_it_is_open_time_passes() {
        assertThat(after(OFFICE, "2026-02-27T10:00:00Z", "PT5M")).isEqualTo("2026-02-27T10:05:00Z");
        assertThat(after(OFFICE, "2026-02-27T16:55:00Z", "PT5M")).isEqualTo("2026-02-27T17:00:00Z");
    }

    @Test
    void while_it_is_closed_none_does() {
        assertThat(after(OFFICE, "2026-02-26T20:00:00Z", "PT5M")).isEqualTo("2026-02-27T09:05:00Z");
        assertThat(after(OFFICE, "2026-02-26T16:58:00Z", "PT5M")).isEqualTo("2026-02-27T09:03:00Z");
    }

    @Test
    void weekends_and_holidays_are_passed_over() {
        assertThat(after(OFFICE, "2026-02-27T16:58:00Z", "PT5M")).isEqualTo("2026-03-03T09:03:00Z");
    }

    @Test
    void a_long_target_takes_several_days() {
        assertThat(after(OFFICE, "2026-02-25T16:00:00Z", "PT10H"))
                .isEqualTo("2026-02-27T10:00:00Z");
    }

    @Test
    void hours_that_overlap_count_once() {
        Hours lunch =
                new Hours(EnumSet.of(DayOfWeek.FRIDAY), LocalTime.of(12, 0), LocalTime.of(18, 0));
        OpeningHours both = new OpeningHours(List.of(lunch, WEEKDAYS), Set.of());
        assertThat(after(both, "2026-02-27T16:00:00Z", "PT2H")).isEqualTo("2026-02-27T18:00:00Z");
        assertThat(after(both, "2026-02-27T10:00:00Z", "PT8H")).isEqualTo("2026-02-27T18:00:00Z");
    }

    @Test
    void a_practice_that_does_not_say_is_always_open() {
        assertThat(after(OpeningHours.UNSAID, "2026-02-28T03:00:00Z", "PT5M"))
                .isEqualTo("2026-02-28T03:05:00Z");
    }

    private static String after(OpeningHours hours, String since, String open) {
        return hours.after(Instant.parse(since), Duration.parse(open), LONDON).toString();
    }
}
