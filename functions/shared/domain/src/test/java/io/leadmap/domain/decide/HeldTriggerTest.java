package io.leadmap.domain.decide;

import static io.leadmap.domain.Story.noPhone;
import static io.leadmap.domain.Story.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.leadmap.domain.SamplePractice;
import io.leadmap.domain.Story;
import io.leadmap.domain.history.Actor;
import io.leadmap.domain.history.Entry;
import io.leadmap.domain.history.EntryType;
import io.leadmap.domain.history.MailEntry;
import io.leadmap.domain.history.TriggerEntry;
import io.leadmap.domain.lead.Status;
import io.leadmap.domain.lead.SuspensionCause;
import io.leadmap.domain.mail.Email;
import io.leadmap.domain.practice.Practice;
import io.leadmap.domain.practice.Trigger;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** What a suspended lead's triggers wait for, and what becomes of them (domain section 2). */
class HeldTriggerTest {

    private static final Duration DAY = Duration.ofDays(1);
    private static final List<Trigger.Action> HELD =
            List.of(SamplePractice.MAIL, SamplePractice.DRIP);

    @Test
    void held_triggers_run_once_in_order_on_reinstatement() {
        Practice two =
                SamplePractice.with(p ->
                        p.forms.set(
                                0,
                                SamplePractice.form(
                                        SamplePractice.ENQUIRY,
                                        true,
                                        "treat",
                                        "ava",
                                        null,
                                        new Trigger(
                                                "b",
                                                "First",
                                                true,
                                                List.of(new Trigger.Action.EmailLead("tip1"))),
                                        SamplePractice.welcome())));
        Story story = Story.ofIncomplete(two);
        assertThat(story.lead().suspension().held()).hasSize(2);
        story.after(DAY).then(Story.edit("phone", "+61444444444"));
        assertThat(story.entries())
                .extracting(Entry::type)
                .containsExactly(
                        EntryType.FIELD_CHANGED,
                        EntryType.REINSTATED,
                        EntryType.TRIGGER_FIRED,
                        EntryType.EMAIL_QUEUED,
                        EntryType.TRIGGER_FIRED,
                        EntryType.EMAIL_QUEUED,
                        EntryType.DRIP_ENROLLED);
        assertThat(story.all(TriggerEntry.TriggerFired.class))
                .extracting(fired -> fired.trigger().id(), TriggerEntry.TriggerFired::actions)
                .containsExactly(
                        tuple("hello", List.of(SamplePractice.TELL)),
                        tuple("b", List.of(new Trigger.Action.EmailLead("tip1"))),
                        tuple("hello", List.of(SamplePractice.MAIL, SamplePractice.DRIP)));
        assertThat(story.lead().suspension().held()).isEmpty();
        assertThat(story.last().mails())
                .extracting(Email::kind)
                .containsExactly(Email.Kind.AUTOMATIC, Email.Kind.AUTOMATIC);
        story.then(Story.edit("phone", "")).then(Story.edit("phone", "+61444444444"));
        assertThat(story.last().mails()).isEmpty();
    }

    @Test
    void every_submission_that_is_held_waits_for_itself() {
        Story story = Story.ofIncomplete().by(Actor.LEAD).after(DAY);
        story.then(new Command.JoinForm(Story.submission(SamplePractice.ENQUIRY, noPhone())));
        assertThat(story.lead().suspension().held()).hasSize(2);
        story.by(Story.AVA).then(Story.edit("phone", "+61444444444"));
        assertThat(story.last().mails()).as("the same mail, once").hasSize(1);
        assertThat(story.all(TriggerEntry.TriggerSkipped.class))
                .extracting(TriggerEntry.TriggerSkipped::reason)
                .containsExactlyInAnyOrder("justSent", "enrolledAlready");
        assertThat(story.lead().drips().runs()).hasSize(1);
        assertThat(story.lead().suspension().held()).isEmpty();
    }

    @Test
    void of_more_than_ten_held_submissions_the_oldest_are_skipped() {
        Story story = Story.ofIncomplete().by(Actor.LEAD);
        for (int i = 0; i < 11; i++) {
            story.after(DAY)
                    .then(
                            new Command.JoinForm(
                                    Story.submission(SamplePractice.ENQUIRY, noPhone())));
        }
        assertThat(story.lead().suspension().held()).hasSize(10);
        assertThat(story.lead().suspension().held().getFirst().since())
                .isEqualTo(Story.START.plus(DAY.multipliedBy(2)));
        assertThat(story.all(TriggerEntry.TriggerExpired.class))
                .extracting(TriggerEntry.TriggerExpired::reason)
                .containsExactly("tooMany", "tooMany");
        story.by(Story.AVA).then(Story.edit("phone", "+61444444444"));
        assertThat(story.last().mails()).hasSize(1);
        assertThat(story.lead().suspension().held()).isEmpty();
    }

