package io.leadmap.dynamodb;

import io.leadmap.domain.decide.Command.Submission;
import io.leadmap.domain.lead.Attribution;
import io.leadmap.domain.lead.Consent;
import io.leadmap.domain.lead.FieldKey;
import io.leadmap.domain.lead.FieldValue;
import io.leadmap.domain.lead.Fields;
import io.leadmap.domain.practice.CustomField;
import io.leadmap.domain.practice.DripCampaign;
import io.leadmap.domain.practice.DripCampaign.DripMail;
import io.leadmap.domain.practice.Form;
import io.leadmap.domain.practice.LeadMap;
import io.leadmap.domain.practice.LeadMap.Step;
import io.leadmap.domain.practice.LeadMap.Track;
import io.leadmap.domain.practice.Practice;
import io.leadmap.domain.practice.PracticeId;
import io.leadmap.domain.practice.Trigger;
import io.leadmap.domain.practice.Trigger.Action;
import io.leadmap.testkit.SamplePractices;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The practice of the reference lead: ten custom fields (0.64 KB), UTM first and last (0.6 KB), a
 * comment, a map of five tracks with 30 steps, one drip.
 */
final class ReferencePractice {

    static final PracticeId ID = new PracticeId("brightwater");

    private static final int FIELDS = 10;
    private static final int TRACKS = 5;
    private static final int STEPS = 6;

    private ReferencePractice() {}

    static Practice practice() {
        Practice sample = SamplePractices.of(ID);
        return new Practice(
                ID,
                1,
                "Brightwater Clinic",
                sample.phone(),
                sample.settings(),
                sample.people(),
                sample.divisions(),
                sample.sources(),
                fields(),
                List.of(form("enquiry", List.of()), form("welcome", List.of(welcome()))),
                List.of(map()),
                sample.macros(),
                List.of(
                        new DripCampaign(
                                "education",
                                "Education",
                                List.of(
                                        new DripMail("hello", Duration.ofDays(2), "hello"),
                                        new DripMail("hello-2", Duration.ofDays(3), "hello")))),
                List.of(),
                List.of());
    }

    private static List<CustomField> fields() {
        List<CustomField> fields = new ArrayList<>();
        for (int i = 0; i < FIELDS; i++) {
            fields.add(
                    new CustomField(
                            "question-" + i, "Question " + i, CustomField.Kind.TEXT, List.of()));
        }
        return fields;
    }

    private static Form form(String id, List<Trigger> triggers) {
        Form sample = SamplePractices.of(ID).forms().getFirst();
        return new Form(
                id,
                id,
                true,
                sample.fields(),
                null,
                "anna",
                "web",
                null,
                "Thank you",
                null,
                List.of(),
                "I agree to be contacted about my enquiry.",
                triggers);
    }

    private static Trigger welcome() {
        return new Trigger(
                "welcome",
                "Welcome",
                true,
                List.of(new Action.EmailLead("hello"), new Action.EnrolDrip("education")));
    }

    private static LeadMap map() {
        List<Track> tracks = new ArrayList<>();
        for (int track = 0; track < TRACKS; track++) {
            List<Step> steps = new ArrayList<>();
            for (int step = 0; step < STEPS; step++) {
                steps.add(new Step("step-" + track + "-" + step, "Step", "", step == 0));
            }
            tracks.add(new Track("track-" + track, "Track " + track, steps));
        }
        return new LeadMap("path", 1, "Path", "#008080", tracks);
    }

    /** What the reference lead sends. */
    static Submission submission(String form, Instant at) {
        Map<FieldKey, FieldValue> fields = new LinkedHashMap<>();
        fields.put(FieldKey.FIRST_NAME, new FieldValue.Text("Monique"));
        fields.put(FieldKey.LAST_NAME, new FieldValue.Text("Lee"));
        fields.put(FieldKey.EMAIL, new FieldValue.Text("monique.lee@example.com"));
        fields.put(FieldKey.PHONE, new FieldValue.Text("+61444444444"));
        fields.put(FieldKey.SERVICE_REQUESTED, new FieldValue.Text("Consultation"));
        fields.put(
                FieldKey.COMMENT,
                new FieldValue.Text(
                        "I would like to know what a first visit costs and when you are open."));
        for (int i = 0; i < FIELDS; i++) {
            fields.put(
                    FieldKey.custom("question-" + i),
                    new FieldValue.Text("an answer of ordinary length to question number " + i));
        }
        return new Submission(
                form,
                Fields.of(fields),
                utm("spring"),
                new Consent("I agree to be contacted about my enquiry.", true, at, form),
                null,
                false);
    }

    /** One touch, 0.3 KB. */
    static Attribution utm(String campaign) {
        return Attribution.of(
                new TreeMap<>(
                        Map.of(
                                "utm_source", "newsletter",
                                "utm_medium", "email",
                                "utm_campaign", campaign + "-campaign-2026-first-visit",
                                "utm_term", "first consultation near me",
                                "utm_content", "the-button-at-the-top-of-the-page",
                                "gclid", "EAIaIQobChMI0abcdefghijklmnopqrstuvwxyz0123456789",
                                "referrer",
                                        "https://www.example.com/blog/what-to-expect-of-a-first-visit")));
    }
}
