package io.leadmap.domain.appointment;

import static io.leadmap.domain.appointment.Visits.BOOKED;
import static io.leadmap.domain.appointment.Visits.STARTS;
import static io.leadmap.domain.appointment.Visits.booked;
import static io.leadmap.domain.appointment.Visits.now;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadmap.domain.SamplePractice;
import io.leadmap.domain.Story;
import io.leadmap.domain.appointment.Appointment.State;
import io.leadmap.domain.lead.Lead;
import io.leadmap.domain.practice.Connection;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Which lead takes which appointment, and who is a new client (domain section 9). */
class LinkingTest {

    private static final int GAP = 90;

    @Test
    void the_nearest_division_takes_the_appointment() {
        Lead root = lead("root", "2026-02-01T00:00:00Z");
        Lead city = lead("city", "2026-02-02T00:00:00Z");
        Lead cityskin = lead("cityskin", "2026-02-03T00:00:00Z");
        List<Lead> all = List.of(root, city, cityskin);
        assertThat(chosen(all, "cityskin")).isEqualTo(cityskin);
        assertThat(chosen(List.of(root, city), "cityskin")).isEqualTo(city);
        assertThat(chosen(all, "city")).isEqualTo(city);
    }

    @Test
    void among_equally_near_leads_the_oldest_takes_it() {
        Lead young = lead("city", "2026-02-02T00:00:00Z");
        Lead old = lead("city", "2026-02-01T00:00:00Z");
        assertThat(chosen(List.of(young, old), "city")).isEqualTo(old);
        Lead root = lead("root", "2026-02-03T00:00:00Z");
        assertThat(Linking.choose(List.of(root, young), booked(), SamplePractice.PRACTICE))
                .contains(young);
    }

    @Test
    void nobody_able_takes_nothing() {
        assertThat(Linking.choose(List.of(), booked(), SamplePractice.PRACTICE)).isEmpty();
    }

    @Test
    void a_lead_takes_the_appointment_that_starts_earliest() {
        Appointment late = booked("a-1", BOOKED, STARTS.plusSeconds(60));
        Appointment early = booked("a-2", BOOKED, STARTS);
        assertThat(Stream.of(late, early).sorted(Linking.EARLIEST_FIRST))
                .containsExactly(early, late);
    }

    @Test
    void who_was_not_seen_for_90_days_is_a_new_client() {
        Instant then = STARTS.minus(Duration.ofDays(GAP));
        Appointment before = now(booked("a-0", then, then), State.COMPLETED);
        assertThat(NewClients.isNew(booked(), List.of(booked(), before), GAP)).isTrue();
        Appointment since = now(booked("a-0", then, then.plusSeconds(1)), State.COMPLETED);
        assertThat(NewClients.isNew(booked(), List.of(booked(), since), GAP)).isFalse();
    }

    @Test
    void who_only_cancelled_before_is_a_new_client() {
        for (State state : List.of(State.CANCELLED, State.DID_NOT_ARRIVE, State.DELETED)) {
            Appointment before = now(booked("a-0", BOOKED, STARTS.minusSeconds(60)), state);
            assertThat(NewClients.isNew(booked(), List.of(before), GAP)).isTrue();
        }
    }

    @Test
    void who_has_another_appointment_to_come_is_no_new_client() {
        Appointment other = booked("a-2", BOOKED, STARTS.plusSeconds(86_400));
        assertThat(NewClients.isNew(booked(), List.of(other), GAP)).isFalse();
    }

    @Test
    void what_dates_from_before_the_connections_start_only_fills_the_memory() {
        assertThat(NewClients.isMemoryOnly(booked(), connection(BOOKED))).isFalse();
        assertThat(NewClients.isMemoryOnly(booked(), connection(BOOKED.plusSeconds(1)))).isTrue();
        Appointment past = booked("a-1", BOOKED, BOOKED.minusSeconds(60));
        assertThat(NewClients.isMemoryOnly(past, connection(BOOKED))).isTrue();
    }

    private static Lead chosen(List<Lead> able, String division) {
        return Linking.choose(able, Visits.in(booked(), division), SamplePractice.PRACTICE)
                .orElseThrow();
    }

    private static Lead lead(String division, String entered) {
        return new Story()
                .at(entered)
                .begin(Story.add(Story.monique()))
                .then(Story.edit("divisionId", division, "comment", entered))
                .lead();
    }

    private static Connection connection(Instant startedAt) {
        return new Connection("pms", "standard", List.of(), Map.of(), startedAt);
    }
}