    @Test
    void of_more_mails_than_one_command_decides_the_oldest_are_skipped() {
        Trigger.Action mail = new Trigger.Action.EmailLead("tip1");
        Trigger three = new Trigger("b", "Three", true, List.of(mail, mail, mail));
        Story story =
                new Story()
                        .in(withTriggers(three))
                        .by(Actor.LEAD)
                        .begin(
                                new Command.BeginByForm(
                                        submission(noPhone(), false), Optional.empty()));
        for (int i = 0; i < 4; i++) {
            story.then(new Command.JoinForm(submission(noPhone(), false)));
        }
        assertThat(story.lead().suspension().held()).hasSize(4);
        assertThat(story.all(TriggerEntry.TriggerExpired.class))
                .extracting(TriggerEntry.TriggerExpired::reason)
                .containsExactly("tooMany");
        story.then(new Command.JoinForm(submission(Story.monique(), false)));
        assertThat(story.all(TriggerEntry.TriggerSkipped.class))
                .as("fifteen of one mail, with those of the last submission")
                .filteredOn(skipped -> skipped.reason().equals("justSent"))
                .flatExtracting(TriggerEntry.TriggerSkipped::actions)
                .hasSize(14);
        assertThat(story.all(MailEntry.EmailQueued.class)).hasSize(1);
        assertThat(story.last().mails()).hasSizeLessThanOrEqualTo(25);
    }

    @Test
    void a_trigger_with_more_mails_than_may_be_saved_waits_all_the_same() {
        Trigger many =
                new Trigger(
                        "b",
                        "Many",
                        true,
                        Collections.nCopies(13, new Trigger.Action.EmailLead("tip1")));
        Story story =
                new Story()
                        .in(withTriggers(many))
                        .by(Actor.LEAD)
                        .begin(
                                new Command.BeginByForm(
                                        submission(noPhone(), false), Optional.empty()));
        assertThat(story.lead().suspension().held()).hasSize(1);
    }

    @Test
    void a_trigger_held_longer_than_30_days_is_skipped_with_that_reason() {
        Story late =
                Story.ofIncomplete()
                        .after(Duration.ofDays(30).plusSeconds(1))
                        .then(Story.edit("phone", "+61444444444"));
        assertThat(late.entries())
                .contains(new TriggerEntry.TriggerExpired(SamplePractice.HELLO, HELD, "tooOld"));
        assertThat(late.last().mails()).isEmpty();
        assertThat(late.lead().suspension().held()).isEmpty();
        Story inTime =
                Story.ofIncomplete()
                        .after(Duration.ofDays(30))
                        .then(Story.edit("phone", "+61444444444"));
        assertThat(inTime.last().mails()).hasSize(1);
        Story setting =
                Story.ofIncomplete(
                                SamplePractice.withSettings(s -> s.heldExpiry = Duration.ofDays(2)))
                        .after(Duration.ofDays(3))
                        .then(Story.edit("phone", "+61444444444"));
        assertThat(setting.last().mails()).isEmpty();
    }

    @Test
    void a_held_trigger_that_is_pointless_by_now_is_skipped_with_that_reason() {
        Story unsubscribed =
                Story.ofIncomplete()
                        .by(Actor.LEAD)
                        .then(Story.unsubscribe("tim@example.com"))
                        .by(Story.AVA);
        unsubscribed.then(Story.edit("phone", "+61444444444"));
        assertThat(unsubscribed.all(TriggerEntry.TriggerSkipped.class))
                .extracting(TriggerEntry.TriggerSkipped::reason)
                .containsExactly("unsubscribed");
        Story booked =
                Story.ofIncomplete()
                        .then(Story.to(Status.BOOKED))
                        .then(Story.edit("phone", "+61444444444"));
        assertThat(booked.lead().drips().runs()).isEmpty();
        assertThat(booked.all(TriggerEntry.TriggerSkipped.class))
                .extracting(TriggerEntry.TriggerSkipped::reason)
                .containsExactly("booked");
        assertThat(booked.last().mails()).as("the welcome mail still goes").hasSize(1);
        Story gone = Story.ofIncomplete().in(SamplePractice.with(p -> p.forms.removeFirst()));
        gone.then(Story.edit("phone", "+61444444444"));
        assertThat(gone.all(TriggerEntry.TriggerExpired.class))
                .containsExactly(
                        new TriggerEntry.TriggerExpired(
                                SamplePractice.HELLO, HELD, "notConfigured"));
    }

