package io.leadmap.domain.decide;

import static io.leadmap.domain.Story.lost;
import static io.leadmap.domain.Story.to;
import static io.leadmap.domain.appointment.Visits.BOOKED;
import static io.leadmap.domain.appointment.Visits.STARTS;
import static io.leadmap.domain.appointment.Visits.booked;
import static io.leadmap.domain.appointment.Visits.invoiced;
import static io.leadmap.domain.appointment.Visits.moved;
import static io.leadmap.domain.appointment.Visits.now;
import static io.leadmap.domain.appointment.Visits.observe;
import static io.leadmap.domain.appointment.Visits.voided;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadmap.domain.SamplePractice;
import io.leadmap.domain.SampleSettings;
import io.leadmap.domain.Story;
import io.leadmap.domain.appointment.Appointment;
import io.leadmap.domain.appointment.Appointment.State;
import io.leadmap.domain.appointment.Visits;
import io.leadmap.domain.history.Actor;
import io.leadmap.domain.history.Entry;
import io.leadmap.domain.history.Entry.AppointmentChanged.Kind;
import io.leadmap.domain.lead.Channel;
import io.leadmap.domain.lead.Fields;
import io.leadmap.domain.lead.Lead;
import io.leadmap.domain.lead.LossReason;
import io.leadmap.domain.lead.PatientLink;
import io.leadmap.domain.lead.Status;
import io.leadmap.domain.lead.SuspensionCause;
import io.leadmap.domain.map.MapRun;
import io.leadmap.domain.practice.Settings;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/** What appointments do to a lead (domain sections 3 and 9). */
class AppointmentTest {

    private static final String MARCH_1 = "2026-03-01T00:00:30Z";
    private static final String APRIL_3 = "2026-04-03T10:00:00Z";

