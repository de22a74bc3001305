package io.leadmap.domain.decide;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadmap.domain.SamplePractice;
import io.leadmap.domain.Story;
import io.leadmap.domain.appointment.Visits;
import io.leadmap.domain.history.Actor;
import io.leadmap.domain.history.MailEntry;
import io.leadmap.domain.lead.FieldKey;
import io.leadmap.domain.lead.FieldValue;
import io.leadmap.domain.lead.Fields;
import io.leadmap.domain.lead.SuspensionCause;
import io.leadmap.domain.mail.Email;
import io.leadmap.domain.practice.Form;
import io.leadmap.domain.practice.Macro;
import io.leadmap.domain.practice.Practice;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The form is no mail gun (domain section 7): what a stranger types goes to no address that only
 * the stranger has named.
 */
class NoMailGunTest {

    private static final String EVERYTHING =
            "{{lead.firstName|friend}} {{lead.lastName}} {{lead.name}} {{lead.email|-}}"
                    + " {{lead.phone|-}} {{lead.comment|-}} {{lead.serviceRequested|-}}"
                    + " {{lead.address|-}} {{lead.timeZone|-}} {{lead.custom.referral|-}}"
                    + " {{lead.custom.insurance|-}} {{lead.custom.visits|-}} {{lead.source}}";

    private static final Practice PRACTICE = SamplePractice.with(NoMailGunTest::mailEverything);
    private static final Map<String, String> TYPED =
            Map.of(
                    "comment", "Win money",
                    "serviceRequested", "Money",
                    "timeZone", "Australia/Sydney",
                    "custom.referral", "call 1900 555 555",
                    "custom.visits", "1900");

    private static void mailEverything(SamplePractice sample) {
        sample.macros.replaceAll(macro ->
                new Macro(
                        macro.id(),
                        macro.version(),
                        macro.name(),
                        macro.channel(),
                        "{{lead.firstName}} {{lead.comment|-}}",
                        EVERYTHING));
    }

    private static Fields typed() {
        Fields fields = Story.monique();
        for (Map.Entry<String, String> each : TYPED.entrySet()) {
            fields = fields.with(FieldKey.find(each.getKey()).orElseThrow(), text(each.getValue()));
        }
        return fields.with(FieldKey.custom("insurance"), text("private"));
    }

    private static Story sent(Practice practice) {
        return new Story()
                .in(practice)
                .by(Actor.LEAD)
                .begin(
                        new Command.BeginByForm(
                                Story.submission(SamplePractice.ENQUIRY, typed()),
                                Optional.empty()))
                .by(Story.AVA);
    }

    /** The values of the last automatic mail. */
    private static Map<String, String> values(Story story) {
        return story.last().mails().stream()
                .filter(mail -> mail.kind().isAutomatic())
                .map(Email::text)
                .map(text -> ((Email.Text.OfMacro) text).values())
                .reduce((first, last) -> last)
                .orElseThrow();
    }

    private static Map<String, String> nextDripMail(Story story) {
        return values(
                story.by(Actor.SYSTEM)
                        .at("2026-03-03T01:00:00Z")
                        .then(new Command.AdvanceDrip("care")));
    }

    @Test
    void only_names_and_what_the_practice_itself_offers_go_to_a_stranger_s_address() {
        Story story = sent(PRACTICE);

        assertThat(values(story))
                .containsOnlyKeys(
                        "lead.firstName",
                        "lead.lastName",
                        "lead.name",
                        "lead.custom.insurance",
                        "lead.source");
        assertThat(story.all(MailEntry.EmailQueued.class))
                .extracting(MailEntry.EmailQueued::subject)
                .containsExactly("Monique -");
        assertThat(nextDripMail(story)).doesNotContainKeys("lead.comment", "lead.phone");
    }

    @Test
    void what_the_practice_has_put_into_its_form_is_its_own_text() {
        Practice practice =
                SamplePractice.with(p -> {
                    mailEverything(p);
                    p.forms.replaceAll(form -> withHidden(form, "serviceRequested", "Money"));
                });

        assertThat(values(sent(practice)))
                .containsEntry("lead.serviceRequested", "Money")
                .doesNotContainKey("lead.comment");
    }

