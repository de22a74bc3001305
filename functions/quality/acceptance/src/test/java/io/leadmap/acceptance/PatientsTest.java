package io.leadmap.acceptance;

import static io.leadmap.acceptance.Eventually.eventually;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.Map;

/** What the PMS tells of patients and appointments after the first time (domain section 9). */
class PatientsTest {

    private static Leadmap leadmap;
    private static Caller ava;
    private static StandardPms pms;

    @BeforeAll
    static void start() {
        leadmap = Leadmap.shared();
        ava = leadmap.as("brightwater", "ava");
        pms = new StandardPms(leadmap, "brightwater-pms");
    }

    @Test
    void an_appointment_that_the_pms_deletes_leaves_its_lead() {
        String lead = add(ava, "Dee", "dee@example.com", "0420 000 001");
        tell(pms, "dee", 1, "booked", "Dee", "dee@example.com");
        eventually(() -> assertThat(ava.history(lead)).contains("appointmentLinked"));

        tell(pms, "dee", 2, "deleted", "Dee", "dee@example.com");

        eventually(() -> assertThat(ava.history(lead)).contains("appointmentUnlinked"));
        assertThat(read(lead).path("appointment").isNull()).isTrue();
    }

    /** At a practice that begins no leads for bookings: they wait for one. */
    @Test
    void a_patient_whose_email_changed_is_not_known_by_the_old_one() {
        Caller george = leadmap.as("northlight", "george");
        StandardPms northlight = new StandardPms(leadmap, "northlight-pms");
        tell(northlight, "moved", 1, "booked", "Mo", "mo.old@example.com");
        leadmap.advance("PT1M");
        tell(northlight, "moved", 2, "booked", "Mo", "mo.new@example.com");
        leadmap.advance("PT1M");

        String old = add(george, "Mo", "mo.old@example.com", "07700 900 001");
        String moved = add(george, "Mo", "mo.new@example.com", "07700 900 002");

        eventually(() -> assertThat(george.history(moved)).contains("appointmentLinked"));
        leadmap.advance("PT1M");
        assertThat(george.history(old)).doesNotContain("appointmentLinked");
    }

    @Test
    void who_is_added_as_a_patient_brings_what_the_pms_knows() {
        tell(pms, "known", 1, "booked", "Kay", "kay@example.com");
        eventually(() -> ava.lead("kay@example.com"));

        String lead =
                ava.post(
                                "/leads",
                                Map.of(
                                        "lastName",
                                        "Known",
                                        "phone",
                                        "0420 000 003",
                                        "patient",
                                        Map.of("pmsId", "p-known")))
                        .expect(201)
                        .json()
                        .path("id")
                        .asText();

        assertThat(read(lead).path("email").asText()).isEqualTo("kay@example.com");
    }

    private static JsonNode read(String lead) {
        return ava.get("/leads/" + lead).expect(200).json();
    }

    private static String add(Caller caller, String firstName, String email, String phone) {
        return caller.post(
                        "/leads",
                        Map.of(
                                "firstName", firstName,
                                "lastName", "Patient",
                                "email", email,
                                "phone", phone))
                .expect(201)
                .json()
                .path("id")
                .asText();
    }

    private static void tell(
            StandardPms pms,
            String name,
            int version,
            String state,
            String firstName,
            String email) {
        Instant now = leadmap.now();
        pms.post(
                        "evt-" + name + "-" + version,
                        StandardPms.appointment(
                                "a-" + name,
                                version,
                                state,
                                now,
                                now.plusSeconds(864_000),
                                null,
                                StandardPms.patient(
                                        "p-" + name, firstName, "Patient", email, null)))
                .expect(202);
    }
}
