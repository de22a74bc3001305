package io.leadmap.demonstration;

import com.fasterxml.jackson.databind.JsonNode;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** When somebody is at a practice, by its own settings. */
final class OpenHours {
    private static final int LONGEST_HOLIDAYS = 60;

    /** Nobody begins anything when the lights go out. */
    private static final Duration LAST_MINUTES = Duration.ofMinutes(10);

    private final ZoneId zone;
    private final Map<DayOfWeek, Day> days = new EnumMap<>(DayOfWeek.class);
    private final Set<LocalDate> holidays;

    private record Day(LocalTime from, LocalTime to) {}

    OpenHours(JsonNode settings) {
        zone = ZoneId.of(settings.path("timeZone").asText());
        for (JsonNode hours : settings.path("openingHours")) {
            Day day =
                    new Day(
                            LocalTime.parse(hours.path("from").asText()),
                            LocalTime.parse(hours.path("to").asText()));
            hours.path("days")
                    .forEach(name ->
                            days.put(
                                    DayOfWeek.valueOf(name.asText().toUpperCase(Locale.ROOT)),
                                    day));
        }
        holidays =
                settings.path("holidays")
                        .valueStream()
                        .map(day -> LocalDate.parse(day.asText()))
                        .collect(Collectors.toUnmodifiableSet());
    }

    ZoneId zone() {
        return zone;
    }

    private Optional<Day> day(LocalDate date) {
        return holidays.contains(date)
                ? Optional.empty()
                : Optional.ofNullable(days.get(date.getDayOfWeek()));
    }

    boolean isOpenOn(LocalDate date) {
        return day(date).isPresent();
    }

    boolean isOpenAt(Instant at) {
        return next(at).equals(at);
    }

    /** The time itself while somebody is there, otherwise when they come. */
    Instant next(Instant at) {
        LocalDate date = at.atZone(zone).toLocalDate();
        for (int ahead = 0; ahead < LONGEST_HOLIDAYS; ahead++) {
            LocalDate candidate = date.plusDays(ahead);
            Optional<Day> day = day(candidate);
            if (day.isPresent()) {
                Instant from = at(candidate, day.get().from());
                Instant to = at(candidate, day.get().to()).minus(LAST_MINUTES);
                if (at.isBefore(to)) {
                    return at.isBefore(from) ? from : at;
                }
            }
        }
        throw new IllegalArgumentException("never open");
    }

    /** When they last went home before a time. */
    Instant lastClosing(Instant before) {
        LocalDate date = before.atZone(zone).toLocalDate();
        for (int back = 0; back < LONGEST_HOLIDAYS; back++) {
            LocalDate candidate = date.minusDays(back);
            Optional<Instant> closing =
                    day(candidate)
                            .map(day -> at(candidate, day.to()))
                            .filter(to -> !to.isAfter(before));
            if (closing.isPresent()) {
                return closing.get();
            }
        }
        throw new IllegalArgumentException("never open");
    }

    /** A time of day so many days after a time, or on the next day on which somebody is there. */
    Instant later(Instant at, int daysLater, LocalTime time) {
        LocalDate date = at.atZone(zone).toLocalDate().plusDays(daysLater);
        while (day(date).filter(day -> contains(day, time)).isEmpty()) {
            date = date.plusDays(1);
        }
        return at(date, time);
    }

    private static boolean contains(Day day, LocalTime time) {
        return !time.isBefore(day.from()) && time.isBefore(day.to());
    }

    Instant at(LocalDate date, LocalTime time) {
        return date.atTime(time).atZone(zone).toInstant();
    }
}
