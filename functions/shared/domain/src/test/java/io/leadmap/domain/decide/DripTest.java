package io.leadmap.domain.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.leadmap.domain.SamplePractice;
import io.leadmap.domain.Story;
import io.leadmap.domain.drip.DripRun;
import io.leadmap.domain.history.Actor;
import io.leadmap.domain.history.DripEntry;
import io.leadmap.domain.history.MailEntry;
import io.leadmap.domain.lead.LeadMail;
import io.leadmap.domain.lead.Status;
import io.leadmap.domain.mail.Email;
import io.leadmap.domain.mail.EmailId;
import io.leadmap.domain.mail.MailState;
import io.leadmap.domain.mail.Standing;
import io.leadmap.domain.practice.Practice;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Drip campaigns (domain section 6). The practice's window is 9:00 to 17:00 in Sydney. */
class DripTest {

    private static final Command.AdvanceDrip CARE = new Command.AdvanceDrip("care");

    private static final String OPENS = "2026-03-02T22:00:00Z";

    @Test
    void the_first_mail_is_due_after_its_delay_from_enrolment() {
        assertThat(Story.ofEnquiry().lead().drips().live("care"))
                .contains(DripRun.begun("care", 1, 1, Story.START, false));
        assertThat(Story.ofEnquiry().nextMailAt("care")).contains(Instant.parse(OPENS));
    }

    @Test
    void a_mail_is_sent_only_inside_the_sending_window() {
        Story story = Story.ofEnquiry().by(Actor.SYSTEM);
        story.after(Duration.ofDays(3)).thenNothing(CARE);
        story.at("2026-03-02T21:59:59.999Z").thenNothing(CARE);
        story.at(OPENS).then(CARE);
        assertThat(story.last().mails())
                .extracting(Email::kind, Email::campaignId)
                .containsExactly(tuple(Email.Kind.DRIP, "care"));
    }

    @Test
    void a_sweep_that_comes_late_and_outside_the_window_waits_for_the_next_opening() {
        Story story = Story.ofEnquiry().by(Actor.SYSTEM).at("2026-03-03T06:00:00Z");
        story.thenNothing(CARE).at("2026-03-03T22:00:00Z").then(CARE);
    }

    @Test
    void the_next_mail_is_due_after_its_delay_from_the_one_before() {
        Story story = Story.ofEnquiry().by(Actor.SYSTEM).at("2026-03-03T01:00:00Z").then(CARE);
        assertThat(story.entries())
                .element(1)
                .isEqualTo(new DripEntry.DripAdvanced("care", "tip1"));
        assertThat(story.nextMailAt("care")).contains(story.now().plus(Duration.ofDays(7)));
        EmailId id = EmailId.of(SamplePractice.ID, Story.ID, story.lead().revision().seq() - 1, 1);
        assertThat(story.entries().getFirst())
                .isEqualTo(
                        new MailEntry.EmailQueued(id, Email.Kind.DRIP, "A tip1", "tip1", "care"));
        assertThat(story.lead().mail().pending().get(id))
                .extracting(LeadMail.Pending::campaignId)
                .isEqualTo("care");
    }

    @Test
    void two_sweeps_at_once_or_one_repeated_send_one_mail() {
        Story.ofEnquiry().by(Actor.SYSTEM).at("2026-03-03T01:00:00Z").then(CARE).thenNothing(CARE);
    }

    @Test
    void the_last_mail_finishes_the_run() {
        Story story = finished();
        assertThat(story.entries().getLast()).isEqualTo(new DripEntry.DripFinished("care"));
        assertThat(story.lead().drips().live()).isEmpty();
        assertThat(story.drip("care").state()).isEqualTo(DripRun.State.FINISHED);
        story.after(Duration.ofDays(90)).thenNothing(CARE);
    }

    @Test
    void one_run_per_lead_and_campaign_at_a_time() {
        assertThat(reason(Story.ofEnquiry().refused(new Command.EnrolDrip("care"))))
                .isEqualTo(Refusal.Reason.ALREADY_ENROLLED);
    }

    @Test
    void an_agent_enrols_and_stops_by_hand() {
        Story story = Story.ofMonique().then(new Command.EnrolDrip("news"));
        assertThat(story.entries())
                .containsExactly(new DripEntry.DripEnrolled("news", true, false));
        assertThat(story.drip("news").enrolledBy()).isZero();
        story.then(new Command.StopDrip("news"));
        assertThat(story.entries()).containsExactly(new DripEntry.DripStopped("news", "byHand"));
        assertThat(reason(story.refused(new Command.StopDrip("news"))))
                .isEqualTo(Refusal.Reason.NOT_ENROLLED);
        assertThat(story.refused(new Command.EnrolDrip("nothing")))
                .isEqualTo(new Refusal.Unknown("drip"));
    }

