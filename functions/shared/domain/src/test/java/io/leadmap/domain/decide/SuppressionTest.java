package io.leadmap.domain.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.leadmap.domain.SamplePractice;
import io.leadmap.domain.Story;
import io.leadmap.domain.appointment.Visits;
import io.leadmap.domain.history.Actor;
import io.leadmap.domain.history.Cause;
import io.leadmap.domain.history.DripEntry;
import io.leadmap.domain.history.SuppressionEntry;
import io.leadmap.domain.history.TriggerEntry;
import io.leadmap.domain.lead.Attribution;
import io.leadmap.domain.lead.Consent;
import io.leadmap.domain.lead.Fields;
import io.leadmap.domain.mail.Email;
import io.leadmap.domain.mail.EmailId;
import io.leadmap.domain.suppression.AddressState;
import io.leadmap.domain.suppression.KnownAddresses;
import io.leadmap.domain.suppression.Suppression;
import io.leadmap.domain.suppression.Suppression.Ending;
import io.leadmap.domain.suppression.Suppression.Kind;
import io.leadmap.domain.suppression.Suppression.Lifting;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Suppression belongs to the address (domain section 7). */
class SuppressionTest {

    private static final String TO = "monique@example.com";
    private static final EmailId MAIL = EmailId.of(SamplePractice.ID, Story.ID, 1, 1);
    private static final EmailId ANOTHER = EmailId.of(SamplePractice.ID, Story.ID, 9, 1);
    private static final Lifting BY_MEI = new Lifting(Story.START, "mei", "works again");

    private static AddressState suppressed(Kind kind) {
        return AddressState.clean(TO).suppressed(kind, Story.START, MAIL);
    }

