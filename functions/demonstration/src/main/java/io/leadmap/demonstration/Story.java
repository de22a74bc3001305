package io.leadmap.demonstration;

import com.fasterxml.jackson.databind.JsonNode;

import io.leadmap.demonstration.Doors.Schedules;
import io.leadmap.demonstration.Performance.Stage;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/**
 * Three weeks in the life of the demonstration's practices, played to a running product over HTTP:
 * forms, calls, mails, appointments, and a clock that is moved from one to the next. What happens
 * is written in scripts and always the same; the days are those before the end.
 */
public final class Story {

    /** Three weeks, and what the hours of the world add. */
    private static final Duration LENGTH = Duration.ofDays(23);

    /**
     * Sweeping at every half hour would be most of the work: twice a day, while a practice is
     * within its sending hours, everything that is due is done.
     */
    private static final List<LocalTime> SWEEPS =
            List.of(LocalTime.of(10, 5), LocalTime.of(15, 35));

    private Story() {}

    /** When a story that ends at a time begins; the product's clock must stand there. */
    public static Instant beginning(Instant end) {
        return end.minus(LENGTH).truncatedTo(ChronoUnit.DAYS);
    }

    /**
     * Imports the practices without leads.
     *
     * @param address of the product, without a slash at its end
     */
    public static void importInto(URI address, DemonstrationPractices practices) {
        try (Doors doors = new Doors(address, practices)) {
            practices.documents().forEach(doors::importPractice);
        }
    }

    /**
     * Imports the practices and plays everything up to the end.
     *
     * @param address of the product, without a slash at its end
     * @param day told of each day, by UTC, when it begins
     * @return the product's time when all was done; later than the end by a moment
     */
    public static Instant play(
            URI address, DemonstrationPractices practices, Instant end, Consumer<LocalDate> day) {
        try (Doors doors = new Doors(address, practices)) {
            practices.documents().forEach(doors::importPractice);
            LocalDate playing = LocalDate.MIN;
            Instant now = beginning(end);
            for (Moment moment : moments(doors, practices, end)) {
                LocalDate date = moment.at().atZone(ZoneOffset.UTC).toLocalDate();
                if (date.isAfter(playing)) {
                    day.accept(date);
                    playing = date;
                }
                if (moment.at().isAfter(now)) {
                    doors.moveTo(moment.at(), moment.schedules());
                    now = moment.at();
                }
                moment.play().run();
            }
            doors.moveTo(end, Schedules.ONCE);
            return doors.time();
        }
    }

    /** Something that happens at a time. */
    private record Moment(Instant at, Schedules schedules, Runnable play) {}

    private static List<Moment> moments(
            Doors doors, DemonstrationPractices practices, Instant end) {
        List<Moment> moments = new ArrayList<>();
        for (JsonNode document : practices.documents()) {
            Stage stage = Stage.of(document);
            Performance performance = new Performance(doors, stage);
            agenda(stage, end)
                    .turns()
                    .forEach(turn ->
                            moments.add(
                                    new Moment(
                                            turn.at(),
                                            Schedules.NONE,
                                            () -> performance.play(turn))));
            sweeps(stage, end).forEach(at -> moments.add(new Moment(at, Schedules.ONCE, () -> {})));
        }
        moments.sort(
                Comparator.comparing(Moment::at)
                        .thenComparing(Moment::schedules, Comparator.reverseOrder()));
        return moments;
    }

    static Agenda agenda(Stage stage, Instant end) {
        return new Agenda(
                Script.of(stage.practice()),
                new OpenHours(stage.document().path("settings")),
                stage::owner,
                end);
    }

    private static List<Instant> sweeps(Stage stage, Instant end) {
        OpenHours hours = new OpenHours(stage.document().path("settings"));
        Instant beginning = beginning(end);
        LocalDate first = beginning.atZone(hours.zone()).toLocalDate();
        LocalDate last = end.atZone(hours.zone()).toLocalDate();
        return first.datesUntil(last.plusDays(1))
                .flatMap(date -> SWEEPS.stream().map(time -> hours.at(date, time)))
                .filter(at -> at.isAfter(beginning) && at.isBefore(end))
                .toList();
    }
}