    @Test
    void what_an_administrator_took_out_of_a_held_trigger_is_skipped_and_the_rest_runs() {
        Story story =
                Story.ofIncomplete()
                        .in(
                                withTriggers(
                                        new Trigger(
                                                "hello",
                                                "Say hello",
                                                true,
                                                List.of(SamplePractice.DRIP))));
        story.then(Story.edit("phone", "+61444444444"));
        assertThat(story.all(TriggerEntry.TriggerFired.class).getLast())
                .isEqualTo(
                        new TriggerEntry.TriggerFired(
                                SamplePractice.HELLO, List.of(SamplePractice.DRIP)));
        assertThat(story.all(TriggerEntry.TriggerSkipped.class))
                .containsExactly(
                        new TriggerEntry.TriggerSkipped(
                                SamplePractice.HELLO,
                                List.of(SamplePractice.MAIL),
                                "notConfigured"));
        assertThat(story.lead().suspension().held()).isEmpty();
    }

    @Test
    void what_a_trigger_did_has_it_as_its_cause_and_nothing_else_has() {
        Story story = Story.ofIncomplete();
        story.then(Story.edit("phone", "+61444444444"));
        List<EntryType> caused =
                story.last().commit().triggers().keySet().stream()
                        .map(place -> story.last().commit().entries().get(place).type())
                        .toList();
        assertThat(caused).containsExactly(EntryType.EMAIL_QUEUED, EntryType.DRIP_ENROLLED);
        assertThat(story.last().commit().triggers().values()).containsOnly(SamplePractice.HELLO);
    }

    @Test
    void one_held_trigger_that_is_gone_takes_no_other_with_it() {
        Trigger first =
                new Trigger("b", "First", true, List.of(new Trigger.Action.EmailLead("tip1")));
        Story story =
                new Story()
                        .in(withTriggers(first, SamplePractice.welcome()))
                        .by(Actor.LEAD)
                        .begin(
                                new Command.BeginByForm(
                                        submission(noPhone(), true), Optional.empty()));
        story.in(withTriggers(first)).by(Story.AVA).then(new Command.Release(true));
        assertThat(story.lead().suspension().held())
                .extracting(held -> held.trigger().id())
                .as("held by INCOMPLETE still")
                .containsExactly("b");
    }

    @Test
    void closing_skips_what_is_held_and_reopening_fires_nothing_again() {
        Story story = Story.ofIncomplete().then(Story.lost("notInterested"));
        assertThat(story.all(TriggerEntry.TriggerExpired.class))
                .containsExactly(
                        new TriggerEntry.TriggerExpired(SamplePractice.HELLO, HELD, "lost"));
        story.then(Story.to(Status.CREATED)).then(Story.edit("phone", "+61444444444"));
        assertThat(story.last().mails()).isEmpty();
    }

    @Test
    void releasing_spam_shows_the_next_cause_and_runs_only_what_that_does_not_hold() {
        Story story =
                new Story()
                        .by(Actor.LEAD)
                        .begin(
                                new Command.BeginByForm(
                                        submission(noPhone(), true), Optional.empty()));
        story.by(Story.AVA).then(new Command.Release(true));
        assertThat(story.lead().suspension().shown()).contains(SuspensionCause.INCOMPLETE);
        assertThat(story.last().mails()).extracting(Email::kind).containsExactly(Email.Kind.NOTICE);
        assertThat(story.lead().suspension().held().getFirst().actions())
                .containsExactly(SamplePractice.MAIL, SamplePractice.DRIP);
        story.then(Story.edit("phone", "+61444444444"));
        assertThat(story.last().mails())
                .extracting(Email::kind)
                .containsExactly(Email.Kind.AUTOMATIC);
        assertThat(story.lead().suspension().held()).isEmpty();
    }

    @Test
    void a_person_released_from_spam_gets_everything_that_was_held() {
        Story story =
                new Story()
                        .by(Actor.LEAD)
                        .begin(
                                new Command.BeginByForm(
                                        submission(Story.monique(), true), Optional.empty()));
        story.after(DAY).by(Story.AVA).then(new Command.Release(true));
        assertThat(story.lead().suspension().causes()).isEmpty();
        assertThat(story.last().mails())
                .extracting(Email::kind)
                .containsExactlyInAnyOrder(Email.Kind.AUTOMATIC, Email.Kind.NOTICE);
        assertThat(story.drip("care").since()).isEqualTo(story.now());
    }

    private static Practice withTriggers(Trigger... triggers) {
        return SamplePractice.with(p ->
                p.forms.set(
                        0,
                        SamplePractice.form(
                                SamplePractice.ENQUIRY, true, "treat", "ava", null, triggers)));
    }
}
