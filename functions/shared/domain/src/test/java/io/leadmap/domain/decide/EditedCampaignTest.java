package io.leadmap.domain.decide;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadmap.domain.SamplePractice;
import io.leadmap.domain.Story;
import io.leadmap.domain.drip.DripRun;
import io.leadmap.domain.history.Actor;
import io.leadmap.domain.history.DripEntry;
import io.leadmap.domain.history.MailEntry;
import io.leadmap.domain.history.TriggerEntry;
import io.leadmap.domain.lead.Status;
import io.leadmap.domain.practice.DripCampaign;
import io.leadmap.domain.practice.Hours;
import io.leadmap.domain.practice.Practice;

import org.junit.jupiter.api.Test;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;

/** What a campaign becomes while runs of it go on (domain section 6): off, again, edited. */
class EditedCampaignTest {

    private static final Command.AdvanceDrip CARE = new Command.AdvanceDrip("care");

    /** Monday 2 March 2026, 20:00 in Sydney: the window opens the next morning. */
    private static final Instant DUE = Story.START.plus(Duration.ofDays(3));

    private static final Hours ANY_TIME =
            new Hours(EnumSet.allOf(DayOfWeek.class), LocalTime.MIN, LocalTime.of(23, 59));

    private static final String OPENS = "2026-03-02T22:00:00Z";

    @Test
    void a_second_enrolment_needs_the_campaigns_again() {
        Command enrol = new Command.EnrolDrip("care");
        for (Story had :
                List.of(finished(), Story.ofEnquiry().then(new Command.StopDrip("care")))) {
            assertThat(reason(had.by(Story.AVA).refused(enrol)))
                    .isEqualTo(Refusal.Reason.ALREADY_ENROLLED);
        }
        Practice again =
                SamplePractice.with(p -> p.drips.set(0, campaign(true, true, 3, "tip1", "tip2")));
        Story story = finished().by(Story.AVA).in(again).then(enrol);
        assertThat(story.drip("care").run()).isEqualTo(2);
        assertThat(story.drip("care").decided()).isEmpty();
        assertThat(story.drip("care").sent()).isZero();
    }

    @Test
    void a_trigger_does_not_enrol_a_second_time_either_and_says_so() {
        Story story = finished().by(Actor.LEAD);
        story.then(new Command.JoinForm(Story.submission(SamplePractice.ENQUIRY, Story.monique())));
        assertThat(story.drip("care").run()).isEqualTo(1);
        assertThat(story.drip("care").state()).isEqualTo(DripRun.State.FINISHED);
        assertThat(story.all(TriggerEntry.TriggerSkipped.class))
                .extracting(TriggerEntry.TriggerSkipped::reason)
                .containsExactly("enrolledBefore");
    }

    @Test
    void a_campaign_that_is_off_enrols_nobody() {
        Practice off = SamplePractice.with(p -> p.drips.set(0, campaign(false, false, 3, "tip1")));
        assertThat(reason(Story.of(off).refused(new Command.EnrolDrip("care"))))
                .isEqualTo(Refusal.Reason.CAMPAIGN_OFF);
        assertThat(Story.ofEnquiry(off).lead().drips().runs()).isEmpty();
    }

    @Test
    void a_campaign_that_was_off_sends_one_mail_at_the_next_opening_and_counts_from_there() {
        Practice off =
                SamplePractice.with(p -> p.drips.set(0, campaign(false, false, 1, "tip1", "tip2")));
        Practice on =
                SamplePractice.with(p -> p.drips.set(0, campaign(true, false, 1, "tip1", "tip2")));
        Story story = Story.ofEnquiry(on).by(Actor.SYSTEM).in(off);
        assertThat(story.at("2026-03-03T01:00:00Z").nextMailAt("care")).isEmpty();
        story.thenNothing(CARE);
        story.in(on).at("2026-03-27T12:00:00Z").thenNothing(CARE); // 23:00 in Sydney
        assertThat(story.nextMailAt("care")).contains(Instant.parse("2026-03-27T22:00:00Z"));
        story.at("2026-03-27T22:00:00Z").then(CARE);
        assertThat(story.drip("care").decided()).containsExactly("tip1");
        story.thenNothing(CARE);
        assertThat(story.nextMailAt("care")).contains(story.now().plus(Duration.ofDays(1)));
    }

    @Test
    void a_macro_that_is_gone_stops_the_run() {
        Story macro =
                Story.ofEnquiry()
                        .in(SamplePractice.with(p -> p.macros.removeIf(m -> m.id().equals("tip1"))))
                        .by(Actor.SYSTEM);
        macro.at("2026-03-03T01:00:00Z").then(CARE);
        assertThat(macro.entries())
                .containsExactly(new DripEntry.DripStopped("care", "notConfigured"));
    }

    @Test
    void a_campaign_that_was_shortened_finishes() {
        Practice shorter =
                SamplePractice.with(p -> p.drips.set(0, campaign(true, false, 3, "tip1")));
        Story story = Story.ofEnquiry().by(Actor.SYSTEM).at("2026-03-03T01:00:00Z").then(CARE);
        story.in(shorter).at("2026-03-11T01:00:00Z").then(CARE);
        assertThat(story.entries()).containsExactly(new DripEntry.DripFinished("care"));
    }

