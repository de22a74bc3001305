package io.leadmap.domain.practice;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
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

    /**
     * When somebody has been there for so long since a time: a target counts while the practice is
     * open. A practice that does not say, or that stays closed for a year, is taken to be always
     * open.
     */
    public Instant after(Instant since, Duration open, ZoneId zone) {
        Instant at = since;
        Duration left = open;
        LocalDate day = LocalDate.ofInstant(since, zone);
        LocalDate last = day.plusYears(1);
        for (; !week.isEmpty() && day.isBefore(last); day = day.plusDays(1)) {
            for (Hours hours : on(day)) {
                Instant from = later(at, day.atTime(hours.from()).atZone(zone).toInstant());
                Instant to = day.atTime(hours.to()).atZone(zone).toInstant();
                if (from.isBefore(to)) {
                    Duration there = Duration.between(from, to);
                    if (there.compareTo(left) >= 0) {
                        return from.plus(left);
                    }
                    left = left.minus(there);
                    at = to;
                }
            }
        }
        return since.plus(open);
    }

    private List<Hours> on(LocalDate day) {
        return holidays.contains(day)
                ? List.of()
                : week.stream()
                        .filter(hours -> hours.days().contains(day.getDayOfWeek()))
                        .sorted(Comparator.comparing(Hours::from))
                        .toList();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isBefore(other) ? other : one;
    }
}