    private static Command.BeginByForm enquiry(Fields fields, boolean ticked, boolean spam) {
        Consent consent = new Consent("Mail me.", ticked, Story.START, SamplePractice.ENQUIRY);
        return new Command.BeginByForm(
                new Command.Submission(
                        SamplePractice.ENQUIRY, fields, Attribution.NONE, consent, null, spam),
                Optional.empty());
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"COMPLAINT", "HARD_BOUNCE"})
    void whatever_way_a_lead_comes_it_gets_no_mail_at_an_address_that_takes_none(Kind kind) {
        List<Command.Beginning> ways =
                List.of(
                        enquiry(Story.monique(), true, false),
                        Story.add(Story.monique()),
                        new Command.BeginByAppointment(
                                Story.monique(), Visits.booked("a-1", Story.START, Visits.STARTS)));
        for (Command.Beginning way : ways) {
            Story story =
                    new Story()
                            .in(SamplePractice.withSettings(s -> s.dripsStopOnBooked = false))
                            .known(suppressed(kind))
                            .begin(way);
            assertThat(story.last().mails()).noneMatch(m -> m.kind() != Email.Kind.NOTICE);
            assertThat(story.lead().drips().runs()).isEmpty();
            assertThat(story.by(Story.AVA).refused(new Command.EnrolDrip("news")))
                    .isInstanceOf(Refusal.Conflict.class);
        }
    }

    @Test
    void an_address_is_the_same_in_other_letters_and_with_spaces() {
        Story story = new Story().known(suppressed(Kind.COMPLAINT));
        story.begin(Story.add(Story.fields("lastName", "Lee", "email", " Monique@EXAMPLE.com ")));
        assertThat(story.refused(new Command.EnrolDrip("news")))
                .isInstanceOf(Refusal.Conflict.class);
    }

    @Test
    void an_unsubscribe_lets_the_answer_to_a_form_through_and_no_marketing() {
        Story story =
                new Story()
                        .by(Actor.LEAD)
                        .known(suppressed(Kind.UNSUBSCRIBE))
                        .begin(enquiry(Story.monique(), false, false));
        assertThat(story.last().mails())
                .extracting(Email::kind)
                .contains(Email.Kind.AUTOMATIC)
                .doesNotContain(Email.Kind.DRIP);
        assertThat(story.lead().drips().runs()).isEmpty();
        assertThat(story.all(TriggerEntry.TriggerSkipped.class))
                .extracting(TriggerEntry.TriggerSkipped::reason)
                .containsExactly("unsubscribed");
    }

    @Test
    void a_ticked_consent_ends_an_unsubscribe_of_the_address_that_was_typed() {
        Story story =
                new Story()
                        .by(Actor.LEAD)
                        .known(suppressed(Kind.UNSUBSCRIBE))
                        .begin(enquiry(Story.monique(), true, false));
        assertThat(story.all(SuppressionEntry.Resubscribed.class))
                .containsExactly(
                        new SuppressionEntry.Resubscribed(SamplePractice.ENQUIRY, "Mail me."));
        assertThat(story.address(TO).isSubscribed()).isTrue();
        assertThat(story.lead().drips().live()).hasSize(1);
    }

    @Test
    void neither_spam_nor_the_consent_for_another_address_ends_an_unsubscribe() {
        for (Command.BeginByForm form :
                List.of(
                        enquiry(Story.monique(), true, true),
                        enquiry(Story.noPhone(), true, false),
                        enquiry(
                                Story.fields("lastName", "Lee", "phone", "+61444444444"),
                                true,
                                false))) {
            Story story =
                    new Story().by(Actor.LEAD).known(suppressed(Kind.UNSUBSCRIBE)).begin(form);
            assertThat(story.address(TO).isSubscribed()).isFalse();
            assertThat(story.all(SuppressionEntry.Resubscribed.class)).isEmpty();
        }
    }

    @Test
    void each_kind_ends_in_its_own_ways() {
        for (Ending ending : Ending.values()) {
            assertThat(Kind.COMPLAINT.endsBy(ending))
                    .isEqualTo(ending == Ending.CONSENT_ON_OWN_FORM);
            assertThat(Kind.HARD_BOUNCE.endsBy(ending)).isEqualTo(ending == Ending.ADMINISTRATOR);
            assertThat(Kind.UNSUBSCRIBE.endsBy(ending)).isTrue();
        }
    }

    @Test
    void news_that_is_repeated_after_a_lifting_changes_nothing_and_new_news_does() {
        AddressState lifted = suppressed(Kind.HARD_BOUNCE).lifted(Kind.HARD_BOUNCE, BY_MEI);
        assertThat(lifted.block()).isEmpty();
        assertThat(lifted.suppressed(Kind.HARD_BOUNCE, Story.START, MAIL)).isEqualTo(lifted);
        assertThat(lifted.suppressed(Kind.COMPLAINT, Story.START, MAIL).block())
                .contains(Kind.COMPLAINT);
        assertThat(lifted.suppressed(Kind.HARD_BOUNCE, Story.START, ANOTHER).block())
                .contains(Kind.HARD_BOUNCE);
    }

    @Test
    void who_uses_the_link_of_an_old_mail_again_means_it() {
        AddressState again =
                suppressed(Kind.UNSUBSCRIBE)
                        .lifted(Kind.UNSUBSCRIBE, new Lifting(Story.START, null, "Mail me."))
                        .suppressed(Kind.UNSUBSCRIBE, Story.START, MAIL);
        assertThat(again.isSubscribed()).isFalse();
    }

    @Test
    void a_suppression_that_stands_keeps_its_beginning_and_the_gravest_counts() {
        AddressState both =
                suppressed(Kind.HARD_BOUNCE)
                        .suppressed(Kind.HARD_BOUNCE, Story.START.plusSeconds(60), ANOTHER)
                        .suppressed(Kind.COMPLAINT, Story.START, ANOTHER);
        assertThat(both.standing(Kind.HARD_BOUNCE))
                .contains(new Suppression(Kind.HARD_BOUNCE, Story.START, MAIL, null));
        assertThat(both.block()).contains(Kind.COMPLAINT);
        assertThat(both.isSubscribed()).isTrue();
    }

    @Test
    void what_held_at_a_time_is_told_as_it_was_then() {
        Lifting later = new Lifting(Story.START.plus(Duration.ofDays(2)), "mei", "works again");
        AddressState now = suppressed(Kind.HARD_BOUNCE).lifted(Kind.HARD_BOUNCE, later);
        assertThat(now.asOf(Story.START.minusSeconds(1)).suppressions()).isEmpty();
        assertThat(now.asOf(Story.START).block()).contains(Kind.HARD_BOUNCE);
        assertThat(now.asOf(later.at()).block()).isEmpty();
    }

    @Test
    void an_administrator_lifts_and_nobody_else() {
        Story story = Story.ofMonique().then(Story.unsubscribe());
        Command lift = new Command.LiftSuppression(Kind.UNSUBSCRIBE, TO, "She called");
        assertThat(story.by(Story.AVA).refused(lift)).isInstanceOf(Refusal.RoleNeeded.class);
        assertThat(story.by(Story.RUTH).refused(lift)).isInstanceOf(Refusal.RoleNeeded.class);
        story.by(Story.MEI).then(lift);
        assertThat(story.entries())
                .containsExactly(
                        new SuppressionEntry.SuppressionLifted(
                                Kind.UNSUBSCRIBE, MAIL, "She called"));
        assertThat(story.address(TO).suppressions())
                .containsEntry(
                        Kind.UNSUBSCRIBE,
                        new Suppression(
                                Kind.UNSUBSCRIBE,
                                Story.START,
                                MAIL,
                                new Lifting(story.now(), "mei", "She called")));
    }

    @Test
    void another_lead_with_the_address_is_told_with_the_reason_that_was_given_first() {
        AddressState lifted = suppressed(Kind.HARD_BOUNCE).lifted(Kind.HARD_BOUNCE, BY_MEI);
        Story story = Story.ofMonique().known(lifted).by(Story.MEI);
        story.then(new Command.LiftSuppression(Kind.HARD_BOUNCE, TO, "another reason"));
        assertThat(story.entries())
                .containsExactly(
                        new SuppressionEntry.SuppressionLifted(
                                Kind.HARD_BOUNCE, MAIL, "works again"));
        assertThat(story.last().addresses()).isEmpty();
    }

    @Test
    void nobody_lifts_a_complaint_and_what_never_was_is_not_lifted() {
        Story story = Story.ofMonique().known(suppressed(Kind.COMPLAINT)).by(Story.MEI);
        assertThat(story.refused(new Command.LiftSuppression(Kind.COMPLAINT, TO, "please")))
                .extracting("reason")
                .isEqualTo(Refusal.Reason.COMPLAINT_STANDS);
        story.thenNothing(new Command.LiftSuppression(Kind.HARD_BOUNCE, TO, "please"));
    }

    @Test
    void a_lead_heeds_what_another_one_has_led_to() {
        for (Kind kind : Kind.values()) {
            Story story = Story.ofEnquiry().known(suppressed(kind)).by(Actor.SYSTEM);
            story.then(new Command.HeedAddress());
            assertThat(story.lead().drips().live()).isEmpty();
            assertThat(story.lead().mail().pending().isEmpty()).isEqualTo(kind.blocksAllMail());
            story.thenNothing(new Command.HeedAddress());
        }
        Story.ofEnquiry().thenNothing(new Command.HeedAddress());
    }

    @Test
    void a_drip_that_is_due_stops_at_an_address_that_another_lead_has_left() {
        Story story =
                Story.ofEnquiry()
                        .known(suppressed(Kind.UNSUBSCRIBE))
                        .by(Actor.SYSTEM)
                        .at("2026-03-03T01:00:00Z");
        story.then(new Command.AdvanceDrip("care"));
        assertThat(story.entries())
                .containsExactly(new DripEntry.DripStopped("care", "unsubscribed"));
    }

    @Test
    void to_decide_without_having_read_the_address_is_a_fault() {
        Story story = Story.ofEnquiry();
        Context unread =
                new Context(
                        SamplePractice.PRACTICE,
                        Story.AVA,
                        new Cause(Cause.Kind.REQUEST, "r"),
                        story.now(),
                        Set.of(),
                        KnownAddresses.NONE);
        assertThatIllegalStateException()
                .isThrownBy(
                        () -> Decider.decide(story.lead(), new Command.EnrolDrip("news"), unread))
                .withMessageNotContaining("monique");
    }
}
