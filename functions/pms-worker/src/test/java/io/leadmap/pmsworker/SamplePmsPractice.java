package io.leadmap.pmsworker;

import io.leadmap.domain.practice.Connection;
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
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** A practice in Sydney with a PMS that speaks our own format. */
final class SamplePmsPractice {

    String id = "bright";
    boolean createLeads;
    Instant startedAt = Instant.parse("2026-01-01T00:00:00Z");

    static Practice with(Consumer<SamplePmsPractice> changes) {
        SamplePmsPractice sample = new SamplePmsPractice();
        changes.accept(sample);
        return sample.build();
    }

    private Practice build() {
        return new Practice(
                new PracticeId(id),
                1,
                "Bright Skin",
                "02 9000 0000",
                settings(),
                List.of(
                        new Person(
                                "ava",
                                "Ava",
                                "ava@bright.example",
                                "Ava",
                                "",
                                Set.of(Role.AGENT),
                                true)),
                List.of(
                        new Division("root", "Bright", null),
                        new Division("city", "City", "root"),
                        new Division("beach", "Beach", "root")),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(
                        new Connection(
                                "pms",
                                "standard",
                                List.of("whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYX", PmsScene.SECRET),
                                Map.of("loc-1", "city"),
                                startedAt)));
    }

    private Settings settings() {
        return new Settings(
                ZoneId.of("Australia/Sydney"),
                "AU",
                "AUD",
                DayOfWeek.MONDAY,
                OpeningHours.UNSAID,
                Settings.Vocabulary.LEADMAP,
                3,
                Duration.ofHours(24),
                Settings.DeadLeads.ACT,
                new Settings.AutomaticMoves(true, true, true),
                false,
                createLeads,
                90,
                false,
                true,
                Duration.ofDays(30),
                new Hours(EnumSet.allOf(DayOfWeek.class), LocalTime.of(9, 0), LocalTime.of(17, 0)),
                true,
                Duration.ofMinutes(5),
                200,
                null,
                "1 Lamp Row, Sydney",
                "Bright Skin <hello@bright.example>",
                null);
    }
}
