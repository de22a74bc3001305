package io.leadmap.reportcounts;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadmap.domain.decide.Command;
import io.leadmap.domain.lead.LeadId;
import io.leadmap.domain.lead.Status;
import io.leadmap.ports.Deadline;
import io.leadmap.ports.NameIndex;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What the counter's schedule finds of what its stream forgot. */
class CountCatchUpTest {

    private static final int TICKS_OF_HALF_A_DAY = 12;

    private final CountingDesk desk = new CountingDesk();
    private final CountCatchUp catchUp =
            new CountCatchUp(
                    desk.store.progress(), desk.counting, desk.store.nameIndex(), desk::now);
    private Instant now = Instant.parse("2026-03-01T00:00:00Z");

    @Test
    void what_the_stream_forgot_is_counted_within_half_a_day() {
        LeadId lead = desk.add("physio", "google", "ava");
        desk.forgetting(true).then(lead, new Command.SetStatus(Status.BOOKED, null, null));
        desk.add("massage", null, null);
        assertThat(desk.counted()).isNotEqualTo(desk.rebuilt());
        assertThat(found()).isEmpty();

        assertThat(halfADay()).isEqualTo(2);

        assertThat(desk.counted()).isEqualTo(desk.rebuilt());
        assertThat(found()).as("by name").hasSize(2);
    }

    @Test
    void a_lead_is_caught_up_with_once_for_each_of_its_changes() {
        desk.add("physio", "google", "ava");

        assertThat(halfADay()).isEqualTo(1);
        assertThat(halfADay()).isZero();
    }

    private List<NameIndex.Place> found() {
        return desk.store.nameIndex().find(desk.id, "mo", 10).places();
    }

    private long halfADay() {
        long counted = 0;
        for (int tick = 0; tick < TICKS_OF_HALF_A_DAY; tick++) {
            now = now.plus(Duration.ofHours(1));
            desk.at(now);
            counted += catchUp.run(Deadline.NONE).getOrDefault("counted", 0L);
        }
        return counted;
    }
}