    @Test
    void stopping_by_hand_skips_what_the_drip_has_queued_and_nothing_else() {
        Story story = twoMailsWaiting();
        EmailId welcome = story.lead().mail().pending().firstKey();
        EmailId tip = story.lead().mail().pending().lastKey();
        story.then(new Command.StopDrip("care"));
        assertThat(story.entries())
                .containsExactly(
                        new DripEntry.DripStopped("care", "byHand"),
                        new MailEntry.EmailSkipped(tip, "byHand"));
        assertThat(story.last().settlements())
                .containsExactly(
                        new Decision.Settlement(
                                tip, MailState.QUEUED, Standing.of(MailState.SKIPPED)));
        assertThat(story.lead().mail().pending()).containsOnlyKeys(welcome);
    }

    @Test
    void a_drip_mail_that_the_sender_has_claimed_is_not_skipped_by_a_stop() {
        Story story = twoMailsWaiting();
        EmailId tip = story.lead().mail().pending().lastKey();
        story.inFlight(tip).then(new Command.StopDrip("care"));
        assertThat(story.entries()).containsExactly(new DripEntry.DripStopped("care", "byHand"));
        assertThat(story.lead().mail().pending()).containsKey(tip);
    }

    @Test
    void a_booking_or_another_map_skips_what_the_stopped_drip_has_queued() {
        Story booked = twoMailsWaiting();
        EmailId tip = booked.lead().mail().pending().lastKey();
        booked.then(Story.to(Status.BOOKED));
        assertThat(booked.all(MailEntry.EmailSkipped.class))
                .containsExactly(new MailEntry.EmailSkipped(tip, "booked"));
        Story moved = twoMailsWaiting().then(new Command.ChangeMap("slow"));
        assertThat(moved.all(MailEntry.EmailSkipped.class))
                .containsExactly(new MailEntry.EmailSkipped(tip, "mapChanged"));
    }

    @Test
    void what_an_agent_enrolled_goes_on_in_another_map() {
        Story story = Story.ofEnquiry().then(new Command.EnrolDrip("news"));
        story.then(new Command.ChangeMap("slow"));
        assertThat(story.all(DripEntry.DripStopped.class))
                .containsExactly(new DripEntry.DripStopped("care", "mapChanged"));
    }

    @Test
    void nobody_is_enrolled_who_is_closed_booked_unsubscribed_or_blocked() {
        Command enrol = new Command.EnrolDrip("news");
        for (Command closing :
                List.of(
                        Story.to(Status.INVALID),
                        Story.lost("notInterested"),
                        Story.to(Status.INVOICED))) {
            assertThat(reason(Story.ofMonique().then(closing).refused(enrol)))
                    .isEqualTo(Refusal.Reason.LEAD_CLOSED);
        }
        assertThat(reason(Story.ofMonique().then(Story.to(Status.BOOKED)).refused(enrol)))
                .isEqualTo(Refusal.Reason.LEAD_BOOKED);
        assertThat(reason(Story.ofMonique().then(Story.unsubscribe()).refused(enrol)))
                .isEqualTo(Refusal.Reason.MAIL_BLOCKED);
        Story bounced = Story.ofEnquiry();
        bounced.then(
                new Command.SettleEmail(
                        bounced.lead().mail().pending().firstKey(),
                        "monique@example.com",
                        Standing.of(MailState.SENT),
                        new Command.SettleEmail.News.Bounced(true, "gone")));
        assertThat(reason(bounced.refused(enrol))).isEqualTo(Refusal.Reason.MAIL_BLOCKED);
        Story complained = Story.ofEnquiry();
        complained.then(
                new Command.SettleEmail(
                        complained.lead().mail().pending().firstKey(),
                        "monique@example.com",
                        Standing.of(MailState.SENT),
                        new Command.SettleEmail.News.Complained("abuse")));
        assertThat(reason(complained.refused(enrol))).isEqualTo(Refusal.Reason.MAIL_BLOCKED);
        Story.of(SamplePractice.withSettings(s -> s.dripsStopOnBooked = false))
                .then(Story.to(Status.BOOKED))
                .then(enrol);
    }

    @Test
    void a_blank_address_does_not_hide_an_unsubscribe() {
        Story story = Story.ofMonique().then(Story.unsubscribe()).then(Story.edit("email", ""));
        story.then(new Command.EnrolDrip("news"));
        assertThat(story.drip("news").state()).isEqualTo(DripRun.State.PAUSED);
        story.then(Story.edit("email", "monique@example.com"));
        assertThat(story.entries()).contains(new DripEntry.DripStopped("news", "unsubscribed"));
    }

