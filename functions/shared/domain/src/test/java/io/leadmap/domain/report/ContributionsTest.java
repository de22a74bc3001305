package io.leadmap.domain.report;

import static io.leadmap.domain.Story.lost;
import static io.leadmap.domain.Story.to;
import static io.leadmap.domain.appointment.Visits.booked;
import static io.leadmap.domain.appointment.Visits.invoiced;
import static io.leadmap.domain.appointment.Visits.now;
import static io.leadmap.domain.appointment.Visits.observe;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadmap.domain.SamplePractice;
import io.leadmap.domain.Story;
import io.leadmap.domain.appointment.Appointment;
import io.leadmap.domain.appointment.Appointment.State;
import io.leadmap.domain.appointment.Visits;
import io.leadmap.domain.decide.Command;
import io.leadmap.domain.history.Actor;
import io.leadmap.domain.history.ContactEntry;
import io.leadmap.domain.lead.Attribution;
import io.leadmap.domain.lead.LeadId;
import io.leadmap.domain.lead.Status;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a lead counts as in the Mega Report (domain section 10). */
class ContributionsTest {

    private static final ZoneId SYDNEY = ZoneId.of("Australia/Sydney");

    @Test
    void the_worked_example_counts_on_exactly_its_three_days() {
        Story story = Story.ofEnquiry().by(Actor.SYSTEM);
        story.at("2026-03-01T00:00:30Z").then(observe(booked()));
        story.at("2026-04-03T10:00:00Z")
                .then(observe(invoiced(now(booked(), State.COMPLETED), "2026-04-03T10:00:00Z")));
        assertThat(days(story))
                .isEqualTo(
                        Map.of(
                                Row.ADDITIONAL_LEADS, LocalDate.parse("2026-02-27"),
                                Row.ADDITIONAL_LEADS_BOOKED, LocalDate.parse("2026-03-01"),
                                Row.NEW_CLIENTS, LocalDate.parse("2026-04-03")));
        assertThat(contributions(story).in(Row.NEW_CLIENTS))
                .contains(
                        new Contribution(
                                Row.NEW_CLIENTS,
                                LocalDate.parse("2026-04-03"),
                                "root",
                                "web",
                                "ava"));
    }

    @Test
    void days_are_days_in_the_practices_time_zone() {
        // 27 February, 20:00 in Sydney and 09:00 in London; 23:30 UTC is the next day in Sydney
        Story story = Story.ofMonique();
        assertThat(days(story)).containsEntry(Row.ADDITIONAL_LEADS, LocalDate.parse("2026-02-27"));
        Story late = new Story().at("2026-02-27T23:30:00Z").begin(Story.add(Story.monique()));
        assertThat(days(late)).containsEntry(Row.ADDITIONAL_LEADS, LocalDate.parse("2026-02-28"));
        assertThat(
                        Contributions.of(Countable.of(late.lead()), ZoneId.of("Europe/London"))
                                .in(Row.ADDITIONAL_LEADS)
                                .map(Contribution::day))
                .contains(LocalDate.parse("2026-02-27"));
    }

    @Test
    void booked_cancelled_and_rebooked_is_one_booking_on_the_first_day() {
        Story story =
                Story.ofEnquiry()
                        .by(Actor.SYSTEM)
                        .at("2026-03-01T00:00:30Z")
                        .then(observe(booked()));
        story.at("2026-03-05T00:00:00Z").then(observe(now(booked(), State.CANCELLED)));
        assertThat(days(story))
                .containsEntry(Row.ADDITIONAL_LEADS_BOOKED, LocalDate.parse("2026-03-01"))
                .containsEntry(Row.CANCELLED, LocalDate.parse("2026-03-05"));
        Appointment again = booked("a-2", Visits.BOOKED.plus(Duration.ofDays(8)), Visits.STARTS);
        story.at("2026-03-09T00:00:00Z").then(observe(again));
        assertThat(days(story))
                .containsEntry(Row.ADDITIONAL_LEADS_BOOKED, LocalDate.parse("2026-03-01"))
                .doesNotContainKey(Row.CANCELLED);
    }

    @Test
    void a_cancellation_fee_makes_no_new_client() {
        Story story =
                Story.ofEnquiry()
                        .by(Actor.SYSTEM)
                        .at("2026-03-01T00:00:30Z")
                        .then(observe(booked()));
        story.at("2026-04-03T10:00:00Z")
                .then(observe(invoiced(now(booked(), State.CANCELLED), "2026-04-03T10:00:00Z")));
        assertThat(days(story)).doesNotContainKey(Row.NEW_CLIENTS).containsKey(Row.CANCELLED);
    }

    @Test
    void a_lost_lead_counts_on_the_day_it_was_lost_for_as_long_as_it_is() {
        Story story = Story.ofEnquiry().after(Duration.ofDays(3)).then(lost("priceShopping"));
        assertThat(days(story)).containsEntry(Row.LOST, LocalDate.parse("2026-03-02"));
        story.then(to(Status.CONTACTED));
        assertThat(days(story)).doesNotContainKey(Row.LOST);
    }

