package io.leadmap.domain.decide;

import static io.leadmap.domain.Story.to;
import static io.leadmap.domain.appointment.Visits.APRIL_3;
import static io.leadmap.domain.appointment.Visits.BOOKED;
import static io.leadmap.domain.appointment.Visits.MARCH_1;
import static io.leadmap.domain.appointment.Visits.STARTS;
import static io.leadmap.domain.appointment.Visits.booked;
import static io.leadmap.domain.appointment.Visits.booking;
import static io.leadmap.domain.appointment.Visits.invoiced;
import static io.leadmap.domain.appointment.Visits.kinds;
import static io.leadmap.domain.appointment.Visits.moved;
import static io.leadmap.domain.appointment.Visits.now;
import static io.leadmap.domain.appointment.Visits.observe;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadmap.domain.SamplePractice;
import io.leadmap.domain.Story;
import io.leadmap.domain.appointment.Appointment;
import io.leadmap.domain.appointment.Appointment.State;
import io.leadmap.domain.appointment.Visits;
import io.leadmap.domain.history.Actor;
import io.leadmap.domain.history.PmsEntry;
import io.leadmap.domain.history.PmsEntry.AppointmentChanged.Kind;
import io.leadmap.domain.history.StatusEntry;
import io.leadmap.domain.lead.Status;
import io.leadmap.domain.map.MapRun;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.Duration;
import java.util.List;

/** How the changes of its appointment move a lead (domain section 3). */
class AppointmentTest {

    @Test
    void the_worked_example_moves_the_lead_and_stamps_its_days() {
        Story story = Story.ofEnquiry().by(Actor.SYSTEM).at(MARCH_1).then(observe(booked()));
        assertThat(story.lead().status()).isEqualTo(Status.BOOKED);
        assertThat(story.lead().pms().patient()).isEqualTo(Visits.MONIQUE);
        assertThat(story.lead().dates().booked()).isEqualTo(BOOKED);
        assertThat(story.lead().drips().live()).isEmpty();
        assertThat(story.entries().subList(0, 4))
                .containsExactly(
                        new PmsEntry.PatientLinked(Visits.MONIQUE),
                        new PmsEntry.AppointmentLinked(booked()),
                        new StatusEntry.DateStamped(
                                StatusEntry.DateStamped.Which.BOOKED, BOOKED, false),
                        new StatusEntry.StatusChanged(
                                Status.CREATED, Status.BOOKED, null, null, false));

        Appointment invoiced = invoiced(now(booked(), State.COMPLETED), APRIL_3);
        story.at(APRIL_3).then(observe(invoiced));
        assertThat(story.lead().status()).isEqualTo(Status.INVOICED);
        assertThat(story.lead().dates().invoiced()).isEqualTo(STARTS);
        assertThat(story.lead().dates().booked()).isEqualTo(BOOKED);
        assertThat(story.lead().map()).extracting(MapRun::outcome).isEqualTo(MapRun.Outcome.WON);
    }

    @ParameterizedTest
    @EnumSource(
            value = Status.class,
            names = {"CREATED", "CONTACTED", "CANCELLED"})
    void a_live_appointment_books_a_lead_that_is(Status status) {
        assertThat(booking(leadThatIs(status)).lead().status()).isEqualTo(Status.BOOKED);
    }

