package io.leadmap.domain.decide;

import static io.leadmap.domain.Story.noPhone;
import static io.leadmap.domain.Story.submission;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadmap.domain.SamplePractice;
import io.leadmap.domain.Story;
import io.leadmap.domain.decide.Command.SettleEmail.News;
import io.leadmap.domain.drip.DripRun;
import io.leadmap.domain.history.Actor;
import io.leadmap.domain.history.ContactEntry.CallLogged.Outcome;
import io.leadmap.domain.history.DripEntry;
import io.leadmap.domain.history.MailEntry;
import io.leadmap.domain.history.SuspensionEntry;
import io.leadmap.domain.history.TriggerEntry;
import io.leadmap.domain.lead.FieldKey;
import io.leadmap.domain.lead.LeadId;
import io.leadmap.domain.lead.Status;
import io.leadmap.domain.lead.SuspensionCause;
import io.leadmap.domain.mail.Email;
import io.leadmap.domain.mail.EmailId;
import io.leadmap.domain.mail.MailState;
import io.leadmap.domain.mail.Standing;
import io.leadmap.domain.practice.Practice;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Completeness, what a suspension holds and what resumes (domain section 2). */
class SuspensionTest {

    private static final Duration DAY = Duration.ofDays(1);

    @Test
    void a_lead_is_complete_only_with_name_email_and_phone() {
        assertThat(Story.ofMonique().lead().suspension().causes()).isEmpty();
        assertThat(Story.ofIncomplete().lead().suspension().shown())
                .contains(SuspensionCause.INCOMPLETE);
        Story phoneOnly =
                new Story()
                        .begin(
                                Story.add(
                                        Story.fields("firstName", "Tim", "phone", "+61444444444")));
        assertThat(phoneOnly.lead().suspension().shown()).contains(SuspensionCause.INCOMPLETE);
    }

    @Test
    void removing_the_email_or_the_phone_suspends_and_both_present_reinstates() {
        for (String field : List.of("email", "phone")) {
            String value = Objects.requireNonNull(Story.monique().text(new FieldKey(field)));
            Story story = Story.ofMonique().then(Story.edit(field, ""));
            assertThat(story.entries().getLast())
                    .isEqualTo(new SuspensionEntry.Suspended(SuspensionCause.INCOMPLETE));
            story.then(Story.edit("comment", "nothing changes")).then(Story.edit(field, value));
            assertThat(story.entries().getLast())
                    .isEqualTo(new SuspensionEntry.Reinstated(SuspensionCause.INCOMPLETE));
            assertThat(story.lead().suspension().causes()).isEmpty();
            assertThat(story.all(SuspensionEntry.Suspended.class)).hasSize(1);
        }
    }

    @Test
    void an_incomplete_leads_mail_and_drips_are_held_and_its_owner_is_told_at_once() {
        Story story = Story.ofIncomplete();
        assertThat(story.last().mails()).extracting(Email::kind).containsExactly(Email.Kind.NOTICE);
        assertThat(story.all(TriggerEntry.TriggerFired.class))
                .containsExactly(
                        new TriggerEntry.TriggerFired(
                                SamplePractice.HELLO, List.of(SamplePractice.TELL)));
        assertThat(story.all(TriggerEntry.TriggerHeld.class))
                .containsExactly(
                        new TriggerEntry.TriggerHeld(
                                SamplePractice.HELLO,
                                List.of(SamplePractice.MAIL, SamplePractice.DRIP)));
        assertThat(story.lead().drips().runs()).isEmpty();
    }

    @Test
    void incomplete_never_holds_the_map_moves_by_hand_hand_written_mail_owners_or_the_sweep() {
        Story story = Story.ofIncomplete();
        assertThat(story.lead().owner()).isEqualTo("ava");
        assertThat(story.map().isOpen()).isTrue();
        story.then(new Command.SendEmail("Hello", "<p>Your phone?</p>", null, List.of(), true));
        for (int i = 0; i < 3; i++) {
            story.then(Story.called(Outcome.NO_ANSWER));
        }
        story.after(DAY).by(Actor.SYSTEM).then(new Command.SweepDeadLead());
        assertThat(story.lead().status()).isEqualTo(Status.LOST);
        assertThat(Story.ofIncomplete().then(Story.to(Status.BOOKED)).lead().status())
                .isEqualTo(Status.BOOKED);
    }

