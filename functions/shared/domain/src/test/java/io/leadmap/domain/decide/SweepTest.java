package io.leadmap.domain.decide;

import static io.leadmap.domain.Story.called;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadmap.domain.SamplePractice;
import io.leadmap.domain.Story;
import io.leadmap.domain.history.Actor;
import io.leadmap.domain.history.ContactEntry;
import io.leadmap.domain.history.ContactEntry.CallLogged.Outcome;
import io.leadmap.domain.history.StatusEntry;
import io.leadmap.domain.lead.LossReason;
import io.leadmap.domain.lead.Status;
import io.leadmap.domain.map.MapRun;
import io.leadmap.domain.practice.Practice;
import io.leadmap.domain.practice.Settings.DeadLeads;

import org.junit.jupiter.api.Test;

import java.time.Duration;

/** The dead-lead decision (domain section 3, contact attempts). */
class SweepTest {

    private static final Command SWEEP = new Command.SweepDeadLead();
    private static final Duration GRACE = Duration.ofHours(24);
    private static final Practice PROPOSING =
            SamplePractice.withSettings(s -> s.deadLeads = DeadLeads.PROPOSE);

    @Test
    void three_unanswered_calls_and_a_day_make_a_lead_lost() {
        Story story = tried(SamplePractice.PRACTICE, 3).after(GRACE).by(Actor.SYSTEM).then(SWEEP);
        assertThat(story.entries().getFirst())
                .isEqualTo(
                        new StatusEntry.StatusChanged(
                                Status.CREATED,
                                Status.LOST,
                                LossReason.NO_CONTACT,
                                "no contact after 3 attempts",
                                true));
        assertThat(story.lead().stage().lostBySweep()).isTrue();
        assertThat(story.map().outcome()).isEqualTo(MapRun.Outcome.LOST);
        assertThat(story.lead().drips().live()).isEmpty();
        story.thenNothing(SWEEP);
    }

    @Test
    void within_the_grace_nothing_happens() {
        Story story = tried(SamplePractice.PRACTICE, 3).by(Actor.SYSTEM);
        story.after(GRACE.minusMillis(1)).thenNothing(SWEEP);
        assertThat(DueRules.deadLeadDue(story.lead(), SamplePractice.PRACTICE.settings()))
                .contains(Story.START.plus(Duration.ofHours(3)).plus(GRACE));
    }

    @Test
    void below_the_limit_nothing_is_ever_due() {
        Story story = tried(SamplePractice.PRACTICE, 2).after(Duration.ofDays(99)).by(Actor.SYSTEM);
        story.thenNothing(SWEEP);
        assertThat(DueRules.deadLeadDue(story.lead(), SamplePractice.PRACTICE.settings()))
                .isEmpty();
    }

    @Test
    void changing_limit_or_grace_moves_what_is_due() {
        Story story = tried(SamplePractice.PRACTICE, 3).by(Actor.SYSTEM).after(GRACE);
        story.in(SamplePractice.withSettings(s -> s.attemptLimit = 4)).thenNothing(SWEEP);
        story.in(SamplePractice.withSettings(s -> s.attemptGrace = Duration.ofHours(48)))
                .thenNothing(SWEEP);
        story.in(SamplePractice.withSettings(s -> s.attemptLimit = 1)).then(SWEEP);
    }

    @Test
    void contacted_and_later_are_never_swept() {
        for (Status status :
                new Status[] {Status.CONTACTED, Status.BOOKED, Status.CANCELLED, Status.INVOICED}) {
            Story story = tried(SamplePractice.PRACTICE, 3).then(Story.to(status));
            story.after(Duration.ofDays(9)).by(Actor.SYSTEM).thenNothing(SWEEP);
        }
        Story reached = tried(SamplePractice.PRACTICE, 3).then(called(Outcome.REACHED));
        reached.after(GRACE).by(Actor.SYSTEM).thenNothing(SWEEP);
    }

    @Test
    void a_new_submission_begins_the_count_anew() {
        Story story = tried(SamplePractice.PRACTICE, 3).by(Actor.LEAD);
        story.then(new Command.JoinForm(Story.submission(SamplePractice.PLAIN, Story.monique())));
        story.after(GRACE).by(Actor.SYSTEM).thenNothing(SWEEP);
    }

    @Test
    void a_practice_may_have_it_proposed_to_the_owner_instead() {
        Story story = tried(PROPOSING, 3).after(GRACE).by(Actor.SYSTEM).then(SWEEP);
        assertThat(story.entries()).containsExactly(new ContactEntry.SweepProposed(3));
        assertThat(story.lead().status()).isEqualTo(Status.CREATED);
        assertThat(story.last().todos())
                .containsExactly(
                        new ToDo(
                                "sweep-lead0001-" + (story.lead().revision().seq() - 1),
                                Story.ID,
                                "ava",
                                "No contact after 3 attempts: give this lead up or try again.",
                                story.now()));
    }

    @Test
    void it_is_proposed_once_and_again_after_another_attempt() {
        Story story =
                tried(PROPOSING, 3).after(GRACE).by(Actor.SYSTEM).then(SWEEP).thenNothing(SWEEP);
        story.by(Story.AVA).then(called(Outcome.NO_ANSWER)).by(Actor.SYSTEM).thenNothing(SWEEP);
        story.after(GRACE).then(SWEEP);
        assertThat(story.entries()).containsExactly(new ContactEntry.SweepProposed(4));
    }

    @Test
    void a_practice_that_acts_again_gives_up_what_was_only_proposed() {
        Story story = tried(PROPOSING, 3).after(GRACE).by(Actor.SYSTEM).then(SWEEP);
        story.in(SamplePractice.PRACTICE).then(SWEEP);
        assertThat(story.lead().status()).isEqualTo(Status.LOST);
    }

    @Test
    void a_practice_may_switch_it_off() {
        Practice off = SamplePractice.withSettings(s -> s.deadLeads = DeadLeads.OFF);
        tried(off, 3).after(Duration.ofDays(9)).by(Actor.SYSTEM).thenNothing(SWEEP);
    }

    private static Story tried(Practice practice, int times) {
        Story story = Story.ofEnquiry(practice);
        for (int i = 0; i < times; i++) {
            story.after(Duration.ofHours(1)).then(called(Outcome.NO_ANSWER));
        }
        return story;
    }
}
