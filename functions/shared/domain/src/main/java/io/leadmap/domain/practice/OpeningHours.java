package io.leadmap.domain.practice;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * When a practice is open.
 *
 * @param week hours of the week; none if the practice does not say
 * @param holidays days on which it is closed all the same
 */
public record OpeningHours(List<Hours> week, Set<LocalDate> holidays) {

    /** Of a practice that does not say. */
    public static final OpeningHours UNSAID = new OpeningHours(List.of(), Set.of());

    public OpeningHours {
        week = List.copyOf(week);
        holidays = Set.copyOf(holidays);
    }
}
