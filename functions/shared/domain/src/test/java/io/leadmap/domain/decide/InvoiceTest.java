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
import static io.leadmap.domain.appointment.Visits.voided;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadmap.domain.SamplePractice;
import io.leadmap.domain.Story;
import io.leadmap.domain.appointment.Appointment;
import io.leadmap.domain.appointment.Appointment.State;
import io.leadmap.domain.history.Actor;
import io.leadmap.domain.history.PmsEntry;
import io.leadmap.domain.history.PmsEntry.AppointmentChanged.Kind;
import io.leadmap.domain.history.StatusEntry;
import io.leadmap.domain.lead.Dates;
import io.leadmap.domain.lead.Lead;
import io.leadmap.domain.lead.Status;
import io.leadmap.domain.practice.Settings;
import io.leadmap.domain.report.Contribution;
import io.leadmap.domain.report.Contributions;
import io.leadmap.domain.report.Countable;
import io.leadmap.domain.report.Row;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** When an appointment makes its lead a customer (domain section 3, decision <em>invoiced</em>). */
class InvoiceTest {

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
        Story story = booking(Story.of(SamplePractice.moves(true, true, false)));
        story.then(observe(invoiced(booked(), "2026-03-10T00:00:00Z")));
        assertThat(due(story.lead(), SamplePractice.moves(true, true, false).settings())).isEmpty();
    }

    @Test
    void a_corrected_start_moves_the_day_of_the_invoiced_visit() {
        for (String corrected : List.of("2026-04-01T09:00:00Z", "2026-04-06T09:00:00Z")) {
            for (State state : List.of(State.BOOKED, State.ARRIVED, State.COMPLETED)) {
                Appointment invoiced = invoiced(now(booked(), state), APRIL_3);
                Story story = booking(Story.ofMonique()).at(APRIL_3).then(observe(invoiced));
                Instant start = Instant.parse(corrected);
                story.at("2026-04-04T00:00:00Z").then(observe(moved(invoiced, start)));
                assertThat(story.lead().status()).isEqualTo(Status.INVOICED);
                assertThat(story.lead().dates().invoiced()).as("%s", state).isEqualTo(start);
                assertThat(story.lead().dates().invoicedByHand()).isFalse();
            }
        }
    }

    @Test
    void a_start_is_followed_however_often_it_is_corrected_and_while_the_lead_is_invalid() {
        Appointment visit = invoiced(booked(), APRIL_3);
        Story story = booking(Story.ofMonique()).at(APRIL_3).then(observe(visit));
        visit = moved(visit, Instant.parse("2026-04-06T09:00:00Z"));
        story.then(observe(visit)).by(Story.MEI).then(to(Status.INVALID)).by(Actor.SYSTEM);
        visit = moved(visit, Instant.parse("2026-04-05T09:00:00Z"));
        story.then(observe(visit)).by(Story.MEI).then(to(Status.INVOICED));
        assertThat(story.lead().dates().invoiced()).isEqualTo(visit.startsAt());
        assertThat(story.all(StatusEntry.DateStamped.class))
                .noneMatch(StatusEntry.DateStamped::byHand)
                .noneMatch(stamped -> stamped.at() == null);
    }

    @Test
    void a_corrected_start_leaves_a_date_alone_that_a_person_set() {
        Story story = booking(Story.ofMonique()).by(Story.MEI).then(to(Status.INVOICED));
        Instant set = story.now();
        story.by(Actor.SYSTEM).then(observe(moved(booked(), STARTS.plusSeconds(86400))));
        assertThat(story.lead().dates().invoiced()).isEqualTo(set);
    }

    @Test
    void invoiced_set_by_hand_takes_the_start_of_an_invoiced_appointment_and_not_now() {
        Story story = booking(Story.of(SamplePractice.moves(true, true, false)));
        story.at(APRIL_3).then(observe(invoiced(booked(), APRIL_3)));
        assertThat(story.lead().status()).isEqualTo(Status.BOOKED);
        story.at("2026-04-07T00:00:00Z").by(Story.AVA).then(to(Status.INVOICED));
        assertThat(story.lead().dates().invoiced()).isEqualTo(STARTS);
        assertThat(story.lead().dates().invoicedByHand()).isFalse();
        assertThat(story.lead().dates().booked()).isEqualTo(BOOKED);
    }

    @Test
    void the_end_of_a_prepaid_day_replaces_the_date_that_a_person_set_before() {
        Story story = booking(Story.ofMonique());
        story.at("2026-03-10T00:00:00Z").then(observe(invoiced(booked(), "2026-03-10T00:00:00Z")));
        story.by(Story.AVA).then(to(Status.INVOICED)).by(Actor.SYSTEM);
        assertThat(story.lead().dates().invoiced()).isEqualTo(story.now());
        assertThat(due(story.lead())).contains(Instant.parse("2026-04-03T13:00:00Z"));
        story.at("2026-04-03T13:00:00Z").then(new Command.EndAppointmentDay());
        assertThat(story.lead().dates().invoiced()).isEqualTo(STARTS);
        assertThat(due(story.lead())).isEmpty();
    }

    @Test
    void invoiced_by_an_appointment_then_invalid_then_invoiced_keeps_its_day() {
        Story story = booking(Story.ofMonique()).at(APRIL_3);
        story.then(observe(invoiced(now(booked(), State.COMPLETED), APRIL_3)));
        Dates dates = story.lead().dates();
        story.at("2026-05-01T00:00:00Z").by(Story.MEI).then(to(Status.INVALID));
        assertThat(story.entries()).hasSize(1).noneMatch(StatusEntry.DateStamped.class::isInstance);
        assertThat(story.lead().dates()).isEqualTo(dates);
        assertThat(Contributions.of(Countable.of(story.lead()), ZoneId.of("Australia/Sydney")))
                .isEqualTo(Contributions.NONE);
        story.at("2026-06-01T00:00:00Z").then(to(Status.INVOICED));
        assertThat(story.lead().dates()).isEqualTo(dates);
        assertThat(
                        Contributions.of(Countable.of(story.lead()), ZoneId.of("Australia/Sydney"))
                                .in(Row.NEW_CLIENTS))
                .map(Contribution::day)
                .contains(LocalDate.parse("2026-04-03"));
    }

    @Test
    void a_voided_invoice_is_an_entry_and_nothing_else() {
        Appointment invoiced = invoiced(now(booked(), State.COMPLETED), APRIL_3);
        Story story = booking(Story.ofMonique()).at(APRIL_3).then(observe(invoiced));
        story.then(observe(voided(invoiced)));
        assertThat(story.entries())
                .containsExactly(
                        new PmsEntry.AppointmentChanged(
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

    private static Optional<Instant> due(Lead lead) {
        return due(lead, SamplePractice.PRACTICE.settings());
    }

    private static Optional<Instant> due(Lead lead, Settings settings) {
        return DueRules.appointmentDayDue(lead, settings);
    }
}
