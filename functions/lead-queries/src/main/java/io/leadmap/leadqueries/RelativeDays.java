package io.leadmap.leadqueries;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;

/** Days that move with today, such as {@code lastWeek}; both ends are inclusive. */
final class RelativeDays {

    static final List<String> NAMES =
            List.of(
                    "today",
                    "yesterday",
                    "thisWeek",
                    "lastWeek",
                    "thisMonth",
                    "lastMonth",
                    "last30Days",
                    "thisYear");

    private RelativeDays() {}

    static Optional<LocalDate[]> of(String name, LocalDate today, DayOfWeek weekStart) {
        LocalDate week = today.with(TemporalAdjusters.previousOrSame(weekStart));
        LocalDate month = today.withDayOfMonth(1);
        return switch (name) {
            case "today" -> days(today, today);
            case "yesterday" -> days(today.minusDays(1), today.minusDays(1));
            case "thisWeek" -> days(week, week.plusDays(6));
            case "lastWeek" -> days(week.minusDays(7), week.minusDays(1));
            case "thisMonth" -> days(month, today.with(TemporalAdjusters.lastDayOfMonth()));
            case "lastMonth" -> days(month.minusMonths(1), month.minusDays(1));
            case "last30Days" -> days(today.minusDays(29), today);
            case "thisYear" ->
                    days(today.withDayOfYear(1), today.with(TemporalAdjusters.lastDayOfYear()));
            default -> Optional.empty();
        };
    }

    private static Optional<LocalDate[]> days(LocalDate first, LocalDate last) {
        return Optional.of(new LocalDate[] {first, last});
    }
}
