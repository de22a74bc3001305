package io.leadmap.lambda;

import io.leadmap.domain.practice.Division;
import io.leadmap.domain.practice.Hours;
import io.leadmap.domain.practice.OpeningHours;
import io.leadmap.domain.practice.Person;
import io.leadmap.domain.practice.Practice;
import io.leadmap.domain.practice.PracticeId;
import io.leadmap.domain.practice.Role;
import io.leadmap.domain.practice.Settings;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

/** A practice with an agent, an administrator, a provider and somebody who left. */
final class SamplePractice {

    static final PracticeId ID = new PracticeId("bright");

    static final Practice PRACTICE =
            new Practice(
                    ID,
                    1,
                    "Bright",
                    "",
                    new Settings(
                            ZoneId.of("Europe/London"),
                            "GB",
                            "GBP",
                            DayOfWeek.MONDAY,
                            OpeningHours.UNSAID,
                            Settings.Vocabulary.LEADMAP,
                            3,
                            Duration.ofDays(1),
                            Settings.DeadLeads.ACT,
                            new Settings.AutomaticMoves(true, true, true),
                            false,
                            false,
                            90,
                            false,
                            false,
                            Duration.ofDays(30),
                            new Hours(
                                    Set.of(DayOfWeek.MONDAY),
                                    LocalTime.of(9, 0),
                                    LocalTime.of(17, 0)),
                            true,
                            Duration.ofMinutes(5),
                            200,
                            null,
                            "1 Lamp Row",
                            "hello@bright.example",
                            null),
                    List.of(
                            person("ava", Set.of(Role.AGENT), true),
                            person("mei", Set.of(Role.ADMINISTRATOR), true),
                            person("ruth", Set.of(Role.PROVIDER), true),
                            person("gone", Set.of(Role.AGENT), false)),
                    List.of(new Division("root", "Bright", null)),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of());

    private SamplePractice() {}

    private static Person person(String id, Set<Role> roles, boolean active) {
        return new Person(id, id, id + "@bright.example", id, "", roles, active)
                .withSubject("auth0|" + id);
    }

    /** The same person, who is not with the practice any more. */
    static Person deactivated(Person person) {
        return new Person(
                person.id(),
                person.name(),
                person.email(),
                person.alias(),
                person.signature(),
                person.roles(),
                false,
                person.activeSince(),
                person.subject());
    }
}
