package io.leadmap.domain.appointment;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadmap.domain.lead.PatientLink;
import io.leadmap.domain.lead.Status;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.Instant;

/** When linking a lead is worth trying again (domain section 9). */
class CandidateTest {

    private static final Instant ENTERED = Instant.parse("2026-02-27T01:00:00Z");
    private static final PatientLink PATIENT = new PatientLink("pms", "p-1");
    private static final Candidate LEAD = lead(Status.CREATED, false);

    @Test
    void a_new_lead_is_worth_a_look() {
        assertThat(LEAD.mayTakeMoreThan(null)).isTrue();
    }

    @Test
    void a_call_or_a_note_changes_nothing() {
        assertThat(LEAD.mayTakeMoreThan(LEAD)).isFalse();
        assertThat(lead(Status.CONTACTED, false).mayTakeMoreThan(LEAD)).isFalse();
        assertThat(lead(Status.LOST, false).mayTakeMoreThan(LEAD)).isFalse();
    }

    @Test
    void other_contact_data_another_division_patient_or_beginning_is_worth_a_look() {
        assertThat(candidate("city", ENTERED, PATIENT, "other").mayTakeMoreThan(known())).isTrue();
        assertThat(candidate("root", ENTERED, PATIENT, "same").mayTakeMoreThan(known())).isTrue();
        assertThat(candidate("city", ENTERED, null, "same").mayTakeMoreThan(known())).isTrue();
        assertThat(
                        candidate("city", ENTERED.minusSeconds(1), PATIENT, "same")
                                .mayTakeMoreThan(known()))
                .isTrue();
        assertThat(known().mayTakeMoreThan(known())).isFalse();
    }

    @Test
    void a_lead_whose_appointment_was_cancelled_may_take_another() {
        Candidate cancelled = lead(Status.CANCELLED, false);
        assertThat(cancelled.mayTakeMoreThan(lead(Status.BOOKED, true))).isTrue();
    }

    @Test
    void a_lead_with_an_appointment_takes_no_other() {
        assertThat(lead(Status.BOOKED, true).mayTakeMoreThan(null)).isFalse();
        assertThat(lead(Status.BOOKED, true).mayTakeMoreThan(LEAD)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(
            value = Status.class,
            names = {"LOST", "INVALID"})
    void a_lead_that_is_taken_up_again_may_take_one(Status closed) {
        assertThat(LEAD.mayTakeMoreThan(lead(closed, false))).isTrue();
    }

    @Test
    void a_lead_that_is_still_lost_takes_nothing_new() {
        assertThat(lead(Status.LOST, false).mayTakeMoreThan(lead(Status.LOST, false))).isFalse();
    }

    @Test
    void an_invalid_lead_takes_nothing() {
        assertThat(lead(Status.INVALID, false).mayTakeMoreThan(null)).isFalse();
        assertThat(lead(Status.INVALID, false).mayTakeMoreThan(LEAD)).isFalse();
    }

    private static Candidate known() {
        return candidate("city", ENTERED, PATIENT, "same");
    }

    private static Candidate lead(Status status, boolean live) {
        return new Candidate(status, live, "root", ENTERED, null, "same");
    }

    private static Candidate candidate(
            String division, Instant entered, @Nullable PatientLink patient, String contact) {
        return new Candidate(Status.CREATED, false, division, entered, patient, contact);
    }
}
