package io.leadmap.demonstration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadmap.demonstration.Act.By;
import io.leadmap.demonstration.Act.Verb;
import io.leadmap.demonstration.Performance.Stage;

import org.junit.jupiter.api.Test;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Whatever day and hour the demonstration ends at, a practice manager would believe it. */
class StoryScriptTest {

    private static final List<Stage> STAGES =
            DemonstrationPractices.shipped().documents().stream().map(Stage::of).toList();

    /** A week of starts, every five hours, with a public holiday in it. */
    private static Stream<Instant> ends() {
        return IntStream.range(0, 34)
                .mapToObj(
                        i -> Instant.parse("2026-10-30T01:20:00Z").plus(Duration.ofHours(5L * i)));
    }

    private static List<Turn> turns(Stage stage, Instant end) {
        return Story.agenda(stage, end).turns();
    }

    private static OpenHours hours(Stage stage) {
        return new OpenHours(stage.document().path("settings"));
    }

    private static Stream<Turn> asked(List<Turn> turns) {
        return turns.stream().filter(turn -> turn.act().verb() == Verb.ASK);
    }

    @Test
    void the_story_fits_into_the_time_that_is_played() {
        ends().forEach(end ->
                STAGES.forEach(stage ->
                        assertThat(turns(stage, end))
                                .isNotEmpty()
                                .isSortedAccordingTo(Comparator.comparing(Turn::at))
                                .allSatisfy(turn ->
                                        assertThat(turn.at())
                                                .isAfter(Story.beginning(end))
                                                .isBefore(end))));
    }

    @Test
    void agents_work_only_while_their_practice_is_open() {
        ends().forEach(end ->
                STAGES.forEach(stage ->
                        assertThat(turns(stage, end))
                                .filteredOn(turn -> turn.act().verb().by() == By.AGENT)
                                .allSatisfy(turn ->
                                        assertThat(hours(stage).next(turn.at().minusSeconds(1800)))
                                                .as(turn.toString())
                                                .isBeforeOrEqualTo(turn.at()))));
    }

    @Test
    void appointments_are_in_opening_hours_and_booked_before_they_begin() {
        ends().forEach(end ->
                STAGES.forEach(stage ->
                        assertThat(turns(stage, end))
                                .filteredOn(turn -> turn.booking() != null)
                                .extracting(Turn::booking)
                                .allSatisfy(booking -> {
                                    assertThat(hours(stage).isOpenAt(booking.startsAt())).isTrue();
                                    assertThat(booking.bookedAt()).isBefore(booking.startsAt());
                                })));
    }

    @Test
    void people_write_in_the_evening_and_at_lunch_and_less_at_weekends() {
        for (Stage stage : STAGES) {
            List<ZonedDateTime> written =
                    asked(turns(stage, Instant.parse("2026-11-27T23:30:00Z")))
                            .filter(turn -> !turn.part().has("bot"))
                            .map(turn -> turn.at().atZone(hours(stage).zone()))
                            .toList();
            assertThat(written).filteredOn(at -> isAt(at, 17, 23)).hasSizeGreaterThan(12);
            assertThat(written).filteredOn(at -> isAt(at, 12, 14)).hasSizeGreaterThan(7);
            assertThat(written).filteredOn(at -> isAt(at, 0, 6)).isEmpty();
            long weekend = written.stream().filter(at -> at.getDayOfWeek().getValue() > 5).count();
            assertThat(weekend).isBetween(6L, written.size() / 4L);
        }
    }

    private static boolean isAt(ZonedDateTime at, int from, int to) {
        LocalTime time = at.toLocalTime();
        return !time.isBefore(LocalTime.of(from, 0)) && time.isBefore(LocalTime.of(to, 0));
    }

    @Test
    void whenever_it_ends_somebody_waits_for_a_first_answer_and_somebody_for_another_try() {
        ends().forEach(end ->
                STAGES.forEach(stage -> {
                    Map<Part, List<Verb>> leads = leads(stage, end);
                    assertThat(leads.values())
                            .as("untouched at " + stage.practice() + " " + end)
                            .filteredOn(List.of(Verb.ASK)::equals)
                            .hasSizeGreaterThanOrEqualTo(2);
                    assertThat(leads.values())
                            .as("tried at " + stage.practice() + " " + end)
                            .filteredOn(acts ->
                                    acts.getLast() == Verb.NOANSWER
                                            || acts.getLast() == Verb.VOICEMAIL)
                            .hasSizeGreaterThanOrEqualTo(2);
                }));
    }

    private static Map<Part, List<Verb>> leads(Stage stage, Instant end) {
        return turns(stage, end).stream()
                .collect(
                        Collectors.groupingBy(
                                Turn::part,
                                Collectors.mapping(
                                        turn -> turn.act().verb(), Collectors.toList())));
    }