    @Test
    void a_cancelled_lead_counts_on_the_day_it_was_cancelled_for_as_long_as_it_is() {
        Story story =
                Story.ofEnquiry()
                        .by(Actor.SYSTEM)
                        .at("2026-03-01T00:00:30Z")
                        .then(observe(booked()));
        assertThat(days(story)).doesNotContainKey(Row.CANCELLED);
        story.at("2026-03-05T00:00:00Z").then(observe(now(booked(), State.CANCELLED)));
        assertThat(days(story)).containsEntry(Row.CANCELLED, LocalDate.parse("2026-03-05"));
        story.by(Story.AVA).then(to(Status.CONTACTED));
        assertThat(days(story)).doesNotContainKey(Row.CANCELLED);
    }

    @Test
    void lost_by_the_sweep_and_then_booked_is_a_booking_and_no_loss() {
        Story story = Story.ofEnquiry();
        for (int call = 0; call < 3; call++) {
            story.then(Story.called(ContactEntry.CallLogged.Outcome.NO_ANSWER));
        }
        story.after(Duration.ofHours(25)).by(Actor.SYSTEM).then(new Command.SweepDeadLead());
        assertThat(days(story)).containsEntry(Row.LOST, LocalDate.parse("2026-02-28"));
        story.at("2026-03-01T00:00:30Z").then(observe(booked()));
        assertThat(days(story))
                .doesNotContainKey(Row.LOST)
                .containsEntry(Row.ADDITIONAL_LEADS_BOOKED, LocalDate.parse("2026-03-01"));
    }

    @Test
    void a_lead_set_invalid_leaves_every_row_past_days_too_and_comes_back_with_its_days() {
        Story story =
                Story.ofEnquiry()
                        .by(Actor.SYSTEM)
                        .at("2026-03-01T00:00:30Z")
                        .then(observe(booked()));
        Contributions before = contributions(story);
        story.by(Story.AVA).then(to(Status.INVALID));
        assertThat(contributions(story)).isEqualTo(Contributions.NONE);
        assertThat(before.until(contributions(story)))
                .hasSize(2)
                .allMatch(Contributions.Difference.Removed.class::isInstance);
        story.then(to(Status.BOOKED));
        assertThat(contributions(story)).isEqualTo(before);
    }

    @Test
    void spam_counts_in_no_row_until_it_is_released() {
        Story story = new Story().by(Actor.LEAD);
        story.begin(
                new Command.BeginByForm(
                        new Command.Submission(
                                SamplePractice.ENQUIRY,
                                Story.monique(),
                                Attribution.NONE,
                                null,
                                null,
                                true),
                        Optional.empty()));
        assertThat(contributions(story)).isEqualTo(Contributions.NONE);
        story.by(Story.AVA).then(new Command.Release(true));
        assertThat(days(story)).containsEntry(Row.ADDITIONAL_LEADS, LocalDate.parse("2026-02-27"));
    }

    @Test
    void a_suspected_duplicate_counts_in_no_row() {
        Story story = new Story().by(Actor.LEAD);
        story.begin(
                new Command.BeginByForm(
                        Story.submission(SamplePractice.ENQUIRY, Story.monique()),
                        Optional.of(new Command.Resembled(new LeadId("lead0002"), "noah"))));
        assertThat(contributions(story)).isEqualTo(Contributions.NONE);
    }

    @Test
    void an_incomplete_lead_counts() {
        Story story =
                new Story()
                        .begin(Story.add(Story.fields("firstName", "Mo", "phone", "+61444444444")));
        assertThat(days(story)).containsKey(Row.ADDITIONAL_LEADS);
    }

    @Test
    void division_source_and_owner_are_todays() {
        Story story = Story.ofEnquiry();
        Contributions before = contributions(story);
        story.then(Story.edit("divisionId", "city", "sourceId", "friend"))
                .then(new Command.ChangeOwner("noah"));
        Contribution moved =
                new Contribution(
                        Row.ADDITIONAL_LEADS,
                        LocalDate.parse("2026-02-27"),
                        "city",
                        "friend",
                        "noah");
        assertThat(before.until(contributions(story)))
                .containsExactly(
                        new Contributions.Difference.Changed(
                                before.in(Row.ADDITIONAL_LEADS).orElseThrow(), moved));
    }

    @Test
    void what_changes_nothing_that_is_counted_makes_no_difference() {
        Story story = Story.ofEnquiry();
        Contributions before = contributions(story);
        story.then(Story.edit("comment", "rang twice"));
        assertThat(before.until(contributions(story))).isEmpty();
    }

    private static Contributions contributions(Story story) {
        return Contributions.of(Countable.of(story.lead()), SYDNEY);
    }

    private static Map<Row, LocalDate> days(Story story) {
        Map<Row, LocalDate> days = new TreeMap<>();
        contributions(story)
                .byRow()
                .forEach((row, contribution) -> days.put(row, contribution.day()));
        return days;
    }
}
