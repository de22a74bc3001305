package io.leadmap.domain;

import io.leadmap.domain.practice.AddedLossReason;
import io.leadmap.domain.practice.Connection;
import io.leadmap.domain.practice.CustomField;
import io.leadmap.domain.practice.Division;
import io.leadmap.domain.practice.DripCampaign;
import io.leadmap.domain.practice.DripCampaign.DripMail;
import io.leadmap.domain.practice.Form;
import io.leadmap.domain.practice.LeadMap;
import io.leadmap.domain.practice.Macro;
import io.leadmap.domain.practice.Person;
import io.leadmap.domain.practice.Practice;
import io.leadmap.domain.practice.PracticeId;
import io.leadmap.domain.practice.Role;
import io.leadmap.domain.practice.Settings;
import io.leadmap.domain.practice.Source;
import io.leadmap.domain.practice.Trigger;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** A practice in Sydney with something of everything; open to changes before it is built. */
public final class SamplePractice {

    /** The key of the {@link #welcome() trigger} of the form {@link #ENQUIRY}. */
    public static final Trigger.Key HELLO =
            new Trigger.Key(Trigger.Anchor.form("enquiry"), "hello");

    /** What it mails, and the drip in which it enrols. */
    public static final Trigger.Action MAIL = new Trigger.Action.EmailLead("welcome");

    public static final Trigger.Action DRIP = new Trigger.Action.EnrolDrip("care");
    public static final Trigger.Action TELL = new Trigger.Action.NotifyOwner();

    public static final PracticeId ID = new PracticeId("bright");

    /** The practice as most tests need it. */
    public static final Practice PRACTICE = new SamplePractice().build();

    /**
     * With the welcome mail, the drip and the notice; its leads are ava's and enter the map {@code
     * treat}.
     */
    public static final String ENQUIRY = "enquiry";

    /** Without map, owner and triggers. */
    public static final String PLAIN = "plain";

    public final SampleSettings settings = new SampleSettings();
    public final List<Person> people =
            new ArrayList<>(
                    List.of(
                            person("ava", Set.of(Role.AGENT), true),
                            person("noah", Set.of(Role.AGENT), true),
                            person("mei", Set.of(Role.ADMINISTRATOR), true),
                            person("ruth", Set.of(Role.PROVIDER), true),
                            person("gone", Set.of(Role.AGENT), false)));
    public final List<CustomField> fields = new ArrayList<>(customFields());
    public final List<Form> forms =
            new ArrayList<>(
                    List.of(
                            form(ENQUIRY, true, "treat", "ava", "web", welcome()),
                            form(PLAIN, true, null, null, null),
                            form("old", false, null, null, null)));
    public final List<LeadMap> maps = new ArrayList<>(sampleMaps());
    public final List<Macro> macros =
            new ArrayList<>(
                    List.of(
                            new Macro(
                                    "welcome",
                                    3,
                                    "Welcome",
                                    Macro.Channel.EMAIL,
                                    "Welcome, {{lead.firstName|friend}}",
                                    "<p>Dear {{lead.firstName|friend}}, {{owner.alias}} will call"
                                            + " you.</p>"),
                            mail("tip1"),
                            mail("tip2")));
    public final List<DripCampaign> drips =
            new ArrayList<>(
                    List.of(
                            new DripCampaign(
                                    "care", "Care", List.of(mail("tip1", 3), mail("tip2", 7))),
                            new DripCampaign("news", "News", List.of(mail("tip1", 1)))));

    /** A practice with these changes. */
    public static Practice with(Consumer<SamplePractice> changes) {
        SamplePractice sample = new SamplePractice();
        changes.accept(sample);
        return sample.build();
    }

    /** A practice with these settings. */
    public static Practice withSettings(Consumer<SampleSettings> changes) {
        return with(p -> changes.accept(p.settings));
    }

    /** A practice whose appointments move leads by themselves only as said here. */
    public static Practice moves(boolean booked, boolean cancelled, boolean invoiced) {
        return withSettings(
                s -> s.automaticMoves = new Settings.AutomaticMoves(booked, cancelled, invoiced));
    }

    public Practice build() {
        return new Practice(
                ID,
                7,
                "Bright Skin",
                "02 9000 0000",
                settings.build(),
                people,
                List.of(
                        new Division("root", "Bright", null),
                        new Division("city", "City", "root"),
                        new Division("cityskin", "City Skin", "city"),
                        new Division("beach", "Beach", "root")),
                List.of(new Source("web", "Website"), new Source("friend", "A friend")),
                fields,
                forms,
                maps,
                macros,
                drips,
                List.of(new AddedLossReason("moved", "Moved away")),
                List.of(
                        new Connection(
                                "pms",
                                "standard",
                                List.of(),
                                Map.of(),
                                Instant.parse("2026-01-01T00:00:00Z"))));
    }

    /** A form with nothing but what is named. */
    public static Form form(
            String id,
            boolean active,
            @Nullable String mapId,
            @Nullable String ownerId,
            @Nullable String sourceId,
            Trigger... triggers) {
        return new Form(
                id,
                "The form " + id,
                active,
                List.of(),
                mapId,
                ownerId,
                sourceId,
                null,
                "Thank you",
                null,
                List.of(),
                null,
                List.of(triggers));
    }

    /** The trigger of the enquiry form. */
    public static Trigger welcome() {
        return new Trigger("hello", "Say hello", true, List.of(MAIL, DRIP, TELL));
    }

    /** A mail of a drip, so many days after the one before. */
    public static DripMail mail(String macro, int days) {
        return new DripMail(macro, Duration.ofDays(days), macro);
    }

    /** A macro for mail. */
    public static Macro mail(String id) {
        return new Macro(id, 1, id, Macro.Channel.EMAIL, "A " + id, "<p>" + id + "</p>");
    }

    private static Person person(String id, Set<Role> roles, boolean active) {
        return new Person(
                id,
                "Ms " + id,
                id + "@bright.example",
                "Dear " + id,
                id + "\nBright",
                roles,
                active);
    }

    private static List<CustomField> customFields() {
        return List.of(
                new CustomField("referral", "Referral", CustomField.Kind.TEXT, List.of()),
                new CustomField("visits", "Visits", CustomField.Kind.NUMBER, List.of()),
                new CustomField("since", "Since", CustomField.Kind.DATE, List.of()),
                new CustomField(
                        "insurance",
                        "Insurance",
                        CustomField.Kind.DROPDOWN,
                        List.of("private", "public")),
                new CustomField("side", "Side", CustomField.Kind.RADIO, List.of("left", "right")),
                new CustomField(
                        "areas",
                        "Areas",
                        CustomField.Kind.CHECKBOX,
                        List.of("face", "hands", "feet")),
                new CustomField("news", "Newsletter", CustomField.Kind.CHECKBOX, List.of()));
    }

    private static List<LeadMap> sampleMaps() {
        LeadMap.Track consult =
                new LeadMap.Track(
                        "consult",
                        "Consultation",
                        List.of(
                                new LeadMap.Step("call", "Call", "", true),
                                new LeadMap.Step("brochure", "Brochure", "", false)));
        LeadMap.Track treatment =
                new LeadMap.Track(
                        "treatment",
                        "Treatment",
                        List.of(new LeadMap.Step("plan", "Plan", "", true)));
        return List.of(
                new LeadMap("treat", 2, "Treatment", "orange", List.of(consult, treatment)),
                new LeadMap("slow", 1, "Slow follow-up", "blue", List.of(treatment)));
    }
}
