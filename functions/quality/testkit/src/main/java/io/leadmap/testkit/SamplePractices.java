package io.leadmap.testkit;

import io.leadmap.domain.practice.Connection;
import io.leadmap.domain.practice.CustomField;
import io.leadmap.domain.practice.Division;
import io.leadmap.domain.practice.DripCampaign;
import io.leadmap.domain.practice.DripCampaign.DripMail;
import io.leadmap.domain.practice.Form;
import io.leadmap.domain.practice.Form.FormField;
import io.leadmap.domain.practice.Hours;
import io.leadmap.domain.practice.LeadMap;
import io.leadmap.domain.practice.LeadMap.Step;
import io.leadmap.domain.practice.LeadMap.Track;
import io.leadmap.domain.practice.Macro;
import io.leadmap.domain.practice.OpeningHours;
import io.leadmap.domain.practice.Person;
import io.leadmap.domain.practice.Practice;
import io.leadmap.domain.practice.PracticeId;
import io.leadmap.domain.practice.Role;
import io.leadmap.domain.practice.Settings;
import io.leadmap.domain.practice.Settings.AutomaticMoves;
import io.leadmap.domain.practice.Settings.DeadLeads;
import io.leadmap.domain.practice.Settings.Vocabulary;
import io.leadmap.domain.practice.Source;
import io.leadmap.domain.practice.Trigger;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A small practice in UTC that sends mail at any hour, gives up after three attempts and a day, and
 * needs nothing else.
 */
public final class SamplePractices {

    private SamplePractices() {}

    /** Its first version. */
    public static Practice of(PracticeId id) {
        return of(id, 1, settings(3, Duration.ofHours(24)));
    }

    /** Its first version with a PMS, whose new clients become leads. */
    public static Practice withPms(PracticeId id) {
        Connection pms =
                new Connection(
                        "pms",
                        "standard",
                        List.of("whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYX"),
                        Map.of(),
                        Instant.parse("2026-01-01T00:00:00Z"));
        return of(id, 1, settings(3, Duration.ofHours(24), true), List.of(pms));
    }

    public static Practice of(PracticeId id, long version, Settings settings) {
        return of(id, version, settings, List.of());
    }

    private static Practice of(
            PracticeId id, long version, Settings settings, List<Connection> connections) {
        return new Practice(
                id,
                version,
                "Practice " + id,
                "+61390000000",
                settings,
                List.of(person("anna", Role.AGENT), person("adam", Role.ADMINISTRATOR)),
                List.of(
                        new Division("root", "Everywhere", null),
                        new Division("north", "North", "root")),
                List.of(new Source("web", "Web site"), new Source("friend", "A friend")),
                List.of(new CustomField("referral", "Referral", CustomField.Kind.TEXT, List.of())),
                List.of(form()),
                List.of(map()),
                List.of(
                        new Macro(
                                "hello", 1, "Hello", Macro.Channel.EMAIL, "Hello", "<p>Hello</p>")),
                List.of(
                        new DripCampaign(
                                "care",
                                "Care",
                                List.of(new DripMail("hello", Duration.ofDays(2), "hello")))),
                List.of(),
                connections);
    }

    /**
     * @param grace how long after the last attempt a lead is given up
     */
    public static Settings settings(int attemptLimit, Duration grace) {
        return settings(attemptLimit, grace, false);
    }

    private static Settings settings(int attemptLimit, Duration grace, boolean leadsForNewClients) {
        return new Settings(
                ZoneId.of("Etc/UTC"),
                "AU",
                "AUD",
                DayOfWeek.MONDAY,
                OpeningHours.UNSAID,
                Vocabulary.LEADMAP,
                attemptLimit,
                grace,
                DeadLeads.ACT,
                new AutomaticMoves(true, true, true),
                false,
                leadsForNewClients,
                90,
                false,
                true,
                Duration.ofDays(30),
                new Hours(EnumSet.allOf(DayOfWeek.class), LocalTime.MIN, LocalTime.of(23, 59)),
                true,
                Duration.ofMinutes(5),
                200,
                "path",
                "1 Main Street",
                "practice@example.com",
                null);
    }

    private static Person person(String id, Role role) {
        return new Person(id, id, id + "@example.com", id, "", Set.of(role), true).withSubject(id);
    }

    private static Form form() {
        return new Form(
                "enquiry",
                "Enquiry",
                true,
                List.of(new FormField("email", "Email", "", true, null)),
                null,
                "anna",
                "web",
                null,
                "Thank you",
                null,
                List.of(),
                null,
                List.of(
                        new Trigger(
                                "welcome",
                                "Welcome",
                                true,
                                List.of(new Trigger.Action.EmailLead("hello")))));
    }

    private static LeadMap map() {
        return new LeadMap(
                "path",
                1,
                "Path",
                "#008080",
                List.of(new Track("first", "First", List.of(new Step("call", "Call", "", true)))));
    }
}