    @Test
    void a_person_of_the_practice_who_names_the_address_vouches_for_it() {
        Story story = sent(PRACTICE).then(Story.edit("email", "monique.lee@example.com"));

        assertThat(nextDripMail(story))
                .containsEntry("lead.comment", "Win money")
                .containsEntry("lead.phone", "+61444444444");
    }

    @Test
    void what_a_person_of_the_practice_has_written_may_be_sent() {
        Story story = sent(PRACTICE).then(Story.edit("comment", "Prefers mornings"));

        assertThat(nextDripMail(story))
                .containsEntry("lead.comment", "Prefers mornings")
                .doesNotContainKey("lead.custom.referral");
    }

    @Test
    void whom_the_pms_knows_is_no_stranger() {
        Practice practice =
                SamplePractice.with(p -> {
                    mailEverything(p);
                    p.settings.dripsStopOnBooked = false;
                });
        Story story =
                sent(practice)
                        .by(Actor.SYSTEM)
                        .then(new Command.ObserveAppointment(Visits.booked(), Visits.MONIQUE));

        assertThat(nextDripMail(story)).containsEntry("lead.comment", "Win money");
    }

    @Test
    void a_stranger_who_adds_an_address_to_a_lead_is_one_still() {
        Story story =
                new Story()
                        .in(PRACTICE)
                        .by(Story.AVA)
                        .begin(Story.add(Story.fields("firstName", "Tim", "phone", "+61444444444")))
                        .by(Actor.LEAD)
                        .then(
                                new Command.JoinForm(
                                        Story.submission(
                                                SamplePractice.ENQUIRY,
                                                Story.fields(
                                                        "firstName", "Tim",
                                                        "phone", "+61444444444",
                                                        "email", "victim@example.com",
                                                        "comment", "Win money"))));

        assertThat(values(story))
                .doesNotContainKey("lead.comment")
                .containsEntry("lead.phone", "+61444444444");
    }

    @Test
    void an_agent_s_own_lead_gets_everything() {
        Story story =
                new Story()
                        .in(PRACTICE)
                        .by(Story.AVA)
                        .begin(Story.add(typed()))
                        .then(new Command.EnrolDrip("care"));

        assertThat(nextDripMail(story)).containsEntry("lead.comment", "Win money");
    }

    @Test
    void hand_written_mail_says_what_its_writer_sees() {
        Story story =
                sent(PRACTICE)
                        .then(
                                new Command.SendEmail(
                                        "Hi", "<p>{{lead.comment|-}}</p>", null, List.of(), true));

        assertThat(story.last().mails())
                .extracting(Email::text)
                .containsExactly(new Email.Text.Written("Hi", "<p>Win money</p>"));
    }

    @Test
    void a_name_with_a_link_or_too_long_is_kept_as_spam_and_mailed_by_nobody() {
        for (String name : List.of("Win https://spam.example/a now", "a".repeat(81))) {
            Story story = begun(Story.monique().with(FieldKey.FIRST_NAME, text(name)));

            assertThat(story.lead().suspension().isFor(SuspensionCause.SPAM)).isTrue();
            assertThat(story.last().mails()).isEmpty();
        }
    }

    @Test
    void a_link_stays_out_of_the_mail_even_when_an_agent_calls_its_sender_a_person() {
        Story story =
                begun(Story.monique().with(FieldKey.LAST_NAME, text("spam.com")))
                        .then(new Command.Release(true));

        assertThat(values(story)).doesNotContainKeys("lead.name", "lead.lastName");
    }

    private static Story begun(Fields fields) {
        return new Story()
                .in(PRACTICE)
                .by(Actor.LEAD)
                .begin(
                        new Command.BeginByForm(
                                Story.submission(SamplePractice.ENQUIRY, fields), Optional.empty()))
                .by(Story.AVA)
                .after(Duration.ofMinutes(1));
    }

    private static Form withHidden(Form form, String name, String value) {
        return new Form(
                form.id(),
                form.name(),
                form.active(),
                List.of(new Form.FormField(name, name, "", false, value)),
                form.mapId(),
                form.ownerId(),
                form.sourceId(),
                form.divisionId(),
                form.confirmation(),
                form.redirect(),
                form.origins(),
                form.consentWording(),
                form.triggers());
    }

    private static FieldValue text(String text) {
        return new FieldValue.Text(text);
    }
}
