package io.leadmap.domain.decide;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadmap.domain.SamplePractice;
import io.leadmap.domain.Story;
import io.leadmap.domain.appointment.Appointment.State;
import io.leadmap.domain.appointment.Visits;
import io.leadmap.domain.history.Actor;
import io.leadmap.domain.history.OwnerEntry;
import io.leadmap.domain.practice.Practice;

import org.junit.jupiter.api.Test;

import java.util.List;

/** Decision: the owner of a lead with a live appointment is locked (domain section 9). */
class LockTest {

    private static final Command.ChangeOwner TO_NOAH = new Command.ChangeOwner("noah");

    @Test
    void once_linked_only_an_administrator_changes_the_owner() {
        Story story = linked(Story.ofEnquiry());
        assertThat(story.refused(TO_NOAH)).isEqualTo(new Refusal.OwnerLocked());
        assertThat(story.refused(new Command.ChangeOwner(null)))
                .isEqualTo(new Refusal.OwnerLocked());
        assertThat(story.by(Actor.SYSTEM).refused(TO_NOAH)).isEqualTo(new Refusal.OwnerLocked());
        assertThat(story.by(Story.MEI).then(TO_NOAH).lead().owner()).isEqualTo("noah");
    }

    @Test
    void a_blank_owner_is_locked_too_so_that_nobody_takes_the_credit() {
        Story story = linked(Story.ofMonique());
        assertThat(story.lead().owner()).isNull();
        assertThat(story.refused(new Command.ChangeOwner("ava")))
                .isEqualTo(new Refusal.OwnerLocked());
    }

    @Test
    void the_lock_refuses_new_transfers_but_an_administrators() {
        Story story = linked(Story.ofEnquiry());
        assertThat(story.refused(new Command.RequestTransfer("noah")))
                .isEqualTo(new Refusal.OwnerLocked());
        story.by(Story.MEI).then(new Command.RequestTransfer("noah"));
    }

    @Test
    void a_transfer_asked_for_before_may_be_accepted() {
        Story story = linked(Story.ofEnquiry().then(new Command.RequestTransfer("noah")));
        story.by(Story.NOAH).then(new Command.AcceptTransfer(null));
        assertThat(story.lead().owner()).isEqualTo("noah");
    }

    @Test
    void a_forms_owner_rule_is_refused_and_the_history_says_so() {
        Story story = linked(Story.ofMonique()).by(Actor.LEAD);
        story.then(new Command.JoinForm(Story.submission(SamplePractice.ENQUIRY, Story.monique())));
        assertThat(story.entries()).contains(new OwnerEntry.OwnerChangeRefused("ava"));
        assertThat(story.lead().owner()).isNull();
    }

    @Test
    void it_ends_when_the_appointment_is_cancelled_unattended_or_deleted() {
        for (State state : List.of(State.CANCELLED, State.DID_NOT_ARRIVE, State.DELETED)) {
            Story story = linked(Story.ofEnquiry()).by(Actor.SYSTEM);
            story.then(Visits.observe(Visits.now(Visits.booked(), state))).by(Story.AVA);
            assertThat(story.then(TO_NOAH).lead().owner()).isEqualTo("noah");
        }
    }

    @Test
    void a_visit_that_is_going_on_or_done_keeps_it() {
        for (State state : List.of(State.ARRIVED, State.COMPLETED)) {
            Story story = linked(Story.ofEnquiry()).by(Actor.SYSTEM);
            story.then(Visits.observe(Visits.now(Visits.booked(), state))).by(Story.AVA);
            assertThat(story.refused(TO_NOAH)).isEqualTo(new Refusal.OwnerLocked());
        }
    }

    @Test
    void a_practice_may_leave_owners_unlocked() {
        Practice unlocked = SamplePractice.withSettings(s -> s.lockOwnerWhenLinked = false);
        linked(Story.ofEnquiry(unlocked)).then(TO_NOAH).then(new Command.RequestTransfer("mei"));
    }

    private static Story linked(Story story) {
        story.by(Actor.SYSTEM).at("2026-03-01T00:00:30Z").then(Visits.observe(Visits.booked()));
        assertThat(story.lead().pms().appointment()).isNotNull();
        return story.by(Story.AVA);
    }
}
