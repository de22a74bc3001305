package io.leadmap.domain.appointment;

import static io.leadmap.domain.appointment.Visits.booked;
import static io.leadmap.domain.appointment.Visits.invoiced;
import static io.leadmap.domain.appointment.Visits.now;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadmap.domain.SamplePractice;
import io.leadmap.domain.appointment.Appointment.Invoice;
import io.leadmap.domain.appointment.Appointment.State;
import io.leadmap.domain.history.PmsEntry.AppointmentChanged.Kind;

import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** What two snapshots of an appointment tell apart, and when an invoice counts. */
class AppointmentChangesTest {

    private static final String PAID = "2026-04-03T10:00:00Z";

    @Test
    void an_invoice_that_replaces_another_is_an_invoice() {
        Appointment before = invoiced(booked(), PAID);
        assertThat(AppointmentChanges.between(before, with(before, "i-2", PAID, "120.00")))
                .containsExactly(Kind.INVOICED);
        assertThat(
                        AppointmentChanges.between(
                                before, with(before, "i-1", "2026-04-04T10:00:00Z", "120.00")))
                .containsExactly(Kind.INVOICED);
    }

    @Test
    void another_amount_of_the_same_invoice_is_to_be_seen_and_no_more() {
        Appointment before = invoiced(booked(), PAID);
        Appointment after = with(before, "i-1", PAID, "80.00");
        assertThat(AppointmentChanges.between(before, after)).isEmpty();
        assertThat(AppointmentChanges.sameToSee(before, after)).isFalse();
    }

    @Test
    void a_later_version_that_says_the_same_is_the_same_to_see() {
        Appointment before = invoiced(booked(), PAID);
        assertThat(AppointmentChanges.sameToSee(before, now(before, State.BOOKED))).isTrue();
    }

    @Test
    void an_arrival_that_is_taken_back_is_to_be_seen_and_no_change_of_a_kind() {
        Appointment before = now(booked(), State.ARRIVED);
        assertThat(AppointmentChanges.between(before, now(before, State.BOOKED))).isEmpty();
        assertThat(AppointmentChanges.sameToSee(before, now(before, State.BOOKED))).isFalse();
    }

    @Test
    void no_invoice_counts_for_a_visit_that_did_not_take_place() {
        Instant later = Instant.parse("2026-05-01T00:00:00Z");
        for (State state : List.of(State.CANCELLED, State.DID_NOT_ARRIVE, State.DELETED)) {
            Appointment missed = invoiced(now(booked(), state), PAID);
            assertThat(Invoicing.counts(missed, SamplePractice.PRACTICE.settings(), later))
                    .isFalse();
        }
    }

    private static Appointment with(Appointment a, String id, String at, String amount) {
        return new Appointment(
                a.connectionId(),
                a.id(),
                a.version() + 1,
                a.state(),
                a.bookedAt(),
                a.startsAt(),
                a.endsAt(),
                a.divisionId(),
                a.reference(),
                new Invoice(id, Instant.parse(at), new BigDecimal(amount), "AUD"),
                a.patientId(),
                a.firstSeen());
    }
}
