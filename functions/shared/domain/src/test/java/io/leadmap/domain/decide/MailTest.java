package io.leadmap.domain.decide;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadmap.domain.SamplePractice;
import io.leadmap.domain.Story;
import io.leadmap.domain.history.Actor;
import io.leadmap.domain.history.MailEntry;
import io.leadmap.domain.history.TriggerEntry;
import io.leadmap.domain.mail.Email;
import io.leadmap.domain.mail.EmailId;
import io.leadmap.domain.mail.MailState;
import io.leadmap.domain.mail.Standing;
import io.leadmap.domain.practice.Practice;
import io.leadmap.domain.practice.Trigger;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Hand-written and automatic mail when it is decided (domain sections 5 and 7). */
class MailTest {

    @Test
    void a_hand_written_mail_is_queued_with_what_will_really_be_sent() {
        Story story = Story.ofMonique().then(new Command.ChangeOwner("noah"));
        story.then(
                new Command.SendEmail(
                        "For {{lead.firstName}}",
                        "<p>{{lead.lastName}}, call {{owner.alias}}</p>",
                        "tip1",
                        List.of("noah", "ruth", "noah"),
                        true));
        EmailId id = EmailId.of(SamplePractice.ID, Story.ID, story.lead().revision().seq(), 1);
        assertThat(story.entries())
                .containsExactly(
                        new MailEntry.EmailQueued(
                                id, Email.Kind.HAND_WRITTEN, "For Monique", "tip1", null));
        assertThat(story.last().mails())
                .containsExactly(
                        new Email(
                                id,
                                Email.Kind.HAND_WRITTEN,
                                "monique@example.com",
                                List.of("noah@bright.example", "ruth@bright.example"),
                                "Bright Skin <hello@bright.example>",
                                "front@bright.example",
                                new Email.Text.Written("For Monique", "<p>Lee, call Dear noah</p>"),
                                null));
        assertThat(story.lead().mail().pending())
                .as("only automatic mail may be skipped")
                .isEmpty();
    }

    @Test
    void a_subject_is_one_line_of_what_can_be_seen() {
        Story story = Story.ofMonique();
        story.then(
                new Command.SendEmail(
                        "\u202eRe:\u00a0{{\u00a0lead.firstName }},\r\nvisit\ufeff ",
                        "<p>cafe\u0301\u202e</p>",
                        null,
                        List.of(),
                        true));
        assertThat(story.last().mails().getFirst().text())
                .isEqualTo(new Email.Text.Written("Re: Monique, visit", "<p>caf\u00e9</p>"));
        assertThat(story.last().mails().getFirst().text())
                .as("also what the history shows")
                .extracting("subject")
                .isEqualTo(((MailEntry.EmailQueued) story.entries().getFirst()).subject());
    }

    @Test
    void it_comes_from_the_agents_alias_at_the_practices_address() {
        Command.SendEmail mine =
                new Command.SendEmail("Hello", "<p>Hello</p>", null, List.of(), false);
        assertThat(Story.ofMonique().then(mine).last().mails().getFirst().from())
                .isEqualTo("Dear ava <hello@bright.example>");
        Story bare = Story.of(SamplePractice.withSettings(s -> s.from = "hello@bright.example"));
        assertThat(bare.then(mine).last().mails().getFirst().from())
                .isEqualTo("Dear ava <hello@bright.example>");
        assertThat(Story.ofMonique().by(Actor.SYSTEM).then(mine).last().mails().getFirst().from())
                .isEqualTo("Bright Skin <hello@bright.example>");
    }

    @Test
    void no_mail_goes_to_a_lead_without_an_address() {
        Story story =
                new Story()
                        .begin(Story.add(Story.fields("lastName", "Lee", "phone", "+61444444444")));
        assertThat(reason(story.refused(hello()))).isEqualTo(Refusal.Reason.NO_EMAIL);
    }