    @Test
    void a_booking_that_is_cancelled_again_hinders_no_enrolment() {
        Story.ofMonique().then(Story.to(Status.CANCELLED)).then(new Command.EnrolDrip("news"));
    }

    @Test
    void stops_are_checked_again_when_a_mail_is_due() {
        Practice goesOn = SamplePractice.withSettings(s -> s.dripsStopOnBooked = false);
        Story story =
                Story.ofEnquiry(goesOn).then(Story.to(Status.BOOKED)).in(SamplePractice.PRACTICE);
        story.by(Actor.SYSTEM).at("2026-03-03T01:00:00Z").then(CARE);
        assertThat(story.entries()).containsExactly(new DripEntry.DripStopped("care", "booked"));
        assertThat(story.last().mails()).isEmpty();
    }

    @Test
    void a_record_tells_how_many_mails_went_out() {
        Story story = Story.ofEnquiry().by(Actor.SYSTEM).at("2026-03-03T01:00:00Z").then(CARE);
        assertThat(story.drip("care").sent()).as("it waits").isZero();
        settle(story, MailState.CLAIMED, new Command.SettleEmail.News.Sent("A tip1", "hash"));
        settle(story, MailState.SENT, new Command.SettleEmail.News.Delivered());
        assertThat(story.drip("care").sent()).isEqualTo(1);
        story.at("2026-03-10T01:00:00Z").then(CARE);
        settle(story, MailState.CLAIMED, new Command.SettleEmail.News.Uncertain("time-out"));
        assertThat(story.drip("care").sent()).as("nobody knows").isEqualTo(1);
        settle(story, MailState.UNCERTAIN, new Command.SettleEmail.News.Delivered());
        assertThat(story.drip("care").sent()).isEqualTo(2);
        assertThat(story.drip("care").state()).isEqualTo(DripRun.State.FINISHED);
        assertThat(story.drip("care").uncertain()).isEmpty();
    }

    @Test
    void a_mail_that_is_skipped_or_fails_did_not_go_out() {
        Story skipped = twoMailsWaiting().then(new Command.StopDrip("care"));
        assertThat(skipped.drip("care").decided()).containsExactly("tip1");
        assertThat(skipped.drip("care").sent()).isZero();
        Story failed = Story.ofEnquiry().by(Actor.SYSTEM).at("2026-03-03T01:00:00Z").then(CARE);
        settle(failed, MailState.CLAIMED, new Command.SettleEmail.News.Failed("refused"));
        assertThat(failed.drip("care").sent()).isZero();
    }

    @Test
    void a_run_that_is_paused_or_unknown_is_not_advanced() {
        Story story = Story.ofEnquiry().then(Story.edit("phone", "")).by(Actor.SYSTEM);
        story.at("2026-03-03T01:00:00Z")
                .thenNothing(CARE)
                .thenNothing(new Command.AdvanceDrip("news"));
    }

    @Test
    void an_unsubscribe_stops_every_drip() {
        Story story = Story.ofEnquiry().then(new Command.EnrolDrip("news")).by(Actor.LEAD);
        story.then(Story.unsubscribe());
        assertThat(story.all(DripEntry.DripStopped.class))
                .containsExactly(
                        new DripEntry.DripStopped("care", "unsubscribed"),
                        new DripEntry.DripStopped("news", "unsubscribed"));
        assertThat(story.address("monique@example.com").isSubscribed()).isFalse();
        story.thenNothing(Story.unsubscribe());
    }

    /** The welcome mail and the first mail of the drip are queued and not yet sent. */
    private static Story twoMailsWaiting() {
        return Story.ofEnquiry()
                .by(Actor.SYSTEM)
                .at("2026-03-03T01:00:00Z")
                .then(CARE)
                .by(Story.AVA);
    }

    /** News of the drip's last mail. */
    private static void settle(Story story, MailState from, Command.SettleEmail.News news) {
        EmailId mail =
                story.all(MailEntry.EmailQueued.class).stream()
                        .filter(queued -> queued.campaignId() != null)
                        .reduce((first, last) -> last)
                        .orElseThrow()
                        .emailId();
        story.then(new Command.SettleEmail(mail, "monique@example.com", Standing.of(from), news));
    }

    private static Story finished() {
        return Story.ofEnquiry()
                .by(Actor.SYSTEM)
                .at("2026-03-03T01:00:00Z")
                .then(CARE)
                .at("2026-03-10T01:00:00Z")
                .then(CARE);
    }

    private static Refusal.Reason reason(Refusal refusal) {
        return ((Refusal.Conflict) refusal).reason();
    }
}
