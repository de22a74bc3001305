package io.leadmap.domain.decide;

import static io.leadmap.domain.Story.called;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadmap.domain.SamplePractice;
import io.leadmap.domain.Story;
import io.leadmap.domain.history.Actor;
import io.leadmap.domain.history.ContactEntry;
import io.leadmap.domain.history.ContactEntry.CallLogged.Outcome;
import io.leadmap.domain.lead.Status;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Calls, notes and contact attempts (domain sections 3 and 5). */
class ContactTest {

    @Test
    void an_unanswered_call_voicemail_or_wrong_number_is_an_attempt() {
        Story story = Story.ofMonique();
        int count = 0;
        for (Outcome outcome :
                List.of(Outcome.NO_ANSWER, Outcome.VOICEMAIL, Outcome.WRONG_NUMBER)) {
            story.after(Duration.ofHours(1)).then(called(outcome));
            assertThat(story.lead().followUp().attempts().count()).isEqualTo(++count);
            assertThat(story.lead().followUp().attempts().last()).isEqualTo(story.now());
        }
        assertThat(story.lead().status()).isEqualTo(Status.CREATED);
    }

    @Test
    void a_reached_call_is_a_contact_and_no_attempt() {
        Story story = Story.ofMonique().then(called(Outcome.REACHED));
        assertThat(story.lead().status()).isEqualTo(Status.CONTACTED);
        assertThat(story.lead().followUp().attempts().count()).isZero();
    }

    @Test
    void a_reached_call_moves_nobody_who_is_further_on() {
        Story story = Story.ofMonique().then(Story.to(Status.BOOKED)).then(called(Outcome.REACHED));
        assertThat(story.lead().status()).isEqualTo(Status.BOOKED);
        assertThat(story.entries()).hasSize(1);
    }

    @Test
    void attempts_are_logged_calls_only_mail_and_notes_add_none() {
        Story story =
                Story.ofMonique()
                        .then(new Command.AddNote("<p>left a card</p>", null))
                        .then(
                                new Command.SendEmail(
                                        "Hello", "<p>Hello</p>", null, List.of(), true));
        assertThat(story.lead().followUp().attempts().count()).isZero();
        assertThat(story.lead().status()).isEqualTo(Status.CREATED);
    }

    @Test
    void a_new_submission_sets_attempts_to_zero() {
        Story story =
                Story.ofEnquiry().then(called(Outcome.NO_ANSWER)).then(called(Outcome.VOICEMAIL));
        story.by(Actor.LEAD)
                .then(
                        new Command.JoinForm(
                                Story.submission(SamplePractice.ENQUIRY, Story.monique())));
        assertThat(story.lead().followUp().attempts().count()).isZero();
        assertThat(story.lead().followUp().attempts().last()).isNull();
    }

    @Test
    void a_call_keeps_its_note() {
        Story story =
                Story.ofMonique()
                        .then(new Command.LogCall(Outcome.VOICEMAIL, " asked to call back "));
        assertThat(story.entries())
                .containsExactly(
                        new ContactEntry.CallLogged(Outcome.VOICEMAIL, "asked to call back"));
        assertThat(
                        Story.ofMonique()
                                .refused(new Command.LogCall(Outcome.REACHED, "x".repeat(4001))))
                .isEqualTo(new Refusal.Invalid("note", "Shorten this to 4000 characters."));
        Story.ofMonique().then(new Command.LogCall(Outcome.REACHED, "x".repeat(4000)));
    }

    @Test
    void a_note_has_its_placeholders_resolved() {
        Story story =
                Story.ofMonique()
                        .then(new Command.AddNote("<p>{{lead.firstName}} called</p>", "tip1"));
        assertThat(story.entries())
                .containsExactly(new ContactEntry.NoteAdded("<p>Monique called</p>", "tip1"));
    }

    @Test
    void a_note_is_refused_with_what_to_do() {
        Story story = Story.ofMonique();
        assertThat(story.refused(new Command.AddNote("  ", null)))
                .isEqualTo(new Refusal.Invalid("html", "Write the note."));
        assertThat(story.refused(new Command.AddNote("x".repeat(20_001), null)))
                .isEqualTo(new Refusal.Invalid("html", "Shorten this to 20000 characters."));
        assertThat(story.refused(new Command.AddNote("{{lead.shoeSize}}", null)))
                .isEqualTo(
                        new Refusal.Invalid(
                                "html",
                                "Correct or remove the unknown placeholders: lead.shoeSize."));
        assertThat(story.refused(new Command.AddNote("text", "nothing")))
                .isEqualTo(new Refusal.Invalid("macroId", "Choose one of the practice's macros."));
        story.then(new Command.AddNote("x".repeat(20_000), null));
    }

    @Test
    void the_time_of_the_last_activity_is_what_people_and_the_lead_did_last() {
        Story story = Story.ofMonique().after(Duration.ofDays(1)).then(called(Outcome.NO_ANSWER));
        var called = story.now();
        assertThat(story.lead().followUp().lastActivityAt()).isEqualTo(called);
        story.after(Duration.ofDays(9)).by(Actor.SYSTEM).then(Story.unsubscribe());
        assertThat(story.lead().followUp().lastActivityAt()).isEqualTo(called);
    }

    @Test
    void time_never_runs_backwards_within_a_lead() {
        Story story = Story.ofMonique();
        var before = story.now();
        story.after(Duration.ofHours(-1)).then(called(Outcome.NO_ANSWER));
        assertThat(story.last().commit().at()).isEqualTo(before);
        assertThat(story.lead().followUp().attempts().last()).isEqualTo(before);
        assertThat(Optional.of(story.lead().revision().at())).contains(before);
    }
}
