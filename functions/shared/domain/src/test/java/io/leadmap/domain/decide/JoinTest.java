package io.leadmap.domain.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadmap.domain.SamplePractice;
import io.leadmap.domain.Story;
import io.leadmap.domain.history.Actor;
import io.leadmap.domain.history.RecordEntry;
import io.leadmap.domain.lead.Attribution;
import io.leadmap.domain.lead.LeadId;
import io.leadmap.domain.lead.Status;
import io.leadmap.domain.lead.SuspensionCause;
import io.leadmap.domain.mail.Email;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

/** A submission that joins the open lead of the same person (domain section 2). */
class JoinTest {

    private static final LeadId OTHER = new LeadId("lead0002");

    @Test
    void joining_a_suspected_duplicate_tells_and_gives_nobody_anything() {
        Story story =
                new Story()
                        .by(Actor.LEAD)
                        .begin(
                                new Command.BeginByForm(
                                        Story.submission(SamplePractice.PLAIN, Story.monique()),
                                        Optional.of(new Command.Resembled(OTHER, null))));
        story.then(new Command.JoinForm(Story.submission(SamplePractice.ENQUIRY, Story.monique())));
        assertThat(story.last().mails()).isEmpty();
        assertThat(story.lead().owner()).isNull();
        assertThat(story.lead().suspension().held()).hasSize(1);
    }

    @Test
    void joining_fills_blanks_and_never_overwrites() {
        Story story =
                new Story()
                        .begin(
                                Story.add(
                                        Story.fields(
                                                "firstName", "Monique", "phone", "+61444444444")));
        story.by(Actor.LEAD)
                .then(
                        new Command.JoinForm(
                                Story.submission(
                                        SamplePractice.ENQUIRY,
                                        Story.fields(
                                                "firstName", "Mona",
                                                "lastName", "Lee",
                                                "email", "monique@example.com",
                                                "custom.referral", "my sister"))));
        assertThat(story.lead().fields().values())
                .isEqualTo(
                        Story.fields(
                                        "firstName", "Monique",
                                        "lastName", "Lee",
                                        "email", "monique@example.com",
                                        "phone", "+61444444444",
                                        "custom.referral", "my sister")
                                .values());
        assertThat(story.entries().getFirst()).isInstanceOf(RecordEntry.FormReceived.class);
        assertThat(story.lead().origin().source())
                .as("a blank source is filled, too")
                .isEqualTo("web");
        assertThat(story.lead().suspension().isFor(SuspensionCause.INCOMPLETE)).isFalse();
    }

    @Test
    void joining_keeps_a_source_that_is_known() {
        Story story = Story.ofMonique().then(Story.edit("sourceId", "friend")).by(Actor.LEAD);
        story.then(new Command.JoinForm(Story.submission(SamplePractice.ENQUIRY, Story.monique())));
        assertThat(story.lead().origin().source()).isEqualTo("friend");
        story.then(Story.edit("sourceId", ""))
                .then(
                        new Command.JoinForm(
                                Story.submission(SamplePractice.PLAIN, Story.monique())));
        assertThat(story.lead().origin().source()).isNull();
    }

    @Test
    void joining_tells_the_owner_once() {
        Story story = Story.ofEnquiry().by(Actor.LEAD);
        story.then(new Command.JoinForm(Story.submission(SamplePractice.PLAIN, Story.monique())));
        assertThat(notices(story)).containsExactly("ava@bright.example");
        story.then(new Command.JoinForm(Story.submission(SamplePractice.ENQUIRY, Story.monique())));
        assertThat(notices(story))
                .as("the trigger's notice is the same")
                .containsExactly("ava@bright.example");
    }

    @Test
    void a_closed_lead_is_joined_by_nothing() {
        Story story = Story.ofEnquiry().then(Story.to(Status.INVALID)).by(Actor.LEAD);
        Refusal refusal =
                story.refused(
                        new Command.JoinForm(
                                Story.submission(SamplePractice.ENQUIRY, Story.monique())));
        assertThat(((Refusal.Conflict) refusal).reason()).isEqualTo(Refusal.Reason.LEAD_CLOSED);
    }

    @Test
    void suspected_spam_joins_nobody() {
        assertThatThrownBy(() -> Story.ofEnquiry().decide(new Command.JoinForm(spam())))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static List<String> notices(Story story) {
        return story.last().mails().stream()
                .filter(m -> m.kind() == Email.Kind.NOTICE)
                .map(Email::to)
                .toList();
    }

    private static Command.Submission spam() {
        return new Command.Submission(
                SamplePractice.ENQUIRY, Story.monique(), Attribution.NONE, null, null, true);
    }
}
