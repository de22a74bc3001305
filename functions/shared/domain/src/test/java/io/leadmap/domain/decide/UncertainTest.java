package io.leadmap.domain.decide;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadmap.domain.SamplePractice;
import io.leadmap.domain.Story;
import io.leadmap.domain.decide.Command.SettleEmail;
import io.leadmap.domain.decide.Command.SettleUncertain;
import io.leadmap.domain.history.Actor;
import io.leadmap.domain.history.MailEntry;
import io.leadmap.domain.history.MailEntry.EmailSettled.As;
import io.leadmap.domain.lead.LeadId;
import io.leadmap.domain.lead.Status;
import io.leadmap.domain.mail.Email;
import io.leadmap.domain.mail.EmailId;
import io.leadmap.domain.mail.MailState;
import io.leadmap.domain.mail.Standing;
import io.leadmap.domain.practice.PracticeId;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

/** A person decides about a mail that may have been sent (domain section 7). */
class UncertainTest {

    private static final String TO = "monique@example.com";
    private static final Email.Text.Written AGAIN =
            new Email.Text.Written("Welcome", "<p>Welcome</p>");
    private static final Standing ASKED = Standing.of(MailState.UNCERTAIN).asked("ava");

    @Test
    void it_counts_as_sent_and_the_to_do_ends() {
        Story story = uncertain();
        Email email = welcome(story);
        story.then(new SettleUncertain(email, ASKED, null));
        assertThat(story.entries())
                .containsExactly(new MailEntry.EmailSettled(email.id(), As.SENT, null));
        assertThat(story.last().settlements())
                .containsExactly(
                        new Decision.Settlement(
                                email.id(), MailState.UNCERTAIN, ASKED.at(MailState.SENT)));
        assertThat(story.last().ended())
                .containsExactly(new ToDo.Asked("uncertain-" + email.id(), "ava"));
        assertThat(story.last().mails()).isEmpty();
    }

    @Test
    void another_mail_under_its_own_id_says_the_same_to_the_address_of_now() {
        Story story = uncertain();
        Email email = welcome(story);
        story.then(Story.edit("email", "new@example.com"));
        story.then(new SettleUncertain(email, ASKED, AGAIN));
        Email again = story.last().mails().getFirst();
        assertThat(again)
                .isEqualTo(
                        new Email(
                                again.id(),
                                email.kind(),
                                "new@example.com",
                                email.copies(),
                                email.from(),
                                email.replyTo(),
                                AGAIN,
                                null));
        assertThat(again.id()).isNotEqualTo(email.id());
        assertThat(story.entries())
                .containsExactly(
                        new MailEntry.EmailQueued(
                                again.id(), Email.Kind.AUTOMATIC, "Welcome", "welcome", null),
                        new MailEntry.EmailSettled(email.id(), As.SEND_AGAIN, again.id()));
        assertThat(story.last().settlements())
                .containsExactly(
                        new Decision.Settlement(
                                email.id(), MailState.UNCERTAIN, ASKED.at(MailState.SKIPPED)));
        story.by(Actor.SYSTEM)
                .then(
                        new SettleEmail(
                                email.id(),
                                TO,
                                Standing.of(MailState.SKIPPED),
                                new SettleEmail.News.Delivered()));
        assertThat(story.last().settlements().getFirst().to().state())
                .isEqualTo(MailState.DELIVERED);
    }

    @Test
    void what_is_known_is_not_decided() {
        Story story = uncertain();
        for (MailState known : MailState.values()) {
            if (known != MailState.UNCERTAIN) {
                assertThat(
                                story.refused(
                                        new SettleUncertain(
                                                welcome(story), Standing.of(known), AGAIN)))
                        .isInstanceOfSatisfying(
                                Refusal.Conflict.class,
                                refusal ->
                                        assertThat(refusal.reason())
                                                .isEqualTo(Refusal.Reason.NOT_UNCERTAIN));
            }
        }
    }

    @Test
    void it_is_not_sent_again_where_it_may_not_go_and_a_missing_address_is_said() {
        Story lost = uncertain().then(Story.to(Status.INVALID));
        assertThat(reason(lost)).isEqualTo(Refusal.Reason.MAIL_BLOCKED);
        Story without = uncertain();
        without.then(Story.edit("email", ""));
        assertThat(reason(without)).isEqualTo(Refusal.Reason.NO_EMAIL);
        lost.then(new SettleUncertain(welcome(lost), ASKED, null));
    }

    @Test
    void another_lead_s_mail_and_a_notice_are_not_found() {
        Story story = uncertain();
        Email email = welcome(story);
        for (Email other :
                List.of(
                        named(email, EmailId.of(SamplePractice.ID, new LeadId("lead0002"), 1, 1)),
                        named(email, EmailId.of(new PracticeId("other"), Story.ID, 1, 1)),
                        kind(email, Email.Kind.NOTICE))) {
            assertThat(story.refused(new SettleUncertain(other, ASKED, AGAIN)))
                    .isEqualTo(new Refusal.Unknown("email"));
        }
    }

    private static Refusal.Reason reason(Story story) {
        return ((Refusal.Conflict) story.refused(new SettleUncertain(welcome(story), ASKED, AGAIN)))
                .reason();
    }

    private static Story uncertain() {
        Story story = Story.ofEnquiry().by(Actor.SYSTEM);
        story.then(
                new SettleEmail(
                        story.lead().mail().pending().firstKey(),
                        TO,
                        Standing.of(MailState.CLAIMED),
                        new SettleEmail.News.Uncertain("time-out")));
        return story.by(Story.AVA);
    }

    /** As the ledger has it. */
    private static Email welcome(Story story) {
        EmailId id = story.all(MailEntry.EmailUncertain.class).getFirst().emailId();
        return new Email(
                id,
                Email.Kind.AUTOMATIC,
                TO,
                List.of(),
                "The Clinic <hello@clinic.example>",
                "desk@clinic.example",
                new Email.Text.OfMacro("welcome", 1, Map.of()),
                null);
    }

    private static Email named(Email e, EmailId id) {
        return new Email(id, e.kind(), e.to(), e.copies(), e.from(), e.replyTo(), e.text(), null);
    }

    private static Email kind(Email e, Email.Kind kind) {
        return new Email(e.id(), kind, e.to(), e.copies(), e.from(), e.replyTo(), e.text(), null);
    }
}