    @Test
    void an_edited_campaign_reaches_active_runs_behind_the_point_where_they_stand() {
        // tip1 was sent; a mail before it is passed over, one behind it is sent, tip2 is removed
        Story story = Story.ofEnquiry().by(Actor.SYSTEM).at("2026-03-03T01:00:00Z").then(CARE);
        story.in(edited("before", "tip1", "behind", "last")).at("2026-03-10T01:00:00Z");
        assertThat(story.nextMailAt("care")).contains(story.now());
        assertThat(subject(story.then(CARE))).isEqualTo("A behind");
        story.in(edited("before", "last")); // both that it had are gone: what is left is ahead
        assertThat(subject(story.at("2026-03-11T01:00:00Z").then(CARE))).isEqualTo("A before");
        assertThat(subject(story.at("2026-03-12T01:00:00Z").then(CARE))).isEqualTo("A last");
        assertThat(story.entries().getLast()).isEqualTo(new DripEntry.DripFinished("care"));
    }

    @Test
    void no_mail_is_sent_twice_however_the_order_is_changed() {
        Story story = Story.ofEnquiry(edited("tip1", "tip2", "last")).by(Actor.SYSTEM);
        story.at("2026-03-03T01:00:00Z").then(CARE).at("2026-03-04T01:00:00Z").then(CARE);
        story.in(edited("last", "tip2", "tip1", "behind")).at("2026-03-05T01:00:00Z").then(CARE);
        assertThat(subject(story)).isEqualTo("A behind");
        assertThat(story.drip("care").decided()).containsExactly("tip1", "tip2", "behind");
        assertThat(story.drip("care").state()).isEqualTo(DripRun.State.FINISHED);
    }

    @Test
    void a_sweep_looks_behind_every_mail_beside_which_a_removed_one_came_back() {
        DripCampaign first = campaign(true, false, 0, "b", "a");
        DripCampaign without = campaign(true, false, 0, "c", "e").after(first);
        DripCampaign.DripMail late = SamplePractice.mail("e", 1);
        List<DripCampaign.DripMail> mails = new ArrayList<>(without.mails());
        mails.set(1, late);
        mails.addAll(first.mails());
        DripCampaign again =
                new DripCampaign("care", "Care", true, false, mails, List.of()).after(without);

        assertThat(again.nextAfter(List.of("b", "c"))).isEqualTo(first.mails().getLast());
        Practice practice =
                SamplePractice.with(p -> {
                    p.settings.sendingWindow = ANY_TIME;
                    p.drips.set(0, again);
                });
        assertThat(DueRules.drips(practice, DUE))
                .contains(new DueRange(new DueKey.Drip("care", "c"), DUE));
    }

    @Test
    void a_finished_run_never_reopens() {
        Story story = finished().in(edited("tip1", "tip2", "last"));
        story.after(Duration.ofDays(30)).thenNothing(CARE);
        assertThat(story.nextMailAt("care")).isEmpty();
    }

    @Test
    void a_wider_window_another_delay_or_a_booking_show_at_once_when_the_next_mail_goes_out() {
        Story story = Story.ofEnquiry();
        assertThat(story.nextMailAt("care")).contains(Instant.parse(OPENS));
        story.in(SamplePractice.withSettings(s -> s.sendingWindow = ANY_TIME));
        assertThat(story.nextMailAt("care")).contains(DUE);
        story.by(Actor.SYSTEM).at(DUE.toString()).then(CARE);
        story.in(
                SamplePractice.with(p -> {
                    p.settings.sendingWindow = ANY_TIME;
                    p.drips.set(0, campaign(true, false, 1, "tip1", "tip2"));
                }));
        assertThat(story.nextMailAt("care")).contains(DUE.plus(Duration.ofDays(1)));
        Practice goesOn = SamplePractice.withSettings(s -> s.dripsStopOnBooked = false);
        Story booked = Story.ofEnquiry(goesOn).then(Story.to(Status.BOOKED));
        assertThat(booked.nextMailAt("care")).isPresent();
        assertThat(booked.in(SamplePractice.PRACTICE).nextMailAt("care")).isEmpty();
    }

    private static Practice edited(String... mails) {
        return SamplePractice.with(p -> {
            for (String mail : mails) {
                p.macros.removeIf(known -> known.id().equals(mail));
                p.macros.add(SamplePractice.mail(mail));
            }
            p.drips.set(0, campaign(true, false, 1, mails));
        });
    }

    private static DripCampaign campaign(boolean active, boolean again, int days, String... mails) {
        List<DripCampaign.DripMail> all =
                Stream.of(mails).map(mail -> SamplePractice.mail(mail, days)).toList();
        return new DripCampaign("care", "Care", active, again, all, List.of());
    }

    private static String subject(Story story) {
        return ((MailEntry.EmailQueued) story.entries().getFirst()).subject();
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
