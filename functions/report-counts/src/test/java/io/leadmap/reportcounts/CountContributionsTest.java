package io.leadmap.reportcounts;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadmap.domain.decide.Command;
import io.leadmap.domain.lead.LeadId;
import io.leadmap.domain.lead.LossReason;
import io.leadmap.domain.lead.Status;
import io.leadmap.ports.Progress.Consumer;

import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.util.Map;

/**
 * Counting by differences, and setting right what a stream forgot (architecture decisions 10 and
 * 12).
 */
class CountContributionsTest {

    private final CountingDesk desk = new CountingDesk();

    @Test
    void a_lead_is_counted_on_each_day_of_its_life() {
        LeadId lead = desk.add("physio", "google", "ava");
        desk.at("2026-03-01T00:00:00Z").then(lead, to(Status.BOOKED));
        desk.at("2026-04-03T00:00:00Z").then(lead, to(Status.INVOICED));
        assertThat(desk.days())
                .isEqualTo(
                        Map.of(
                                "ADDITIONAL_LEADS", LocalDate.parse("2026-02-27"),
                                "ADDITIONAL_LEADS_BOOKED", LocalDate.parse("2026-03-01"),
                                "NEW_CLIENTS", LocalDate.parse("2026-04-03")));
        assertThat(desk.counted()).isEqualTo(desk.rebuilt());
    }

    @Test
    void what_is_delivered_twice_is_counted_once() {
        LeadId lead = desk.twice(true).add("physio", "google", "ava");
        desk.then(lead, to(Status.BOOKED))
                .then(lead, to(Status.INVALID))
                .then(lead, to(Status.BOOKED));
        assertThat(desk.counted()).isEqualTo(desk.rebuilt());
    }

    @Test
    void an_invalid_lead_leaves_the_counts_of_past_days_and_comes_back_to_them() {
        LeadId lead = desk.add("physio", "google", "ava");
        desk.at("2026-03-01T00:00:00Z").then(lead, to(Status.INVALID));
        assertThat(desk.counted()).isEmpty();
        desk.at("2026-03-02T00:00:00Z").then(lead, to(Status.CREATED));
        assertThat(desk.days())
                .isEqualTo(Map.of("ADDITIONAL_LEADS", LocalDate.parse("2026-02-27")));
    }

    @Test
    void what_the_stream_forgot_is_counted_later() {
        LeadId lead = desk.add("physio", "google", "ava");
        desk.forgetting(true).then(lead, to(Status.BOOKED));
        assertThat(desk.counted()).isNotEqualTo(desk.rebuilt());
        desk.catchUp();
        assertThat(desk.counted()).isEqualTo(desk.rebuilt());
        assertThat(desk.store.progress().of(Consumer.DERIVER, desk.id, lead))
                .isEqualTo(desk.lead(lead).revision().seq());
    }

    @Test
    void what_was_forgotten_between_two_changes_leaves_nothing_behind() {
        LeadId lead = desk.add("physio", "google", "ava");
        desk.then(lead, new Command.SetStatus(Status.LOST, new LossReason("notInterested"), null));
        desk.forgetting(true)
                .then(lead, to(Status.CONTACTED))
                .then(lead, new Command.ChangeOwner("noah"));
        desk.forgetting(false).then(lead, to(Status.CANCELLED));
        desk.catchUp();
        assertThat(desk.counted()).isEqualTo(desk.rebuilt());
    }

    @Test
    void to_catch_up_with_nothing_changes_nothing() {
        desk.add("physio", "google", "ava");
        Map<?, Long> before = desk.counted();
        desk.catchUp();
        desk.catchUp();
        assertThat(desk.counted()).isEqualTo(before);
        desk.counting.catchUp(desk.id, new LeadId("nobody00"));
    }

    private static Command to(Status status) {
        return new Command.SetStatus(status, null, null);
    }
}