    @ParameterizedTest
    @EnumSource(
            value = Status.class,
            names = {"CREATED", "CONTACTED", "BOOKED"})
    void a_cancelled_appointment_cancels_a_lead_that_is(Status status) {
        for (State state : List.of(State.CANCELLED, State.DID_NOT_ARRIVE)) {
            Story story = booking(Story.ofMonique());
            if (status != Status.BOOKED) {
                story.by(Story.AVA).then(to(status));
            }
            story.then(observe(now(booked(), state)));
            assertThat(story.lead().status()).isEqualTo(Status.CANCELLED);
            assertThat(story.lead().dates().booked()).isEqualTo(BOOKED);
            assertThat(story.lead().dates().cancelled()).isEqualTo(story.now());
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Status.class,
            names = {"CREATED", "CONTACTED", "BOOKED", "CANCELLED"})
    void an_invoiced_appointment_makes_a_customer_of_a_lead_that_is(Status status) {
        Story story = booking(Story.ofMonique());
        if (status != Status.BOOKED) {
            story.by(Story.AVA).then(to(status));
        }
        story.then(observe(invoiced(now(booked(), State.ARRIVED), APRIL_3)));
        assertThat(story.lead().status()).isEqualTo(Status.INVOICED);
    }

    @Test
    void each_automatic_move_can_be_switched_off() {
        Story unbooked = booking(Story.of(SamplePractice.moves(false, true, true)));
        assertThat(unbooked.lead().status()).isEqualTo(Status.CREATED);
        assertThat(unbooked.lead().pms().appointment()).isEqualTo(booked());

        Story uncancelled = booking(Story.of(SamplePractice.moves(true, false, true)));
        uncancelled.then(observe(now(booked(), State.CANCELLED)));
        assertThat(uncancelled.lead().status()).isEqualTo(Status.BOOKED);

        Story uninvoiced = booking(Story.of(SamplePractice.moves(true, true, false)));
        uninvoiced.then(observe(invoiced(now(booked(), State.COMPLETED), APRIL_3)));
        assertThat(uninvoiced.lead().status()).isEqualTo(Status.BOOKED);
        assertThat(uninvoiced.lead().dates().invoiced()).isNull();
    }

    @Test
    void a_lead_straight_to_invoiced_has_its_booking_time_too() {
        Story story = Story.ofMonique().by(Actor.SYSTEM).at(APRIL_3);
        story.then(observe(invoiced(now(booked(), State.COMPLETED), APRIL_3)));
        assertThat(story.lead().status()).isEqualTo(Status.INVOICED);
        assertThat(story.lead().dates().booked()).isEqualTo(BOOKED);
        assertThat(story.lead().dates().invoiced()).isEqualTo(STARTS);
    }

    @Test
    void a_repeated_snapshot_after_a_status_set_by_hand_does_nothing() {
        Story story =
                booking(Story.ofMonique())
                        .by(Story.AVA)
                        .then(to(Status.CONTACTED))
                        .by(Actor.SYSTEM);
        story.thenNothing(observe(booked()));
        story.thenNothing(observe(now(booked(), State.BOOKED)));
        assertThat(story.lead().status()).isEqualTo(Status.CONTACTED);
    }

    @Test
    void a_change_after_a_status_set_by_hand_moves_the_lead_again() {
        Story story =
                booking(Story.ofMonique())
                        .by(Story.AVA)
                        .then(to(Status.CONTACTED))
                        .by(Actor.SYSTEM);
        story.then(observe(Visits.moved(booked(), STARTS.plusSeconds(3600))));
        assertThat(story.lead().status()).isEqualTo(Status.BOOKED);
    }

    @Test
    void a_snapshot_that_says_the_same_does_nothing_whatever_its_number() {
        Story story = booking(Story.ofMonique());
        story.thenNothing(observe(now(booked(), State.BOOKED)));
    }

    @Test
    void a_customer_whose_appointment_changes_again_keeps_the_day_or_moves_with_the_visit() {
        Appointment invoiced = invoiced(now(booked(), State.ARRIVED), APRIL_3);
        Story story = booking(Story.ofMonique()).at(APRIL_3).then(observe(invoiced));
        Appointment completed = now(invoiced, State.COMPLETED);
        story.then(observe(completed));
        assertThat(story.entries())
                .containsExactly(
                        new PmsEntry.AppointmentChanged(completed, List.of(Kind.COMPLETED)));
        story.then(observe(moved(completed, STARTS.minusSeconds(600))));
        assertThat(story.lead().dates().invoiced()).isEqualTo(STARTS.minusSeconds(600));
    }

    @Test
    void a_rescheduled_appointment_stays_booked_on_its_first_day() {
        Story story = booking(Story.ofMonique());
        story.after(Duration.ofDays(2)).then(observe(moved(booked(), STARTS.plusSeconds(86_400))));
        assertThat(kinds(story)).containsExactly(Kind.RESCHEDULED);
        assertThat(story.lead().status()).isEqualTo(Status.BOOKED);
        assertThat(story.lead().dates().booked()).isEqualTo(BOOKED);
    }

    @Test
    void an_appointment_that_is_uncancelled_books_the_lead_again() {
        Appointment cancelled = now(booked(), State.CANCELLED);
        Story story = booking(Story.ofMonique()).then(observe(cancelled));
        story.after(Duration.ofDays(1)).then(observe(now(cancelled, State.BOOKED)));
        assertThat(kinds(story)).containsExactly(Kind.REINSTATED);
        assertThat(story.lead().status()).isEqualTo(Status.BOOKED);
        assertThat(story.lead().dates().booked()).isEqualTo(BOOKED);
        assertThat(story.lead().dates().cancelled()).isNull();
    }

    @Test
    void did_not_arrive_that_is_reversed_books_or_bills_the_lead() {
        Appointment unattended = now(booked(), State.DID_NOT_ARRIVE);
        Story story = booking(Story.ofMonique()).then(observe(unattended));
        assertThat(story.lead().status()).isEqualTo(Status.CANCELLED);
        story.then(observe(now(unattended, State.ARRIVED)));
        assertThat(story.lead().status()).isEqualTo(Status.BOOKED);
        assertThat(kinds(story)).containsExactly(Kind.ARRIVED);
    }

    @Test
    void a_lead_whose_appointment_was_cancelled_takes_the_next_one_and_keeps_its_booked_day() {
        Story story = booking(Story.ofMonique()).then(observe(now(booked(), State.CANCELLED)));
        Appointment again = booked("a-2", BOOKED.plusSeconds(86_400), STARTS.plusSeconds(86_400));
        story.after(Duration.ofDays(1)).then(observe(again));
        assertThat(story.entries().getFirst())
                .isEqualTo(new PmsEntry.AppointmentUnlinked("pms", "a-1", "rebooked"));
        assertThat(story.lead().pms().appointment()).isEqualTo(again);
        assertThat(story.lead().status()).isEqualTo(Status.BOOKED);
        assertThat(story.lead().dates().booked()).isEqualTo(BOOKED);
    }

    @Test
    void a_deleted_appointment_counts_as_cancelled_and_frees_the_lead() {
        Story story = booking(Story.ofMonique()).then(observe(now(booked(), State.DELETED)));
        assertThat(story.lead().status()).isEqualTo(Status.CANCELLED);
        assertThat(story.lead().pms().appointment()).isNull();
        assertThat(story.lead().dates().booked()).isEqualTo(BOOKED);
        assertThat(story.entries())
                .contains(new PmsEntry.AppointmentUnlinked("pms", "a-1", "deleted"));
        story.then(observe(booked("a-2", BOOKED, STARTS)));
        assertThat(story.lead().status()).isEqualTo(Status.BOOKED);
    }

    @Test
    void a_lead_booked_by_hand_and_then_found_in_the_pms_takes_the_appointments_date() {
        Story story = Story.ofMonique().after(Duration.ofDays(1)).then(to(Status.BOOKED));
        assertThat(story.lead().dates().bookedByHand()).isTrue();
        booking(story);
        assertThat(story.lead().dates().booked()).isEqualTo(BOOKED);
        assertThat(story.lead().dates().bookedByHand()).isFalse();
        assertThat(story.lead().status()).isEqualTo(Status.BOOKED);
    }

    @Test
    void a_lead_invoiced_by_hand_and_then_found_in_the_pms_takes_the_visits_date() {
        Story story = Story.ofMonique().after(Duration.ofDays(1)).then(to(Status.INVOICED));
        booking(story);
        assertThat(story.lead().dates().invoicedByHand()).isTrue();
        story.at(APRIL_3).then(observe(invoiced(now(booked(), State.COMPLETED), APRIL_3)));
        assertThat(story.lead().status()).isEqualTo(Status.INVOICED);
        assertThat(story.lead().dates().invoiced()).isEqualTo(STARTS);
        assertThat(story.lead().dates().invoicedByHand()).isFalse();
    }

    @Test
    void a_date_that_came_from_an_appointment_is_not_cleared_by_hand() {
        Story story = booking(Story.ofMonique()).by(Story.AVA).then(to(Status.CREATED));
        assertThat(story.lead().dates().booked()).isEqualTo(BOOKED);
    }

    @Test
    void another_place_of_the_same_appointment_is_an_entry_and_no_move() {
        Story story =
                booking(Story.ofMonique())
                        .by(Story.AVA)
                        .then(to(Status.CONTACTED))
                        .by(Actor.SYSTEM);
        story.then(observe(Visits.in(booked(), "city")));
        assertThat(kinds(story)).isEmpty();
        assertThat(story.lead().status()).isEqualTo(Status.CONTACTED);
        assertThat(story.lead().pms().appointment())
                .extracting(Appointment::divisionId)
                .isEqualTo("city");
    }

    private static Story leadThatIs(Status status) {
        return status == Status.CREATED ? Story.ofMonique() : Story.ofMonique().then(to(status));
    }
}