    @Test
    void it_is_refused_when_the_address_is_another_than_the_agent_saw() {
        Command.SendEmail seen =
                new Command.SendEmail(
                        "Hello", "<p>x</p>", null, List.of(), true, "Monique@EXAMPLE.com ");
        assertThat(Story.ofMonique().then(seen).last().mails().getFirst().to())
                .isEqualTo("monique@example.com");
        Story changed = Story.ofMonique().then(Story.edit("email", "m.lee@example.com"));
        assertThat(changed.refused(seen))
                .isEqualTo(
                        new Refusal.Conflict(
                                Refusal.Reason.ADDRESS_CHANGED,
                                "The lead's address is m.lee@example.com now; look at the mail"
                                        + " once more."));
        changed.then(hello());
    }

    @Test
    void an_unsubscribe_does_not_stop_it_but_a_hard_bounce_or_complaint_does() {
        Story.ofMonique().then(Story.unsubscribe()).then(hello());
        for (Command.SettleEmail.News news :
                List.of(
                        new Command.SettleEmail.News.Bounced(true, "gone"),
                        new Command.SettleEmail.News.Complained("abuse"))) {
            Story story = Story.ofMonique().then(hello());
            EmailId mail = story.last().mails().getFirst().id();
            story.by(Actor.SYSTEM)
                    .then(
                            new Command.SettleEmail(
                                    mail, "monique@example.com", Standing.of(MailState.SENT), news))
                    .by(Story.AVA);
            assertThat(reason(story.refused(hello()))).isEqualTo(Refusal.Reason.MAIL_BLOCKED);
        }
    }

    @Test
    void an_unknown_placeholder_is_refused_and_an_empty_one_is_not() {
        assertThat(
                        Story.ofMonique()
                                .refused(
                                        new Command.SendEmail(
                                                "{{lead.shoe}}",
                                                "<p>{{x}} {{y}}</p>",
                                                null,
                                                List.of(),
                                                true)))
                .isEqualTo(
                        new Refusal.Invalid(
                                List.of(
                                        new Refusal.FieldError(
                                                "subject",
                                                "Correct or remove the unknown placeholders:"
                                                        + " lead.shoe."),
                                        new Refusal.FieldError(
                                                "html",
                                                "Correct or remove the unknown placeholders:"
                                                        + " x, y."))));
        Story story =
                Story.ofMonique()
                        .then(
                                new Command.SendEmail(
                                        "On {{appointment.date}}.",
                                        "<p>.</p>",
                                        null,
                                        List.of(),
                                        true));
        assertThat(story.last().mails().getFirst().text())
                .isEqualTo(new Email.Text.Written("On .", "<p>.</p>"));
    }

    @Test
    void an_empty_or_endless_mail_is_refused() {
        assertThat(fields(new Command.SendEmail(" ", " ", null, List.of(), true)))
                .containsExactly("subject: Write a subject.", "html: Write the mail.");
        assertThat(
                        fields(
                                new Command.SendEmail(
                                        "x".repeat(301),
                                        "x".repeat(100_001),
                                        null,
                                        List.of(),
                                        true)))
                .containsExactly(
                        "subject: Shorten this to 300 characters.",
                        "html: Shorten this to 100000 characters.");
        Story.ofMonique()
                .then(
                        new Command.SendEmail(
                                "x".repeat(300), "x".repeat(100_000), null, List.of(), true));
    }

    @Test
    void macro_and_copies_must_exist() {
        assertThat(
                        fields(
                                new Command.SendEmail(
                                        "x", "x", "nothing", List.of("ruth", "gone"), true)))
                .containsExactly(
                        "macroId: Choose one of the practice's macros.",
                        "cc: Choose active people of the practice.");
    }

    @Test
    void a_triggers_mail_names_the_macros_version_and_keeps_the_values_of_its_placeholders() {
        Story story = Story.ofEnquiry();
        Email welcome =
                story.last().mails().stream()
                        .filter(m -> m.kind() == Email.Kind.AUTOMATIC)
                        .findFirst()
                        .orElseThrow();
        assertThat(welcome.text())
                .isEqualTo(
                        new Email.Text.OfMacro(
                                "welcome",
                                3,
                                Map.of("lead.firstName", "Monique", "owner.alias", "Dear ava")));
        assertThat(welcome.from()).isEqualTo("Bright Skin <hello@bright.example>");
        assertThat(welcome.replyTo()).isEqualTo("front@bright.example");
        assertThat(story.all(MailEntry.EmailQueued.class))
                .containsExactly(
                        new MailEntry.EmailQueued(
                                welcome.id(),
                                Email.Kind.AUTOMATIC,
                                "Welcome, Monique",
                                "welcome",
                                null));
        assertThat(story.lead().mail().pending()).containsOnlyKeys(welcome.id());
    }

