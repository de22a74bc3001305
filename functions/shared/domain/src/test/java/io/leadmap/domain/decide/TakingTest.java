package io.leadmap.domain.decide;

import static io.leadmap.domain.Story.lost;
import static io.leadmap.domain.Story.to;
import static io.leadmap.domain.appointment.Visits.BOOKED;
import static io.leadmap.domain.appointment.Visits.MARCH_1;
import static io.leadmap.domain.appointment.Visits.STARTS;
import static io.leadmap.domain.appointment.Visits.booked;
import static io.leadmap.domain.appointment.Visits.booking;
import static io.leadmap.domain.appointment.Visits.now;
import static io.leadmap.domain.appointment.Visits.observe;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadmap.domain.SamplePractice;
import io.leadmap.domain.Story;
import io.leadmap.domain.appointment.Appointment;
import io.leadmap.domain.appointment.Appointment.State;
import io.leadmap.domain.appointment.Visits;
import io.leadmap.domain.history.Actor;
import io.leadmap.domain.history.ContactEntry;
import io.leadmap.domain.lead.Channel;
import io.leadmap.domain.lead.Fields;
import io.leadmap.domain.lead.Lead;
import io.leadmap.domain.lead.LossReason;
import io.leadmap.domain.lead.PatientLink;
import io.leadmap.domain.lead.Status;
import io.leadmap.domain.lead.SuspensionCause;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Which lead takes an appointment, and what the PMS says of its patient (domain section 9). */
class TakingTest {

    @Test
    void a_lead_with_a_live_appointment_takes_no_other() {
        Story story = booking(Story.ofMonique());
        story.thenNothing(observe(booked("a-2", BOOKED, STARTS.minusSeconds(86_400))));
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
        assertThat(story.lead().followUp().attempts().count()).isZero();
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
        assertThat(story.lead().suspension().isFor(SuspensionCause.SPAM)).isTrue();
        booking(story);
        assertThat(story.lead().suspension().causes()).isEmpty();
        assertThat(story.lead().status()).isEqualTo(Status.BOOKED);
    }

    @Test
    void a_new_client_of_the_pms_becomes_a_lead_that_fires_and_sends_nothing() {
        Story story = new Story().by(Actor.SYSTEM).at(MARCH_1);
        story.begin(new Command.BeginByAppointment(Story.monique(), Visits.in(booked(), "city")));
        Lead lead = story.lead();
        assertThat(lead.origin().channel()).isEqualTo(Channel.PMS);
        assertThat(lead.status()).isEqualTo(Status.BOOKED);
        assertThat(lead.origin().division()).isEqualTo("city");
        assertThat(lead.origin().source()).isNull();
        assertThat(lead.owner()).isNull();
        assertThat(lead.map()).isNull();
        assertThat(lead.pms().patient()).isEqualTo(new PatientLink("pms", "p-1"));
        assertThat(lead.dates().created()).isEqualTo(BOOKED);
        assertThat(lead.dates().booked()).isEqualTo(BOOKED);
        assertThat(lead.dates().entered()).isEqualTo(story.now());
        assertThat(lead.suspension().causes()).isEmpty();
        assertThat(story.last().mails()).isEmpty();
    }

    @Test
    void a_new_client_without_phone_and_email_exists_and_is_incomplete() {
        Story story = new Story().by(Actor.SYSTEM).at(MARCH_1);
        story.begin(new Command.BeginByAppointment(Fields.NONE, booked()));
        assertThat(story.lead().suspension().shown()).contains(SuspensionCause.INCOMPLETE);
        assertThat(story.lead().status()).isEqualTo(Status.BOOKED);
        assertThat(story.lead().origin().division()).isEqualTo("root");
    }

    @Test
    void a_changed_patient_fills_blanks_and_never_overwrites() {
        Story story =
                new Story()
                        .begin(Story.add(Story.fields("firstName", "Mo", "phone", "+61444444444")));
        story.by(Actor.SYSTEM).then(new Command.FillFromPatient(Story.monique()));
        assertThat(story.lead().personName()).isEqualTo("Mo Lee");
        assertThat(story.lead().email()).isEqualTo("monique@example.com");
        assertThat(story.lead().suspension().causes()).isEmpty();
        story.thenNothing(new Command.FillFromPatient(Story.monique()));
    }

    @Test
    void the_patient_that_survives_a_merge_is_linked() {
        Story story = booking(Story.ofMonique());
        story.then(new Command.LinkPatient(new PatientLink("pms", "p-9")));
        assertThat(story.lead().pms().patient()).isEqualTo(new PatientLink("pms", "p-9"));
        story.thenNothing(new Command.LinkPatient(new PatientLink("pms", "p-9")));
        assertThat(story.refused(new Command.LinkPatient(new PatientLink("other", "p-9"))))
                .isInstanceOf(Refusal.Invalid.class);
    }

    private static Story swept() {
        Story story = Story.ofEnquiry().by(Story.AVA);
        for (int call = 0; call < 3; call++) {
            story.then(Story.called(ContactEntry.CallLogged.Outcome.NO_ANSWER));
        }
        story.after(Duration.ofHours(25)).by(Actor.SYSTEM).then(new Command.SweepDeadLead());
        assertThat(story.lead().stage().lossReason()).isEqualTo(LossReason.NO_CONTACT);
        return story;
    }

    private static Instant lostAt(Story story) {
        return Objects.requireNonNull(story.lead().dates().lost());
    }
}