    @Test
    void whenever_it_ends_everything_that_can_happen_has_happened() {
        Set<Verb> rare = Set.of(Verb.WAIT, Verb.AGAIN, Verb.SEEN, Verb.EMAIL);
        ends().forEach(end -> {
            Set<Verb> both =
                    STAGES.stream()
                            .flatMap(stage -> turns(stage, end).stream())
                            .map(turn -> turn.act().verb())
                            .collect(Collectors.toSet());
            assertThat(both)
                    .as("" + end)
                    .containsAll(Stream.of(Verb.values()).filter(v -> !rare.contains(v)).toList());
        });
    }

    @Test
    void the_practices_differ_in_size_and_in_what_their_sources_bring() {
        Instant end = Instant.parse("2026-11-27T11:00:00Z");
        Map<String, Integer> sizes =
                STAGES.stream()
                        .collect(
                                Collectors.toMap(
                                        Stage::practice, s -> (int) asked(turns(s, end)).count()));
        assertThat(sizes.get("brightwater")).isBetween(60, 75);
        assertThat(sizes.get("northlight")).isBetween(35, 45);
        assertThat(luck("brightwater", "gp", end)).isGreaterThan(0.8);
        assertThat(luck("brightwater", "facebook", end)).isLessThan(0.25);
        assertThat(luck("northlight", "search", end))
                .isGreaterThan(luck("northlight", "instagram", end));
    }

    /** Those who booked, of those that a source brought. */
    private static double luck(String practice, String source, Instant end) {
        Stage stage =
                STAGES.stream()
                        .filter(s -> s.practice().equals(practice))
                        .findFirst()
                        .orElseThrow();
        List<List<Verb>> brought =
                leads(stage, end).entrySet().stream()
                        .filter(lead -> lead.getKey().source().equals(source))
                        .map(Map.Entry::getValue)
                        .toList();
        return (double) brought.stream().filter(acts -> acts.contains(Verb.BOOK)).count()
                / brought.size();
    }

    @Test
    void nobody_of_the_story_can_be_reached() {
        for (Stage stage : STAGES) {
            List<Part> parts = Script.of(stage.practice()).parts();
            assertThat(parts)
                    .extracting(Part::email)
                    .filteredOn(Objects::nonNull)
                    .allMatch(email -> email.matches("[^@]+@([a-z-]+\\.)?example(\\.[a-z]{3})?"));
            assertThat(stage.phonePrefix()).isIn("0491 570 ", "07700 900 ");
            assertThat(parts).extracting(Part::lastDigits).doesNotHaveDuplicates();
            assertThat(parts).extracting(Part::name).doesNotHaveDuplicates();
        }
        assertThat(Script.of("brightwater").parts().stream().map(Part::name))
                .doesNotContainAnyElementsOf(
                        Script.of("northlight").parts().stream().map(Part::name).toList());
    }

    @Test
    void a_form_gets_what_it_requires_and_agents_name_what_their_practice_has() {
        for (Stage stage : STAGES) {
            Function<String, Set<String>> ids =
                    list ->
                            stage.document()
                                    .path(list)
                                    .valueStream()
                                    .map(item -> item.path("id").asText())
                                    .collect(Collectors.toSet());
            Set<String> doors = new TreeSet<>(ids.apply("forms"));
            doors.addAll(Set.of(Part.PHONE, Part.PMS));
            for (Part part : Script.of(stage.practice()).parts()) {
                assertThat(doors).contains(part.door());
                if (!part.door().equals(Part.PMS)) {
                    assertThat(ids.apply("sources")).contains(part.source());
                }
                assertThat(missing(stage, part)).as(part.name()).isEmpty();
                part.acts().forEach(act -> known(act, ids));
            }
        }
    }

    private static List<String> missing(Stage stage, Part part) {
        if (part.door().equals(Part.PHONE) || part.door().equals(Part.PMS)) {
            return List.of();
        }
        return stage.form(part.door())
                .path("fields")
                .valueStream()
                .filter(field -> field.path("required").asBoolean())
                .map(field -> field.path("name").asText())
                .filter(name -> part.has("no " + name))
                .toList();
    }

    private static void known(Act act, Function<String, Set<String>> ids) {
        switch (act.verb()) {
            case MAIL -> assertThat(ids.apply("macros")).contains(act.words());
            case SOURCE -> assertThat(ids.apply("sources")).contains(act.words());
            case ASKS -> assertThat(ids.apply("people")).contains(act.first());
            default -> {}
        }
    }

    @Test
    void the_weekday_of_a_lead_stays_whatever_day_it_ends_on() {
        Part monday =
                Script.read(
                                """
                                agent ava first 10m again 1h
                                2 mon 08:00 | enquiry google | Ada Byron
                                  "Hello"
                                """)
                        .parts()
                        .getFirst();
        IntStream.range(0, 7)
                .mapToObj(i -> LocalDate.of(2026, 11, 2).plusDays(i))
                .forEach(last -> {
                    assertThat(monday.day(last).getDayOfWeek()).isEqualTo(DayOfWeek.MONDAY);
                    assertThat(monday.day(last)).isBetween(last.minusDays(14), last.minusDays(8));
                });
    }

    @Test
    void a_word_that_is_no_act_is_refused() {
        assertThatThrownBy(() -> Act.read("dances all night"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