    @Test
    void a_lead_without_an_address_may_be_enrolled_and_waits_for_one() {
        Story story = Story.ofMonique().then(Story.edit("email", ""));
        story.then(new Command.EnrolDrip("news"));
        assertThat(story.drip("news").state()).isEqualTo(DripRun.State.PAUSED);
    }

    @Test
    void drip_timers_resume_with_what_was_left() {
        Story story = Story.ofEnquiry().after(DAY).then(Story.edit("phone", ""));
        assertThat(story.all(DripEntry.DripPaused.class))
                .containsExactly(new DripEntry.DripPaused("care"));
        assertThat(story.nextMailAt("care")).isEmpty();
        story.after(Duration.ofDays(20)).then(Story.edit("phone", "+61444444444"));
        assertThat(story.all(DripEntry.DripResumed.class))
                .containsExactly(new DripEntry.DripResumed("care"));
        assertThat(story.drip("care").since().plus(Duration.ofDays(3)))
                .as("two of three days are left")
                .isEqualTo(story.now().plus(Duration.ofDays(2)));
        assertThat(story.lead().drips().live("care").map(DripRun::state))
                .contains(DripRun.State.ACTIVE);
    }

    @Test
    void an_overdue_drip_has_nothing_left_to_wait_for() {
        Story story = Story.ofEnquiry().after(Duration.ofDays(4)).then(Story.edit("phone", ""));
        story.at("2026-03-17T23:00:00Z").then(Story.edit("phone", "+61444444444"));
        assertThat(story.nextMailAt("care")).contains(story.now());
    }

    @Test
    void a_drip_whose_stop_rule_has_turned_meanwhile_does_not_resume() {
        Practice goesOn = SamplePractice.withSettings(s -> s.dripsStopOnBooked = false);
        Story story =
                Story.ofEnquiry(goesOn).then(Story.edit("phone", "")).then(Story.to(Status.BOOKED));
        assertThat(story.lead().drips().live()).hasSize(1);
        story.in(SamplePractice.PRACTICE).then(Story.edit("phone", "+61444444444"));
        assertThat(story.all(DripEntry.DripStopped.class))
                .containsExactly(new DripEntry.DripStopped("care", "booked"));
    }

    @Test
    void an_enrolment_while_suspended_begins_paused_with_its_whole_delay() {
        Story story = Story.ofIncomplete().then(new Command.EnrolDrip("news"));
        assertThat(story.entries()).containsExactly(new DripEntry.DripEnrolled("news", true, true));
        story.after(DAY).then(Story.edit("phone", "+61444444444"));
        assertThat(story.drip("news").since()).isEqualTo(story.now());
    }

    @Test
    void automatic_mail_that_is_queued_is_held_and_goes_out_on_reinstatement() {
        for (String field : List.of("phone", "email")) {
            Story story = Story.ofEnquiry();
            EmailId mail = story.lead().mail().pending().firstKey();
            story.after(DAY).then(Story.edit(field, ""));
            assertThat(story.lead().mail().pending()).containsOnlyKeys(mail);
            assertThat(story.last().settlements()).isEmpty();
            assertThat(story.all(MailEntry.EmailSkipped.class)).isEmpty();

            story.after(DAY);
            story.then(
                    Story.edit(
                            field, field.equals("phone") ? "+61444444444" : "monique@example.com"));
            assertThat(story.last().mails()).isEmpty();
            assertThat(story.last().settlements())
                    .isNotEmpty()
                    .allSatisfy(settlement -> {
                        assertThat(settlement.emailId()).isEqualTo(mail);
                        assertThat(settlement.to().state()).isEqualTo(MailState.QUEUED);
                    });
            assertThat(story.lead().mail().pending()).containsOnlyKeys(mail);
        }
    }

    @Test
    void mail_in_flight_is_left_to_its_sender() {
        Story story = Story.ofEnquiry();
        EmailId mail = story.lead().mail().pending().firstKey();
        story.inFlight(mail).then(Story.edit("phone", ""));
        story.then(Story.edit("phone", "+61444444444"));
        assertThat(story.last().settlements()).isEmpty();
        assertThat(story.lead().mail().pending()).containsOnlyKeys(mail);
    }

