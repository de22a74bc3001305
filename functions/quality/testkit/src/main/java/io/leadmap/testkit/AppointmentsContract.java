package io.leadmap.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadmap.domain.appointment.Appointment;
import io.leadmap.domain.appointment.Appointment.Invoice;
import io.leadmap.domain.appointment.Appointment.State;
import io.leadmap.domain.appointment.Edition;
import io.leadmap.domain.lead.LeadId;
import io.leadmap.domain.practice.PracticeId;
import io.leadmap.ports.Snapshot;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/**
 * What {@code Appointments} promises: one snapshot of each, replaced only by whoever has seen it.
 */
public interface AppointmentsContract extends StoreSuite {

    /** A booked appointment in a month. */
    static Appointment appointment(String id, String patient, long version, Instant now) {
        return new Appointment(
                "pms",
                id,
                version,
                State.BOOKED,
                now,
                now.plus(Duration.ofDays(30)),
                now.plus(Duration.ofDays(30)).plus(Duration.ofMinutes(30)),
                "north",
                null,
                new Invoice("i-1", now, new BigDecimal("120.00"), "AUD"),
                patient,
                now);
    }

    /** An appointment that nobody numbered, as it was told of when it was booked. */
    static Snapshot snapshot(Appointment appointment, @Nullable LeadId lead, long revision) {
        Instant told = appointment.bookedAt();
        Edition edition =
                appointment.version() == 1
                        ? Edition.told(null, told, told.plusMillis(1), "event 1")
                        : new Edition(7L, true, told, told, "event");
        return new Snapshot(appointment, edition, lead, revision);
    }

    @Test
    default void a_snapshot_is_replaced_only_by_whoever_has_seen_it() {
        PracticeId practice = newPractice();
        Appointment booked = appointment("a-1", "p-1", 1, clock().instant());
        Appointment moved = appointment("a-1", "p-1", 2, clock().instant().plusSeconds(60));

        assertThat(store().appointments().store(practice, snapshot(booked, null, 0))).isTrue();
        assertThat(store().appointments().store(practice, snapshot(moved, null, 0))).isFalse();
        assertThat(store().appointments().find(practice, "pms", "a-1"))
                .contains(snapshot(booked, null, 1));
        assertThat(store().appointments().store(practice, snapshot(moved, null, 1))).isTrue();

        assertThat(store().appointments().find(practice, "pms", "a-1"))
                .contains(snapshot(moved, null, 2));
        assertThat(store().appointments().find(newPractice(), "pms", "a-1")).isEmpty();
        assertThat(store().appointments().find(practice, "pms2", "a-1")).isEmpty();
    }

    @Test
    default void the_appointments_of_patients_are_found_earliest_start_first() {
        PracticeId practice = newPractice();
        Appointment late = appointment("a-1", "p-1", 1, clock().instant().plusSeconds(60));
        Appointment early = appointment("a-2", "p-2", 1, clock().instant());
        Appointment other = appointment("a-3", "p-3", 1, clock().instant());
        store().appointments().store(practice, snapshot(late, null, 0));
        store().appointments().store(practice, snapshot(early, newLead(), 0));
        store().appointments().store(practice, snapshot(other, null, 0));

        assertThat(store().appointments().ofPatients(practice, "pms", Set.of("p-1", "p-2")))
                .extracting(Snapshot::appointment)
                .containsExactly(early, late);
        assertThat(store().appointments().ofPatients(practice, "pms", Set.of())).isEmpty();
    }

    @Test
    default void an_appointment_that_changes_its_patient_is_found_by_the_new_one_only() {
        PracticeId practice = newPractice();
        store().appointments()
                .store(
                        practice,
                        snapshot(appointment("a-1", "p-1", 1, clock().instant()), null, 0));
        Appointment merged = appointment("a-1", "p-2", 2, clock().instant());
        store().appointments().store(practice, snapshot(merged, null, 1));

        assertThat(store().appointments().ofPatients(practice, "pms", Set.of("p-1"))).isEmpty();
        assertThat(store().appointments().ofPatients(practice, "pms", Set.of("p-2")))
                .containsExactly(snapshot(merged, null, 2));
    }
}