    @Test
    void mails_of_one_command_have_different_ids_that_name_practice_and_lead() {
        List<Email> mails = Story.ofEnquiry().last().mails();
        assertThat(mails).extracting(Email::id).doesNotHaveDuplicates();
        assertThat(mails)
                .allSatisfy(m -> {
                    assertThat(m.id().practice()).isEqualTo(SamplePractice.ID);
                    assertThat(m.id().lead()).isEqualTo(Story.ID);
                });
    }

    @Test
    void a_trigger_says_why_its_mail_could_not_go() {
        Story story = Story.ofEnquiry().by(Actor.LEAD).then(Story.unsubscribe());
        story.then(new Command.JoinForm(Story.submission(SamplePractice.ENQUIRY, Story.monique())));
        assertThat(story.entries())
                .contains(
                        new TriggerEntry.TriggerSkipped(
                                SamplePractice.HELLO,
                                List.of(SamplePractice.DRIP),
                                "unsubscribed"));
        assertThat(story.last().mails())
                .extracting(Email::kind)
                .as("the answer to their own form is no marketing")
                .containsExactly(Email.Kind.NOTICE, Email.Kind.AUTOMATIC);
        Practice withoutMacro = SamplePractice.with(p -> p.macros.removeFirst());
        assertThat(Story.ofEnquiry(withoutMacro).all(TriggerEntry.TriggerSkipped.class))
                .extracting(TriggerEntry.TriggerSkipped::reason)
                .containsExactly("notConfigured");
        Story both = Story.ofEnquiry(withoutMacro).by(Actor.LEAD).then(Story.unsubscribe());
        both.then(new Command.JoinForm(Story.submission(SamplePractice.ENQUIRY, Story.monique())));
        assertThat(both.entries())
                .contains(
                        new TriggerEntry.TriggerSkipped(
                                SamplePractice.HELLO,
                                List.of(SamplePractice.MAIL),
                                "notConfigured"),
                        new TriggerEntry.TriggerSkipped(
                                SamplePractice.HELLO,
                                List.of(SamplePractice.DRIP),
                                "unsubscribed"));
        Practice withoutDrip = SamplePractice.with(p -> p.drips.removeFirst());
        assertThat(Story.ofEnquiry(withoutDrip).all(TriggerEntry.TriggerSkipped.class))
                .extracting(TriggerEntry.TriggerSkipped::reason)
                .containsExactly("notConfigured");
    }

    @Test
    void an_inactive_trigger_does_nothing() {
        Practice practice =
                SamplePractice.with(p ->
                        p.forms.set(
                                0,
                                SamplePractice.form(
                                        SamplePractice.ENQUIRY,
                                        true,
                                        null,
                                        null,
                                        null,
                                        new Trigger(
                                                "hello",
                                                "Hello",
                                                false,
                                                SamplePractice.welcome().actions()))));
        Story story =
                new Story()
                        .in(practice)
                        .by(Actor.LEAD)
                        .begin(
                                new Command.BeginByForm(
                                        Story.submission(SamplePractice.ENQUIRY, Story.monique()),
                                        Optional.empty()));
        assertThat(story.last().mails()).isEmpty();
        assertThat(story.all(TriggerEntry.TriggerFired.class)).isEmpty();
    }

    private static List<String> fields(Command.SendEmail command) {
        return ((Refusal.Invalid) Story.ofMonique().refused(command))
                .errors().stream().map(e -> e.field() + ": " + e.message()).toList();
    }

    private static Command.SendEmail hello() {
        return new Command.SendEmail("Hello", "<p>Hello</p>", null, List.of(), true);
    }

    private static Refusal.Reason reason(Refusal refusal) {
        return ((Refusal.Conflict) refusal).reason();
    }
}
