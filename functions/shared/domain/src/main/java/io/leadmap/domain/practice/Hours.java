package io.leadmap.domain.practice;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;

/**
 * The same hours on some days of the week, in the practice's time zone: when drips may be sent
 * (domain section 6), or when somebody is there.
 *
 * @param from inclusive
 * @param to exclusive, after {@code from}
 */
public record Hours(Set<DayOfWeek> days, LocalTime from, LocalTime to) {

    public Hours {
        days = Set.copyOf(days);
        if (days.isEmpty() || !from.isBefore(to)) {
            throw new IllegalArgumentException("hours need a day and must begin before they end");
        }
    }

    /**
     * The earliest time from {@code at} on within these hours: {@code at} itself inside them. They
     * begin and end by the clock on the wall, whatever the daylight-saving time does; a day on
     * which the beginning, moved out of a missing hour, comes after the end has none.
     */
    public Instant openingFrom(Instant at, ZoneId zone) {
        LocalDate day = LocalDate.ofInstant(at, zone);
        while (true) {
            if (days.contains(day.getDayOfWeek())) {
                Instant opens = day.atTime(from).atZone(zone).toInstant();
                Instant closes = day.atTime(to).atZone(zone).toInstant();
                if (at.isBefore(closes) && opens.isBefore(closes)) {
                    return at.isBefore(opens) ? opens : at;
                }
            }
            day = day.plusDays(1);
        }
    }
}
