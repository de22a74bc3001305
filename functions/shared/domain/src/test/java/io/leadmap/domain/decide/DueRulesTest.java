package io.leadmap.domain.decide;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadmap.domain.SamplePractice;
import io.leadmap.domain.Story;
import io.leadmap.domain.appointment.Visits;
import io.leadmap.domain.decide.DueKey.Drip;
import io.leadmap.domain.decide.DueKey.PaidVisit;
import io.leadmap.domain.decide.DueKey.Unreached;
import io.leadmap.domain.history.Actor;
import io.leadmap.domain.history.ContactEntry.CallLogged.Outcome;
import io.leadmap.domain.lead.Status;
import io.leadmap.domain.practice.DripCampaign;
import io.leadmap.domain.practice.Practice;
import io.leadmap.domain.practice.Settings.DeadLeads;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/** Where the sweeps look, by the settings of now (domain section 3, decision <em>due</em>). */
class DueRulesTest {

    /** A Tuesday, noon in Sydney. */
    private static final Instant NOW = Instant.parse("2026-03-03T01:00:00Z");

    @Test
    void leads_are_sought_from_the_limit_of_attempts_up_and_until_the_grace() {
        Practice practice =
                SamplePractice.withSettings(s -> {
                    s.attemptLimit = 19;
                    s.attemptGrace = Duration.ofHours(5);
                });
        Instant until = NOW.minus(Duration.ofHours(5));
        assertThat(DueRules.deadLeads(practice, NOW))
                .containsExactly(
                        new DueRange(new Unreached(19, false), until),
                        new DueRange(new Unreached(19, true), until),
                        new DueRange(new Unreached(20, false), until),
                        new DueRange(new Unreached(20, true), until));
    }

    @Test
    void a_practice_that_proposes_seeks_what_was_not_proposed_and_one_that_is_off_nothing() {
        assertThat(DueRules.deadLeads(deadLeads(DeadLeads.PROPOSE), NOW))
                .hasSize(18)
                .noneMatch(range -> ((Unreached) range.key()).proposed());
        assertThat(DueRules.deadLeads(deadLeads(DeadLeads.OFF), NOW)).isEmpty();
    }

    @Test
    void more_attempts_than_any_limit_stand_at_the_highest() {
        Story story = Story.ofMonique();
        for (int i = 0; i < 21; i++) {
            story.then(Story.called(Outcome.NO_ANSWER));
        }
        assertThat(DueEntries.of(story.lead()).unreached())
                .contains(new DueEntry(new Unreached(20, false), story.now()));
    }

    @Test
    void runs_are_sought_behind_each_mail_by_the_delay_of_the_next() {
        assertThat(DueRules.drips(SamplePractice.PRACTICE, NOW))
                .containsExactly(
                        new DueRange(new Drip("care", null), NOW.minus(Duration.ofDays(3))),
                        new DueRange(new Drip("care", "tip1"), NOW.minus(Duration.ofDays(7))),
                        new DueRange(new Drip("care", "tip2"), NOW),
                        new DueRange(new Drip("news", null), NOW.minus(Duration.ofDays(1))),
                        new DueRange(new Drip("news", "tip1"), NOW));
    }

    @Test
    void behind_a_mail_that_was_removed_they_are_sought_by_the_shortest_delay() {
        Practice edited =
                SamplePractice.with(p -> {
                    DripCampaign care = p.drips.getFirst();
                    p.drips.clear();
                    p.drips.add(
                            new DripCampaign("care", "Care", care.mails().subList(1, 2))
                                    .after(care));
                });
        assertThat(DueRules.drips(edited, NOW))
                .containsExactly(
                        new DueRange(new Drip("care", null), NOW.minus(Duration.ofDays(7))),
                        new DueRange(new Drip("care", "tip2"), NOW),
                        new DueRange(new Drip("care", "tip1"), NOW.minus(Duration.ofDays(7))));
    }

    @Test
    void nothing_is_sought_outside_the_window_or_of_a_campaign_that_is_off() {
        Instant night = Instant.parse("2026-03-03T12:00:00Z");
        assertThat(DueRules.drips(SamplePractice.PRACTICE, night)).isEmpty();
        Practice off = SamplePractice.with(p -> p.drips.replaceAll(DripCampaign::off));
        assertThat(DueRules.drips(off, NOW)).isEmpty();
    }

    @Test
    void paid_visits_are_sought_that_began_before_today_in_the_practices_zone() {
        Instant yesterday = Instant.parse("2026-03-02T12:59:59.999999999Z"); // Sydney
        assertThat(DueRules.appointmentDays(SamplePractice.PRACTICE, NOW))
                .containsExactly(
                        new DueRange(new PaidVisit(true), yesterday),
                        new DueRange(new PaidVisit(false), yesterday));
        Practice elsewhere =
                SamplePractice.withSettings(s -> s.timeZone = ZoneId.of("America/New_York"));
        assertThat(DueRules.appointmentDays(elsewhere, NOW).getFirst().until())
                .isEqualTo(Instant.parse("2026-03-02T04:59:59.999999999Z"));
        assertThat(DueRules.appointmentDays(SamplePractice.moves(true, true, false), NOW))
                .containsExactly(new DueRange(new PaidVisit(true), yesterday));
    }

    @Test
    void a_lead_stands_in_the_index_by_what_happened() {
        Story story = Story.ofEnquiry().then(Story.called(Outcome.VOICEMAIL));
        assertThat(DueEntries.of(story.lead()).all())
                .containsExactly(
                        new DueEntry(new Unreached(1, false), story.now()),
                        new DueEntry(new Drip("care", null), Story.START));
        story.then(Story.to(Status.CONTACTED));
        assertThat(DueEntries.of(story.lead()).unreached()).isEmpty();
        assertThat(DueEntries.of(Story.ofMonique().lead()).all()).isEmpty();
    }

    @Test
    void a_paid_visit_stands_by_its_start_unless_an_administrator_took_the_lead_back() {
        Story story = Visits.booking(Story.ofMonique());
        assertThat(DueEntries.of(story.lead()).paidVisit()).isEmpty();
        story.at("2026-03-10T00:00:00Z")
                .then(Visits.observe(Visits.invoiced(Visits.booked(), "2026-03-10T00:00:00Z")));
        assertThat(DueEntries.of(story.lead()).paidVisit())
                .contains(new DueEntry(new PaidVisit(false), Visits.STARTS));
        story.by(Story.MEI).then(Story.to(Status.INVOICED));
        assertThat(DueEntries.of(story.lead()).paidVisit())
                .contains(new DueEntry(new PaidVisit(true), Visits.STARTS));
        story.then(Story.to(Status.BOOKED)).by(Actor.SYSTEM);
        assertThat(DueEntries.of(story.lead()).paidVisit()).isEmpty();
    }

    @Test
    void every_key_names_the_command_that_decides() {
        assertThat(List.of(new Unreached(3, true), new Drip("care", "a"), new PaidVisit(false)))
                .extracting(DueKey::command)
                .containsExactly(
                        new Command.SweepDeadLead(),
                        new Command.AdvanceDrip("care"),
                        new Command.EndAppointmentDay());
    }

    private static Practice deadLeads(DeadLeads what) {
        return SamplePractice.withSettings(s -> s.deadLeads = what);
    }
}
