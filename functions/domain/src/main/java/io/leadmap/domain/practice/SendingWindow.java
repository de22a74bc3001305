package io.leadmap.domain.practice;

import java.time.DayOfWeek;
import java.time.LocalTime;
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
}