    @Test
    void the_worked_example_moves_the_lead_and_stamps_its_days() {
        Story story = Story.ofEnquiry().by(Actor.SYSTEM).at(MARCH_1).then(observe(booked()));
        assertThat(story.lead().status()).isEqualTo(Status.BOOKED);
        assertThat(story.lead().patient()).isEqualTo(Visits.MONIQUE);
        assertThat(story.lead().dates().booked()).isEqualTo(BOOKED);
        assertThat(story.lead().liveDrips()).isEmpty();
        assertThat(story.entries().subList(0, 4))
                .containsExactly(
                        new Entry.PatientLinked(Visits.MONIQUE),
                        new Entry.AppointmentLinked(booked()),
                        new Entry.DateStamped(Entry.DateStamped.Which.BOOKED, BOOKED, false),
                        new Entry.StatusChanged(Status.CREATED, Status.BOOKED, null, null, false));

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
        Story unbooked = booking(Story.of(moves(false, true, true)));
        assertThat(unbooked.lead().status()).isEqualTo(Status.CREATED);
        assertThat(unbooked.lead().appointment()).isEqualTo(booked());

        Story uncancelled = booking(Story.of(moves(true, false, true)));
        uncancelled.then(observe(now(booked(), State.CANCELLED)));
        assertThat(uncancelled.lead().status()).isEqualTo(Status.BOOKED);

        Story uninvoiced = booking(Story.of(moves(true, true, false)));
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
    void the_same_version_again_does_nothing_whatever_it_says() {
        Story story = booking(Story.ofMonique());
        story.thenNothing(observe(booked("a-1", BOOKED, STARTS.plusSeconds(60))));
    }

    @Test
    void a_customer_whose_appointment_changes_again_keeps_the_day_or_moves_with_the_visit() {
        Appointment invoiced = invoiced(now(booked(), State.ARRIVED), APRIL_3);
        Story story = booking(Story.ofMonique()).at(APRIL_3).then(observe(invoiced));
        Appointment completed = now(invoiced, State.COMPLETED);
        story.then(observe(completed));
        assertThat(story.entries())
                .containsExactly(new Entry.AppointmentChanged(completed, List.of(Kind.COMPLETED)));
        story.then(observe(moved(completed, STARTS.minusSeconds(600))));
        assertThat(story.lead().dates().invoiced()).isEqualTo(STARTS.minusSeconds(600));
    }

    @Test
    void an_older_snapshot_that_comes_late_does_nothing() {
        Appointment cancelled = now(now(booked(), State.BOOKED), State.CANCELLED);
        Story story = booking(Story.ofMonique()).then(observe(cancelled));
        story.thenNothing(observe(moved(booked(), STARTS.plusSeconds(60))));
        assertThat(story.lead().status()).isEqualTo(Status.CANCELLED);
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
                .isEqualTo(new Entry.AppointmentUnlinked("pms", "a-1", "rebooked"));
        assertThat(story.lead().appointment()).isEqualTo(again);
        assertThat(story.lead().status()).isEqualTo(Status.BOOKED);
        assertThat(story.lead().dates().booked()).isEqualTo(BOOKED);
    }

    @Test
    void a_lead_with_a_live_appointment_takes_no_other() {
        Story story = booking(Story.ofMonique());
        story.thenNothing(observe(booked("a-2", BOOKED, STARTS.minusSeconds(86_400))));
    }

    @Test
    void a_deleted_appointment_counts_as_cancelled_and_frees_the_lead() {
        Story story = booking(Story.ofMonique()).then(observe(now(booked(), State.DELETED)));
        assertThat(story.lead().status()).isEqualTo(Status.CANCELLED);
        assertThat(story.lead().appointment()).isNull();
        assertThat(story.lead().dates().booked()).isEqualTo(BOOKED);
        assertThat(story.entries())
                .contains(new Entry.AppointmentUnlinked("pms", "a-1", "deleted"));
        story.then(observe(booked("a-2", BOOKED, STARTS)));
        assertThat(story.lead().status()).isEqualTo(Status.BOOKED);
    }

    @Test
    void a_fee_for_a_cancelled_or_unattended_appointment_is_not_a_customer() {
        for (State state : List.of(State.CANCELLED, State.DID_NOT_ARRIVE)) {
            Story story = booking(Story.ofMonique());
            Appointment missed = now(booked(), state);
            story.at(APRIL_3).then(observe(missed)).then(observe(invoiced(missed, APRIL_3)));
            assertThat(story.lead().status()).isEqualTo(Status.CANCELLED);
            assertThat(story.lead().dates().invoiced()).isNull();
            assertThat(kinds(story)).containsExactly(Kind.INVOICED);
        }
    }

    @Test
    void an_invoice_of_the_day_moves_the_lead_at_once_arrived_or_not() {
        Story story = booking(Story.ofMonique());
        // 3 April, 00:30 in Sydney, before the visit
        story.at("2026-04-02T13:30:00Z").then(observe(invoiced(booked(), "2026-04-02T13:30:00Z")));
        assertThat(story.lead().status()).isEqualTo(Status.INVOICED);
        assertThat(story.lead().dates().invoiced()).isEqualTo(STARTS);
    }

    @Test
    void a_deposit_before_the_visit_moves_the_lead_when_the_patient_arrives() {
        Appointment paid = invoiced(booked(), "2026-03-10T00:00:00Z");
        Story story = booking(Story.ofMonique());
        story.at("2026-03-10T00:00:00Z").then(observe(paid));
        assertThat(story.lead().status()).isEqualTo(Status.BOOKED);
        assertThat(kinds(story)).containsExactly(Kind.INVOICED);
        story.at("2026-04-03T08:50:00Z").then(observe(now(paid, State.ARRIVED)));
        assertThat(story.lead().status()).isEqualTo(Status.INVOICED);
        assertThat(story.lead().dates().invoiced()).isEqualTo(STARTS);
    }

    @Test
    void a_prepaid_visit_that_nobody_reported_counts_at_the_end_of_its_day() {
        Story story = booking(Story.ofMonique());
        story.at("2026-03-10T00:00:00Z").then(observe(invoiced(booked(), "2026-03-10T00:00:00Z")));
        // midnight in Sydney, summer time
        Instant end = Instant.parse("2026-04-03T13:00:00Z");
        assertThat(due(story.lead())).contains(end);
        story.at("2026-04-03T12:59:59Z").thenNothing(new Command.EndAppointmentDay());
        story.at(end.toString()).then(new Command.EndAppointmentDay());
        assertThat(story.lead().status()).isEqualTo(Status.INVOICED);
        assertThat(story.lead().dates().invoiced()).isEqualTo(STARTS);
        assertThat(due(story.lead())).isEmpty();
        story.thenNothing(new Command.EndAppointmentDay());
    }

    @Test
    void the_end_of_the_day_is_midnight_also_when_clocks_change() {
        // 5 April 2026: summer time ends in Sydney at 3:00
        Appointment visit = booked("a-1", BOOKED, Instant.parse("2026-04-04T23:00:00Z"));
        Story story = Story.ofMonique().by(Actor.SYSTEM).at(MARCH_1).then(observe(visit));
        story.then(observe(invoiced(visit, "2026-03-10T00:00:00Z")));
        assertThat(due(story.lead())).contains(Instant.parse("2026-04-05T14:00:00Z"));
    }

    @Test
    void a_prepaid_visit_that_was_cancelled_or_missed_does_not_count_at_the_end_of_its_day() {
        for (State state : List.of(State.CANCELLED, State.DID_NOT_ARRIVE)) {
            Appointment paid = invoiced(booked(), "2026-03-10T00:00:00Z");
            Story story =
                    booking(Story.ofMonique()).then(observe(paid)).then(observe(now(paid, state)));
            assertThat(due(story.lead())).isEmpty();
            story.at("2026-04-04T00:00:00Z").thenNothing(new Command.EndAppointmentDay());
        }
    }

    @Test
    void the_end_of_the_day_does_not_undo_what_an_administrator_did() {
        Story story = booking(Story.ofMonique());
        story.then(observe(invoiced(booked(), "2026-03-10T00:00:00Z")));
        story.at("2026-04-04T00:00:00Z").then(new Command.EndAppointmentDay());
        story.by(Story.MEI).then(to(Status.BOOKED)).by(Actor.SYSTEM);
        assertThat(due(story.lead())).isEmpty();
        story.thenNothing(new Command.EndAppointmentDay());
        assertThat(story.lead().status()).isEqualTo(Status.BOOKED);
    }

    @Test
    void where_invoices_move_nothing_no_day_end_is_waited_for() {
        Story story = booking(Story.of(moves(true, true, false)));
        story.then(observe(invoiced(booked(), "2026-03-10T00:00:00Z")));
        assertThat(due(story.lead(), moves(true, true, false).settings())).isEmpty();
    }

    @Test
    void a_voided_invoice_is_an_entry_and_nothing_else() {
        Appointment invoiced = invoiced(now(booked(), State.COMPLETED), APRIL_3);
        Story story = booking(Story.ofMonique()).at(APRIL_3).then(observe(invoiced));
        story.then(observe(voided(invoiced)));
        assertThat(story.entries())
                .containsExactly(
                        new Entry.AppointmentChanged(
                                voided(invoiced), List.of(Kind.INVOICE_VOIDED)));
        assertThat(story.lead().status()).isEqualTo(Status.INVOICED);
        assertThat(story.lead().dates().invoiced()).isEqualTo(STARTS);
    }

    @Test
    void a_voided_invoice_does_not_book_a_lead_that_was_set_back_by_hand() {
        Appointment paid = invoiced(booked(), "2026-03-10T00:00:00Z");
        Story story =
                booking(Story.ofMonique())
                        .then(observe(paid))
                        .by(Story.AVA)
                        .then(to(Status.CONTACTED));
        story.by(Actor.SYSTEM).then(observe(voided(paid)));
        assertThat(story.lead().status()).isEqualTo(Status.CONTACTED);
    }

    @Test
    void seen_counts_as_customer_where_the_practice_says_so() {
        Appointment completed = now(booked(), State.COMPLETED);
        Story free =
                booking(Story.of(SamplePractice.withSettings(s -> s.seenCountsAsCustomer = true)));
        assertThat(free.at(APRIL_3).then(observe(completed)).lead().status())
                .isEqualTo(Status.INVOICED);
        assertThat(free.lead().dates().invoiced()).isEqualTo(STARTS);

        Story paying = booking(Story.ofMonique()).at(APRIL_3).then(observe(completed));
        assertThat(paying.lead().status()).isEqualTo(Status.BOOKED);
        Story arrived =
                booking(Story.of(SamplePractice.withSettings(s -> s.seenCountsAsCustomer = true)));
        assertThat(arrived.then(observe(now(booked(), State.ARRIVED))).lead().status())
                .isEqualTo(Status.BOOKED);
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
    void a_lead_that_the_sweep_lost_within_30_days_counts_as_created() {
        Story story = swept().by(Actor.SYSTEM);
        Instant lost = lostAt(story);
        Appointment visit =
                booked("a-1", lost.plus(Duration.ofDays(30)), STARTS.plusSeconds(864_000));
        story.at(lost.plus(Duration.ofDays(30)).toString()).then(observe(visit));
        assertThat(story.lead().status()).isEqualTo(Status.BOOKED);
        assertThat(story.lead().dates().lost()).isNull();
        assertThat(story.lead().openMap()).isPresent();
        assertThat(story.lead().attempts().count()).isZero();
    }

    @Test
    void a_lead_that_the_sweep_lost_longer_ago_books_nothing() {
        Story story = swept().by(Actor.SYSTEM);
        Instant later = lostAt(story).plus(Duration.ofDays(30)).plusSeconds(1);
        story.at(later.toString())
                .thenNothing(observe(booked("a-1", later, later.plusSeconds(86_400))));
    }

    @Test
    void a_lead_lost_by_hand_or_invalid_books_nothing() {
        Story.ofMonique().then(lost("notInterested")).at(MARCH_1).thenNothing(observe(booked()));
        Story.ofMonique().then(to(Status.INVALID)).at(MARCH_1).thenNothing(observe(booked()));
        Story byHand = swept().by(Story.AVA).then(to(Status.CREATED)).then(lost("noContact"));
        byHand.at("2026-03-10T00:00:00Z").thenNothing(observe(booked("a-1", byHand.now(), STARTS)));
    }

    @Test
    void a_lost_lead_whose_appointment_is_reinstated_gets_its_owner_a_todo() {
        Appointment cancelled = now(booked(), State.CANCELLED);
        Story story =
                booking(Story.ofEnquiry())
                        .then(observe(cancelled))
                        .by(Story.AVA)
                        .then(lost("notInterested"));
        story.by(Actor.SYSTEM).then(observe(now(cancelled, State.BOOKED)));
        assertThat(story.lead().status()).isEqualTo(Status.LOST);
        assertThat(story.last().todos()).extracting(ToDo::assignee).containsExactly("ava");
    }

    @Test
    void an_appointment_booked_more_than_12_hours_before_the_lead_was_entered_is_not_taken() {
        Instant limit = Story.START.minus(Duration.ofHours(12));
        Story.ofMonique().thenNothing(observe(booked("a-1", limit.minusSeconds(1), STARTS)));
        Story story = Story.ofMonique().then(observe(booked("a-1", limit, STARTS)));
        assertThat(story.lead().status()).isEqualTo(Status.BOOKED);
    }

    @Test
    void an_appointment_of_another_division_is_not_taken_but_one_below_or_without_is() {
        Story story = Story.ofMonique().then(Story.edit("divisionId", "city")).at(MARCH_1);
        story.thenNothing(observe(Visits.in(booked(), "beach")));
        story.thenNothing(observe(Visits.in(booked(), "root")));
        story.then(observe(Visits.in(booked(), "cityskin")));
        assertThat(
                        booking(Story.ofMonique().then(Story.edit("divisionId", "city")))
                                .lead()
                                .status())
                .isEqualTo(Status.BOOKED);
    }

    @Test
    void a_cancelled_appointment_is_never_taken() {
        for (State state : List.of(State.CANCELLED, State.DID_NOT_ARRIVE, State.DELETED)) {
            Story.ofMonique().at(MARCH_1).thenNothing(observe(now(booked(), state)));
        }
    }

    @Test
    void spam_that_books_is_a_person() {
        Story story = new Story().by(Actor.LEAD);
        Command.Submission spam =
                new Command.Submission(
                        SamplePractice.PLAIN,
                        Story.monique(),
                        io.leadmap.domain.lead.Attribution.NONE,
                        null,
                        null,
                        true);
        story.begin(new Command.BeginByForm(spam, Optional.empty()));
        assertThat(story.lead().isSuspended(SuspensionCause.SPAM)).isTrue();
        booking(story);
        assertThat(story.lead().suspensions()).isEmpty();
        assertThat(story.lead().status()).isEqualTo(Status.BOOKED);
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
        assertThat(story.lead().appointment())
                .extracting(Appointment::divisionId)
                .isEqualTo("city");
    }

    @Test
    void a_new_client_of_the_pms_becomes_a_lead_that_fires_and_sends_nothing() {
        Story story = new Story().by(Actor.SYSTEM).at(MARCH_1);
        story.begin(new Command.BeginByAppointment(Story.monique(), Visits.in(booked(), "city")));
        Lead lead = story.lead();
        assertThat(lead.channel()).isEqualTo(Channel.PMS);
        assertThat(lead.status()).isEqualTo(Status.BOOKED);
        assertThat(lead.division()).isEqualTo("city");
        assertThat(lead.source()).isNull();
        assertThat(lead.owner()).isNull();
        assertThat(lead.map()).isNull();
        assertThat(lead.patient()).isEqualTo(new PatientLink("pms", "p-1"));
        assertThat(lead.dates().created()).isEqualTo(BOOKED);
        assertThat(lead.dates().booked()).isEqualTo(BOOKED);
        assertThat(lead.dates().entered()).isEqualTo(story.now());
        assertThat(lead.suspensions()).isEmpty();
        assertThat(story.last().mails()).isEmpty();
    }

    @Test
    void a_new_client_without_phone_and_email_exists_and_is_incomplete() {
        Story story = new Story().by(Actor.SYSTEM).at(MARCH_1);
        story.begin(new Command.BeginByAppointment(Fields.NONE, booked()));
        assertThat(story.lead().suspension()).contains(SuspensionCause.INCOMPLETE);
        assertThat(story.lead().status()).isEqualTo(Status.BOOKED);
        assertThat(story.lead().division()).isEqualTo("root");
    }

    @Test
    void a_changed_patient_fills_blanks_and_never_overwrites() {
        Story story =
                new Story()
                        .begin(Story.add(Story.fields("firstName", "Mo", "phone", "+61444444444")));
        story.by(Actor.SYSTEM).then(new Command.FillFromPatient(Story.monique()));
        assertThat(story.lead().personName()).isEqualTo("Mo Lee");
        assertThat(story.lead().email()).isEqualTo("monique@example.com");
        assertThat(story.lead().suspensions()).isEmpty();
        story.thenNothing(new Command.FillFromPatient(Story.monique()));
    }

    @Test
    void the_patient_that_survives_a_merge_is_linked() {
        Story story = booking(Story.ofMonique());
        story.then(new Command.LinkPatient(new PatientLink("pms", "p-9")));
        assertThat(story.lead().patient()).isEqualTo(new PatientLink("pms", "p-9"));
        story.thenNothing(new Command.LinkPatient(new PatientLink("pms", "p-9")));
        assertThat(story.refused(new Command.LinkPatient(new PatientLink("other", "p-9"))))
                .isInstanceOf(Refusal.Invalid.class);
    }

    private static Story booking(Story story) {
        return story.by(Actor.SYSTEM).at(MARCH_1).then(observe(booked()));
    }

    private static Story leadThatIs(Status status) {
        return status == Status.CREATED ? Story.ofMonique() : Story.ofMonique().then(to(status));
    }

    private static Story swept() {
        Story story = Story.ofEnquiry().by(Story.AVA);
        for (int call = 0; call < 3; call++) {
            story.then(Story.called(Entry.CallLogged.Outcome.NO_ANSWER));
        }
        story.after(Duration.ofHours(25)).by(Actor.SYSTEM).then(new Command.SweepDeadLead());
        assertThat(story.lead().lossReason()).isEqualTo(LossReason.NO_CONTACT);
        return story;
    }

    private static Instant lostAt(Story story) {
        return Objects.requireNonNull(story.lead().dates().lost());
    }

    private static List<Kind> kinds(Story story) {
        return story.entries().stream()
                .filter(Entry.AppointmentChanged.class::isInstance)
                .flatMap(e -> ((Entry.AppointmentChanged) e).kinds().stream())
                .toList();
    }

    private static io.leadmap.domain.practice.Practice moves(
            boolean booked, boolean cancelled, boolean invoiced) {
        Consumer<SampleSettings> change =
                s -> s.automaticMoves = new Settings.AutomaticMoves(booked, cancelled, invoiced);
        return SamplePractice.withSettings(change);
    }

    private static Optional<Instant> due(Lead lead) {
        return due(lead, SamplePractice.PRACTICE.settings());
    }

    private static Optional<Instant> due(Lead lead, Settings settings) {
        return DueRules.appointmentDayDue(lead, settings);
    }
}
