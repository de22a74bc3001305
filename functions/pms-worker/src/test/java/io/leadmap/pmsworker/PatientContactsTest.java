package io.leadmap.pmsworker;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadmap.domain.appointment.Patient;
import io.leadmap.domain.lead.Lead;
import io.leadmap.domain.lead.LeadId;
import io.leadmap.domain.lead.Phone;
import io.leadmap.domain.lead.Status;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Phones and email addresses as PMS systems hold them (domain section 2). */
class PatientContactsTest {

    private final PmsScene scene = new PmsScene(SamplePmsPractice.with(p -> p.createLeads = true));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0444 444 444 (mob)",
                "0444444444 Monique",
                "0061 444 444 444",
                "0444 444 444 ext 3"
            })
    void a_patient_is_found_by_a_phone_with_words_around_it(String phone) {
        LeadId monique =
                scene.add("firstName", "Monique", "lastName", "Lee", "phone", "+61444444444");

        scene.at("2026-03-01T00:00:30Z")
                .send(Told.booked().of("p-1", "Monique", "Lee", "", phone).json());

        assertThat(scene.leadsOf("p-1")).singleElement().extracting(Lead::id).isEqualTo(monique);
        assertThat(scene.lead(monique).status()).isEqualTo(Status.BOOKED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"9012 3456", "0413 222 33", "ask Ann", "0412 555 123 or 03 9012 3456"})
    void what_cannot_be_read_stays_on_the_patient_and_leaves_the_leads_phone_blank(String phone) {
        scene.at("2026-03-01T00:00:30Z")
                .send(Told.booked().of("p-1", "Monique", "Lee", "m@a.example", phone).json());

        assertThat(scene.leadsOf("p-1")).singleElement().extracting(Lead::phone).isNull();
        assertThat(patient().phone()).isNull();
        assertThat(patient().unread().phone()).isEqualTo(phone);
    }

    @Test
    void a_patient_is_found_by_an_address_whose_domain_is_written_in_another_way() {
        LeadId monique =
                scene.add("firstName", "Monique", "lastName", "Lee", "email", "m@bäckerei.example");

        scene.at("2026-03-01T00:00:30Z")
                .send(
                        Told.booked()
                                .of("p-1", "Monique", "Lee", "M@xn--bckerei-5wa.example", "")
                                .json());

        assertThat(scene.leadsOf("p-1")).singleElement().extracting(Lead::id).isEqualTo(monique);
    }

    @ParameterizedTest
    @ValueSource(strings = {"n/a", "none@none", "jörg@a.example", "m@a.example; n@a.example"})
    void an_address_that_cannot_be_mailed_stays_on_the_patient(String email) {
        scene.at("2026-03-01T00:00:30Z")
                .send(Told.booked().of("p-1", "Monique", "Lee", email, "0444 444 444").json());

        assertThat(scene.leadsOf("p-1")).singleElement().extracting(Lead::email).isNull();
        assertThat(patient().unread().email()).isEqualTo(email);
    }

    @Test
    void an_extension_goes_with_the_number_to_the_lead() {
        scene.at("2026-03-01T00:00:30Z")
                .send(Told.booked().of("p-1", "Monique", "Lee", "", "03 9012 3456 x 12").json());

        assertThat(scene.leadsOf("p-1"))
                .singleElement()
                .extracting(Lead::phone)
                .isEqualTo(new Phone("+61390123456", "12"));
        assertThat(patient().unread()).isEqualTo(Patient.Unread.NOTHING);
    }

    private Patient patient() {
        return scene.store.patients().find(scene.id(), "pms", "p-1").orElseThrow().patient();
    }
}