    @Test
    void held_mail_that_is_older_than_held_expiry_is_skipped_and_says_so() {
        Story story = Story.ofEnquiry();
        EmailId mail = story.lead().mail().pending().firstKey();
        story.then(Story.edit("phone", "")).after(DAY.multipliedBy(31));
        story.then(Story.edit("phone", "+61444444444"));
        assertThat(story.entries()).contains(new MailEntry.EmailSkipped(mail, "tooOld"));
    }

    @Test
    void held_mail_ends_with_the_lead_and_says_why() {
        Story closed = Story.ofEnquiry();
        EmailId mail = closed.lead().mail().pending().firstKey();
        closed.then(Story.edit("phone", "")).then(Story.to(Status.INVALID));
        assertThat(closed.entries()).contains(new MailEntry.EmailSkipped(mail, "invalid"));
        closed.then(Story.edit("phone", "+61444444444"));
        assertThat(closed.last().mails()).isEmpty();
    }

    @Test
    void a_mail_that_waits_follows_the_leads_new_address() {
        Story story = Story.ofEnquiry();
        EmailId mail = story.lead().mail().pending().firstKey();
        story.then(Story.edit("email", "")).then(Story.edit("email", "new@example.com"));
        assertThat(
                        story.last().settlements().stream()
                                .reduce(Decision.Settlement::then)
                                .orElseThrow())
                .isEqualTo(
                        new Decision.Settlement(
                                mail,
                                MailState.QUEUED,
                                Standing.of(MailState.QUEUED),
                                "new@example.com"));
        story.inFlight(mail).then(Story.edit("email", "third@example.com"));
        assertThat(story.last().settlements()).isEmpty();
    }

    @Test
    void a_form_that_completes_a_lead_sends_the_same_mail_once() {
        Story story = Story.ofIncomplete().by(Actor.LEAD).after(DAY);
        story.then(new Command.JoinForm(Story.submission(SamplePractice.ENQUIRY, Story.monique())));
        assertThat(story.last().mails())
                .filteredOn(mail -> mail.kind() == Email.Kind.AUTOMATIC)
                .hasSize(1);
        assertThat(story.all(TriggerEntry.TriggerSkipped.class))
                .extracting(TriggerEntry.TriggerSkipped::reason)
                .contains("justSent");
        assertThat(story.lead().drips().live()).as("drips are not touched").hasSize(1);
    }

    @Test
    void a_mail_that_was_sent_within_a_day_is_not_sent_by_the_form_that_reinstates() {
        for (boolean isJust : List.of(true, false)) {
            Story story = Story.ofEnquiry();
            EmailId welcome = story.lead().mail().pending().firstKey();
            story.by(Actor.SYSTEM)
                    .then(
                            new Command.SettleEmail(
                                    welcome,
                                    "monique@example.com",
                                    Standing.of(MailState.CLAIMED),
                                    new News.Sent("Welcome", "ab")));
            story.by(Story.AVA).then(Story.edit("phone", ""));
            story.by(Actor.LEAD).after(isJust ? Duration.ofHours(23) : Duration.ofHours(24));
            story.then(
                    new Command.JoinForm(
                            Story.submission(SamplePractice.ENQUIRY, Story.monique())));
            assertThat(story.last().mails())
                    .filteredOn(mail -> mail.kind() == Email.Kind.AUTOMATIC)
                    .hasSize(isJust ? 0 : 1);
        }
    }

    @Test
    void a_form_that_reinstates_nothing_is_answered_as_often_as_it_is_sent() {
        Story story = Story.ofEnquiry().by(Actor.LEAD);
        story.then(new Command.JoinForm(Story.submission(SamplePractice.ENQUIRY, Story.monique())));
        assertThat(story.last().mails())
                .filteredOn(mail -> mail.kind() == Email.Kind.AUTOMATIC)
                .hasSize(1);
    }

