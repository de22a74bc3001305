package io.leadmap.domain.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.leadmap.domain.SamplePractice;
import io.leadmap.domain.Story;
import io.leadmap.domain.history.Actor;
import io.leadmap.domain.history.Entry;
import io.leadmap.domain.history.EntryType;
import io.leadmap.domain.history.RecordEntry;
import io.leadmap.domain.history.TriggerEntry;
import io.leadmap.domain.lead.Attribution;
import io.leadmap.domain.lead.Channel;
import io.leadmap.domain.lead.Consent;
import io.leadmap.domain.lead.FieldKey;
import io.leadmap.domain.lead.FieldValue;
import io.leadmap.domain.lead.LeadId;
import io.leadmap.domain.lead.Status;
import io.leadmap.domain.lead.SuspensionCause;
import io.leadmap.domain.mail.Email;
import io.leadmap.domain.practice.Form;
import io.leadmap.domain.practice.Practice;

import org.junit.jupiter.api.Test;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a submission begins and what it joins (domain sections 2 and 8). */
class FormTest {

    private static final LeadId OTHER = new LeadId("lead0002");

    @Test
    void a_submission_begins_a_lead_with_its_forms_map_owner_source_and_division() {
        Practice practice =
                SamplePractice.with(p -> p.forms.set(0, inDivision(p.forms.getFirst(), "city")));
        Story story = Story.ofEnquiry(practice);
        assertThat(story.lead().origin().channel()).isEqualTo(Channel.FORM);
        assertThat(story.lead().status()).isEqualTo(Status.CREATED);
        assertThat(story.lead().origin().division()).isEqualTo("city");
        assertThat(story.lead().origin().source()).isEqualTo("web");
        assertThat(story.lead().owner()).isEqualTo("ava");
        assertThat(story.map().mapId()).isEqualTo("treat");
        assertThat(story.lead().dates().created()).isEqualTo(Story.START);
        assertThat(story.lead().suspension().causes()).isEmpty();
    }

    @Test
    void without_map_division_source_and_owner_it_is_at_the_root_and_in_the_default_map() {
        Practice practice = SamplePractice.withSettings(s -> s.defaultMapId = "slow");
        Story story = begun(practice, Story.submission(SamplePractice.PLAIN, Story.monique()));
        assertThat(story.lead().origin().division()).isEqualTo("root");
        assertThat(story.lead().origin().source()).isNull();
        assertThat(story.lead().owner()).isNull();
        assertThat(story.map().mapId()).isEqualTo("slow");
        Story none =
                begun(
                        SamplePractice.PRACTICE,
                        Story.submission(SamplePractice.PLAIN, Story.monique()));
        assertThat(none.lead().map()).isNull();
    }

    @Test
    void one_submission_is_one_commit_with_its_map_owner_drip_and_welcome_mail() {
        Story story = Story.ofEnquiry();
        assertThat(story.entries())
                .extracting(Entry::type)
                .containsSubsequence(
                        EntryType.LEAD_CREATED,
                        EntryType.FORM_RECEIVED,
                        EntryType.MAP_ENTERED,
                        EntryType.TRIGGER_FIRED,
                        EntryType.EMAIL_QUEUED,
                        EntryType.DRIP_ENROLLED);
        assertThat(story.last().mails())
                .extracting(Email::kind, Email::to)
                .containsExactlyInAnyOrder(
                        tuple(Email.Kind.AUTOMATIC, "monique@example.com"),
                        tuple(Email.Kind.NOTICE, "ava@bright.example"));
        assertThat(story.last().commit().firstSeq()).isEqualTo(1);
        assertThat(story.last().commit().configuration()).isEqualTo(7);
        assertThat(story.lead().revision().version()).isEqualTo(1);
    }

    @Test
    void utm_consent_and_message_are_kept() {
        Attribution utm = Attribution.of(Map.of("utm_source", "search"));
        Consent consent = new Consent("I agree", true, Story.START, SamplePractice.PLAIN);
        Story story =
                begun(
                        SamplePractice.PRACTICE,
                        new Command.Submission(
                                SamplePractice.PLAIN,
                                Story.monique(),
                                utm,
                                consent,
                                " Do you do lasers? ",
                                false));
        assertThat(story.lead().origin().utmFirst()).isEqualTo(utm);
        assertThat(story.lead().origin().utmLast()).isEqualTo(Attribution.NONE);
        assertThat(story.lead().consents()).containsExactly(consent);
        assertThat(story.all(RecordEntry.FormReceived.class))
                .containsExactly(
                        new RecordEntry.FormReceived(
                                SamplePractice.PLAIN, utm, consent, "Do you do lasers?"));
        Attribution later = Attribution.of(Map.of("utm_source", "newsletter"));
        story.by(Actor.LEAD)
                .then(
                        new Command.JoinForm(
                                new Command.Submission(
                                        SamplePractice.PLAIN,
                                        Story.monique(),
                                        later,
                                        null,
                                        null,
                                        false)));
        assertThat(story.lead().origin().utmFirst()).isEqualTo(utm);
        assertThat(story.lead().origin().utmLast()).isEqualTo(later);
    }

    @Test
    void an_unknown_or_inactive_form_is_refused() {
        for (String form : List.of("nothing", "old")) {
            Command.Submission submission = Story.submission(form, Story.monique());
            assertThat(
                            new Story()
                                    .by(Actor.LEAD)
                                    .refusedToBegin(
                                            new Command.BeginByForm(submission, Optional.empty())))
                    .isEqualTo(new Refusal.Unknown("form"));
            assertThat(Story.ofMonique().by(Actor.LEAD).refused(new Command.JoinForm(submission)))
                    .isEqualTo(new Refusal.Unknown("form"));
        }
    }

