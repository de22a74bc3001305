package io.leadmap.demonstration;

import org.jspecify.annotations.Nullable;

import java.text.Normalizer;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One lead of the story, as it is written down.
 *
 * @param number of the practice's leads, from 1
 * @param when the day, such as {@code 3 mon} or {@code today}
 * @param time of that day at the practice
 * @param door a form's id; {@code phone} for who rings in, {@code pms} for who books online
 * @param source where the person comes from, a source's id
 * @param options {@code no phone}, {@code no email}, {@code email ADDRESS}, {@code by PERSON} for
 *     who takes the call, {@code bot}
 * @param message what they ask; empty for nothing
 * @param acts what comes of it, in order
 */
record Part(
        int number,
        String when,
        LocalTime time,
        String door,
        String source,
        String name,
        List<String> options,
        String message,
        List<Act> acts) {

    static final String PHONE = "phone";
    static final String PMS = "pms";

    private static final List<String> DOMAINS =
            List.of("example.com", "example.net", "example.com", "example.org");

    private static final List<String> DAYS =
            List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");

    Part {
        options = List.copyOf(options);
        acts = List.copyOf(acts);
    }

    boolean isToday() {
        return when.equals("today");
    }

    /** Its day in a story that ends on a day: of each weekday there is one in every week. */
    LocalDate day(LocalDate last) {
        if (isToday()) {
            return last;
        }
        if (when.equals("yesterday")) {
            return last.minusDays(1);
        }
        String[] weekAndDay = when.split(" ", -1);
        LocalDate first = last.minusWeeks(Long.parseLong(weekAndDay[0]));
        int weekday = DAYS.indexOf(weekAndDay[1]) + 1;
        return first.plusDays(Math.floorMod(weekday - first.getDayOfWeek().getValue(), 7));
    }

    String firstName() {
        int space = name.lastIndexOf(' ');
        return space < 0 ? name : name.substring(0, space);
    }

    String lastName() {
        return name.substring(name.lastIndexOf(' ') + 1);
    }

    boolean has(String option) {
        return options.contains(option);
    }

    /** Null for somebody who gives none. */
    @Nullable String email() {
        return has("no email") ? null : option("email").orElseGet(this::usualEmail);
    }

    /** What follows an option's name. */
    Optional<String> option(String named) {
        return options.stream()
                .filter(option -> option.startsWith(named + " "))
                .map(option -> option.substring(named.length() + 1))
                .findFirst();
    }

    private String usualEmail() {
        String letters =
                Normalizer.normalize(name, Normalizer.Form.NFD)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z ]", "");
        return letters.replace(' ', '.') + "@" + DOMAINS.get(number % DOMAINS.size());
    }

    /** Three digits at the end of a phone number, another for every lead. */
    String lastDigits() {
        return "%03d".formatted(100 + number * 37 % 900);
    }
}