    @Test
    void of_several_causes_spam_is_shown_before_duplicate_before_incomplete() {
        Story spam =
                new Story()
                        .by(Actor.LEAD)
                        .begin(
                                new Command.BeginByForm(
                                        submission(noPhone(), true), Optional.empty()));
        assertThat(spam.lead().suspension().causes())
                .containsExactly(SuspensionCause.SPAM, SuspensionCause.INCOMPLETE);
        assertThat(spam.lead().suspension().shown()).contains(SuspensionCause.SPAM);
        Story duplicate =
                new Story()
                        .by(Actor.LEAD)
                        .begin(
                                new Command.BeginByForm(
                                        submission(noPhone(), false),
                                        Optional.of(
                                                new Command.Resembled(
                                                        new LeadId("lead0002"), null))));
        assertThat(duplicate.lead().suspension().shown()).contains(SuspensionCause.DUPLICATE);
    }

    @Test
    void who_is_said_to_be_somebody_else_goes_on_with_what_was_held() {
        LeadId other = new LeadId("lead0002");
        Story story = doubleOf(other);
        assertThat(story.last().mails()).noneMatch(mail -> mail.kind() == Email.Kind.AUTOMATIC);

        story.by(Story.AVA).then(new Command.IgnoreDuplicate(other));
        assertThat(story.entries())
                .startsWith(
                        new SuspensionEntry.DuplicateIgnored(other),
                        new SuspensionEntry.Reinstated(SuspensionCause.DUPLICATE));
        assertThat(story.last().mails()).anyMatch(mail -> mail.kind() == Email.Kind.AUTOMATIC);
        assertThat(story.lead().suspension().duplicateOf()).isNull();
        assertThat(story.lead().suspension().ignored()).containsExactly(other);
        story.thenNothing(new Command.IgnoreDuplicate(other));
    }

    @Test
    void ignoring_another_lead_than_the_suspected_one_ends_no_suspicion() {
        LeadId other = new LeadId("lead0002");
        Story story = doubleOf(other);

        story.by(Story.AVA).then(new Command.IgnoreDuplicate(new LeadId("lead0003")));
        assertThat(story.lead().suspension().isFor(SuspensionCause.DUPLICATE)).isTrue();
        assertThat(story.lead().suspension().duplicateOf()).isEqualTo(other);
    }

    @Test
    void spam_indeed_is_set_invalid_and_nothing_runs() {
        Story story =
                new Story()
                        .by(Actor.LEAD)
                        .begin(
                                new Command.BeginByForm(
                                        submission(Story.monique(), true), Optional.empty()));
        story.by(Story.AVA).then(new Command.Release(false));
        assertThat(story.lead().status()).isEqualTo(Status.INVALID);
        assertThat(story.lead().suspension().causes()).isEmpty();
        assertThat(story.last().mails()).isEmpty();
        assertThat(story.lead().suspension().held()).isEmpty();
        assertThat(((Refusal.Conflict) story.refused(new Command.Release(true))).reason())
                .isEqualTo(Refusal.Reason.NOT_SPAM);
    }

    @Test
    void spam_indeed_that_is_invalid_already_or_invoiced_keeps_the_rules_of_moves() {
        Story invalid = spam().then(Story.to(Status.INVALID)).then(new Command.Release(false));
        assertThat(invalid.entries())
                .containsExactly(new SuspensionEntry.Reinstated(SuspensionCause.SPAM));
        Story invoiced = spam().then(Story.to(Status.INVOICED));
        assertThat(invoiced.refused(new Command.Release(false)))
                .isInstanceOf(Refusal.RoleNeeded.class);
    }

    @Test
    void the_sweep_leaves_suspected_spam_and_duplicates_alone() {
        Story story = spam();
        for (int i = 0; i < 3; i++) {
            story.then(Story.called(Outcome.NO_ANSWER));
        }
        story.after(DAY).by(Actor.SYSTEM).thenNothing(new Command.SweepDeadLead());
        Story duplicate = doubleOf(new LeadId("lead0002"));
        for (int i = 0; i < 3; i++) {
            duplicate.then(Story.called(Outcome.NO_ANSWER));
        }
        duplicate.after(DAY).by(Actor.SYSTEM).thenNothing(new Command.SweepDeadLead());
    }

    private static Story doubleOf(LeadId other) {
        return new Story()
                .by(Actor.LEAD)
                .begin(
                        new Command.BeginByForm(
                                submission(Story.monique(), false),
                                Optional.of(new Command.Resembled(other, null))));
    }

    private static Story spam() {
        return new Story()
                .by(Actor.LEAD)
                .begin(new Command.BeginByForm(submission(Story.monique(), true), Optional.empty()))
                .by(Story.AVA);
    }
}
