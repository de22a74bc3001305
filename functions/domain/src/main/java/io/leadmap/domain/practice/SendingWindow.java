package io.leadmap.domain.practice;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;

/**
 * When drips may be sent, in the practice's time zone (domain section 6).
 *
 * @param from inclusive
 * @param to exclusive, after {@code from}
 */
public record SendingWindow(Set<DayOfWeek> days, LocalTime from, LocalTime to) {

    public SendingWindow {
        days = Set.copyOf(days);
        if (days.isEmpty() || !from.isBefore(to)) {
            throw new IllegalArgumentException(
                    "a sending window needs a day and must open before it closes");
        }
    }

    /**
     * The earliest time from {@code at} on at which the window is open: {@code at} itself inside
     * it. Opens and closes by the clock on the wall, whatever the daylight-saving time does.
     */
    public Instant openingFrom(Instant at, ZoneId zone) {
        LocalDate day = LocalDate.ofInstant(at, zone);
        while (true) {
            if (days.contains(day.getDayOfWeek())) {
                Instant opens = day.atTime(from).atZone(zone).toInstant();
                if (at.isBefore(opens)) {
                    return opens;
                }
                if (at.isBefore(day.atTime(to).atZone(zone).toInstant())) {
                    return at;
                }
            }
            day = day.plusDays(1);
        }
    }
}
