package io.leadmap.domain.decide;

import static io.leadmap.domain.Story.called;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadmap.domain.SamplePractice;
import io.leadmap.domain.Story;
import io.leadmap.domain.decide.DueKey.Drip;
import io.leadmap.domain.decide.DueKey.PaidVisit;
import io.leadmap.domain.decide.DueKey.Unreached;
import io.leadmap.domain.decide.Foresight.Action;
import io.leadmap.domain.decide.Foresight.Because;
import io.leadmap.domain.decide.Foresight.Why;
import io.leadmap.domain.history.Actor;
import io.leadmap.domain.history.ContactEntry.CallLogged.Outcome;
import io.leadmap.domain.history.DripEntry;
import io.leadmap.domain.lead.Status;
import io.leadmap.domain.practice.DripCampaign;
import io.leadmap.domain.practice.Practice;
import io.leadmap.domain.practice.Settings;
import io.leadmap.domain.practice.Settings.DeadLeads;
import io.leadmap.domain.suppression.AddressState;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What a sweep would come upon, and why it would leave a lead as it is (console.md 7.7). */
class ForesightTest {

    private static final Command SWEEP = new Command.SweepDeadLead();
    private static final Duration GRACE = Duration.ofHours(24);

    @Test
    void it_looks_at_every_attempt_and_behind_every_mail_of_every_campaign() {
        Instant until = Story.START;
        assertThat(Foresight.deadLeads(until))
                .hasSize(2 * Settings.HIGHEST_ATTEMPT_LIMIT)
                .contains(
                        new DueRange(new Unreached(1, false), until),
                        new DueRange(new Unreached(Settings.HIGHEST_ATTEMPT_LIMIT, true), until));
        Practice edited =
                SamplePractice.with(p -> {
                    DripCampaign care = p.drips.getFirst();
                    p.drips.clear();
                    p.drips.add(
                            new DripCampaign("care", "Care", care.mails().subList(1, 2))
                                    .after(care));
                });
        assertThat(Foresight.drips(edited, until))
                .containsExactly(
                        new DueRange(new Drip("care", null), until),
                        new DueRange(new Drip("care", "tip2"), until),
                        new DueRange(new Drip("care", "tip1"), until));
    }

    @Test
    void what_a_sweep_does_is_told_by_its_entries() {
        Story lost = tried(SamplePractice.PRACTICE, 3).after(GRACE).by(Actor.SYSTEM).then(SWEEP);
        assertThat(Foresight.action(lost.entries())).contains(Action.GIVE_UP);
        Practice proposing = SamplePractice.withSettings(s -> s.deadLeads = DeadLeads.PROPOSE);
        Story proposed = tried(proposing, 3).after(GRACE).by(Actor.SYSTEM).then(SWEEP);
        assertThat(Foresight.action(proposed.entries())).contains(Action.PROPOSE);
        assertThat(because(proposed, proposing, proposed.now())).isEqualTo(why(Why.PROPOSED));
        Story mailed =
                Story.ofEnquiry()
                        .by(Actor.SYSTEM)
                        .at("2026-03-03T01:00:00Z")
                        .then(new Command.AdvanceDrip("care"));
        assertThat(Foresight.action(mailed.entries())).contains(Action.SEND_MAIL);
        assertThat(Foresight.action(List.of(new DripEntry.DripStopped("care", "booked"))))
                .contains(Action.STOP_DRIP);
        assertThat(Foresight.action(List.of(new DripEntry.DripFinished("care"))))
                .contains(Action.FINISH_DRIP);
        Story booked = Story.ofEnquiry().then(Story.to(Status.BOOKED));
        assertThat(Foresight.action(List.of(booked.entries().getFirst()))).isEmpty();
    }

    @Test
    void a_lead_is_left_alone_below_the_limit_within_the_grace_or_once_it_was_reached() {
        Practice practice = SamplePractice.PRACTICE;
        Story twice = tried(practice, 2);
        assertThat(because(twice, practice, twice.now().plus(GRACE))).isEqualTo(why(Why.ATTEMPTS));
        Story thrice = tried(practice, 3);
        Instant due = thrice.now().plus(GRACE);
        assertThat(because(thrice, practice, due.minusMillis(1)))
                .isEqualTo(new Because(Why.GRACE, due));
        assertThat(because(thrice, practice, due)).isEqualTo(why(Why.MOVED_ON));
        Practice off = SamplePractice.withSettings(s -> s.deadLeads = DeadLeads.OFF);
        assertThat(because(thrice, off, due)).isEqualTo(why(Why.OFF));
        Story reached = thrice.then(called(Outcome.REACHED));
        assertThat(because(reached, practice, due)).isEqualTo(why(Why.MOVED_ON));
        assertThat(Foresight.because(reached.lead(), new PaidVisit(true), clean(), practice, due))
                .isEqualTo(why(Why.MOVED_ON));
    }

    @Test
    void a_drip_waits_for_its_delay_and_then_for_the_window() {
        Practice practice = SamplePractice.PRACTICE;
        Story story = Story.ofEnquiry();
        Instant opens = Instant.parse("2026-03-02T22:00:00Z");
        assertThat(drip(story, practice, Story.START)).isEqualTo(new Because(Why.DELAY, opens));
        Instant over = Story.START.plus(Duration.ofDays(3));
        assertThat(drip(story, practice, over)).isEqualTo(new Because(Why.WINDOW, opens));
        assertThat(drip(story, practice, opens)).isEqualTo(why(Why.MOVED_ON));
        Practice off = SamplePractice.with(p -> p.drips.replaceAll(DripCampaign::off));
        assertThat(drip(story, off, opens)).isEqualTo(why(Why.OFF));
        Story paused = story.then(Story.edit("email", ""));
        assertThat(drip(paused, practice, opens)).isEqualTo(why(Why.MOVED_ON));
        assertThat(
                        Foresight.because(
                                story.lead(), new Drip("none", null), clean(), practice, opens))
                .isEqualTo(why(Why.MOVED_ON));
    }

    private static Because why(Why why) {
        return new Because(why, null);
    }

    private static Because because(Story story, Practice practice, Instant at) {
        return Foresight.because(story.lead(), new Unreached(3, false), clean(), practice, at);
    }

    private static Because drip(Story story, Practice practice, Instant at) {
        return Foresight.because(story.lead(), new Drip("care", null), clean(), practice, at);
    }

    private static AddressState clean() {
        return AddressState.clean("monique@example.com");
    }

    private static Story tried(Practice practice, int times) {
        Story story = Story.ofEnquiry(practice);
        for (int i = 0; i < times; i++) {
            story.after(Duration.ofHours(1)).then(called(Outcome.NO_ANSWER));
        }
        return story;
    }
}