    @Test
    void wrong_fields_and_a_long_message_are_refused() {
        Command.Submission wrong =
                Story.submission(
                        SamplePractice.PLAIN,
                        Story.monique().with(FieldKey.EMAIL, text("monique")));
        Refusal refusal =
                new Refusal.Invalid("email", "Write an email address such as name@example.com.");
        assertThat(
                        new Story()
                                .by(Actor.LEAD)
                                .refusedToBegin(new Command.BeginByForm(wrong, Optional.empty())))
                .isEqualTo(refusal);
        assertThat(Story.ofMonique().by(Actor.LEAD).refused(new Command.JoinForm(wrong)))
                .isEqualTo(refusal);
        Refusal tooLong = new Refusal.Invalid("message", "Shorten this to 4000 characters.");
        assertThat(
                        new Story()
                                .by(Actor.LEAD)
                                .refusedToBegin(
                                        new Command.BeginByForm(saying(4_001), Optional.empty())))
                .isEqualTo(tooLong);
        assertThat(Story.ofMonique().by(Actor.LEAD).refused(new Command.JoinForm(saying(4_001))))
                .isEqualTo(tooLong);
        Story.ofMonique().by(Actor.LEAD).then(new Command.JoinForm(saying(4_000)));
    }

    @Test
    void suspected_spam_is_kept_and_every_automatic_action_held() {
        Story story =
                new Story()
                        .by(Actor.LEAD)
                        .begin(
                                new Command.BeginByForm(
                                        spam(), Optional.of(new Command.Resembled(OTHER, "noah"))));
        assertThat(story.lead().suspension().shown()).contains(SuspensionCause.SPAM);
        assertThat(story.last().mails()).isEmpty();
        assertThat(story.lead().drips().runs()).isEmpty();
        assertThat(story.lead().suspension().held()).hasSize(1);
        assertThat(story.lead().suspension().duplicateOf()).as("spam matches nobody").isNull();
    }

    @Test
    void a_lead_that_resembles_another_is_suspended_and_only_that_ones_owner_is_told() {
        Story story =
                new Story()
                        .by(Actor.LEAD)
                        .begin(
                                new Command.BeginByForm(
                                        Story.submission(SamplePractice.ENQUIRY, Story.monique()),
                                        Optional.of(new Command.Resembled(OTHER, "noah"))));
        assertThat(story.lead().suspension().shown()).contains(SuspensionCause.DUPLICATE);
        assertThat(story.lead().suspension().duplicateOf()).isEqualTo(OTHER);
        assertThat(story.last().mails()).extracting(Email::kind).containsExactly(Email.Kind.NOTICE);
        assertThat(story.last().mails())
                .extracting(Email::to)
                .containsExactly("noah@bright.example");
        assertThat(story.lead().suspension().held()).hasSize(1);
    }

    @Test
    void nobody_is_told_where_there_is_no_owner() {
        Story story =
                begun(
                        SamplePractice.PRACTICE,
                        Story.submission(SamplePractice.PLAIN, Story.monique()));
        story.by(Actor.LEAD)
                .then(
                        new Command.JoinForm(
                                Story.submission(SamplePractice.PLAIN, Story.monique())));
        assertThat(story.last().mails()).isEmpty();
        Practice ownerless =
                SamplePractice.with(p ->
                        p.forms.set(
                                0,
                                SamplePractice.form(
                                        SamplePractice.ENQUIRY,
                                        true,
                                        null,
                                        null,
                                        null,
                                        SamplePractice.welcome())));
        assertThat(Story.ofEnquiry(ownerless).all(TriggerEntry.TriggerExpired.class))
                .as("nobody to tell is nothing to tell")
                .isEmpty();
    }

    @Test
    void a_form_fires_once_per_submission() {
        Story story = Story.ofEnquiry().by(Actor.LEAD).after(Duration.ofDays(1));
        story.then(new Command.JoinForm(Story.submission(SamplePractice.ENQUIRY, Story.monique())));
        assertThat(story.last().mails()).extracting(Email::kind).contains(Email.Kind.AUTOMATIC);
        assertThat(story.all(TriggerEntry.TriggerFired.class)).hasSize(2);
        assertThat(story.lead().drips().runs().get("care")).extracting("run").isEqualTo(1);
    }

    @Test
    void a_notice_names_the_lead_by_its_id_only() {
        Email notice =
                Story.ofEnquiry().last().mails().stream()
                        .filter(m -> m.kind() == Email.Kind.NOTICE)
                        .findFirst()
                        .orElseThrow();
        Email.Text.Written text = (Email.Text.Written) notice.text();
        assertThat(text.html()).contains(Story.ID.value()).doesNotContain("Monique");
        assertThat(text.subject()).doesNotContain("Monique");
    }

    private static Story begun(Practice practice, Command.Submission submission) {
        return new Story()
                .in(practice)
                .by(Actor.LEAD)
                .begin(new Command.BeginByForm(submission, Optional.empty()));
    }

    private static Command.Submission spam() {
        return new Command.Submission(
                SamplePractice.ENQUIRY, Story.monique(), Attribution.NONE, null, null, true);
    }

    private static Command.Submission saying(int length) {
        return new Command.Submission(
                SamplePractice.PLAIN,
                Story.monique(),
                Attribution.NONE,
                null,
                "x".repeat(length),
                false);
    }

    private static FieldValue text(String text) {
        return new FieldValue.Text(text);
    }

    private static Form inDivision(Form form, String division) {
        return new Form(
                form.id(),
                form.name(),
                true,
                form.fields(),
                form.mapId(),
                form.ownerId(),
                form.sourceId(),
                division,
                form.confirmation(),
                URI.create("https://bright.example/thanks"),
                form.origins(),
                form.consentWording(),
                form.triggers());
    }
}
