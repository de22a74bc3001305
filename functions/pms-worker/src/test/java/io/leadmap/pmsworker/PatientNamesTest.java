package io.leadmap.pmsworker;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadmap.domain.lead.FieldKey;
import io.leadmap.domain.lead.Lead;
import io.leadmap.domain.lead.LeadId;
import io.leadmap.domain.lead.Status;
import io.leadmap.domain.lead.SuspensionCause;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names as PMS systems hold them (domain section 2, text; section 9, matching). */
class PatientNamesTest {

    private final PmsScene scene = new PmsScene(SamplePmsPractice.with(p -> p.createLeads = true));

    @ParameterizedTest
    @CsvSource({
        "Jan van, Dijk, Jan, van Dijk",
        "Jan, van Dijk, JAN VAN, dijk",
        "Jan van, Dijk, Jan\u00a0, van\u3000Dijk",
        "In\u00e8s, D'Arcy, Ine\u0300s, D\u2019Arcy",
        "Ines, Darcy, IN\u00c8S, D\u2019ARCY",
        "\u5c71\u7530, \u592a\u90ce, \u5c71, \u7530\u592a\u90ce",
        "Uwe, Gro\u00df, Uwe, GROSS"
    })
    void a_patient_is_found_by_phone_however_the_name_is_written(
            String first, String last, String pmsFirst, String pmsLast) {
        LeadId known = scene.add("firstName", first, "lastName", last, "phone", "+61444444444");

        scene.at("2026-03-01T00:00:30Z")
                .send(Told.booked().of("p-1", pmsFirst, pmsLast, "", "0444 444 444").json());

        assertThat(scene.leadsOf("p-1")).singleElement().extracting(Lead::id).isEqualTo(known);
        assertThat(scene.lead(known).status()).isEqualTo(Status.BOOKED);
    }

    @Test
    void a_whole_name_in_one_field_is_found_by_its_parts() {
        LeadId known = scene.add("firstName", "Jan van Dijk", "phone", "+61444444444");

        scene.at("2026-03-01T00:00:30Z")
                .send(Told.booked().of("p-1", "Jan", "van Dijk", "", "0444 444 444").json());

        assertThat(scene.lead(known).status()).isEqualTo(Status.BOOKED);
        assertThat(scene.lead(known).personName()).isEqualTo("Jan van Dijk");
        assertThat(scene.lead(known).fields().text(FieldKey.LAST_NAME)).isNull();
    }

    @Test
    void a_patient_without_any_name_or_contact_is_a_lead_all_the_same() {
        scene.at("2026-03-01T00:00:30Z")
                .send(Told.booked().of("p-1", "\u200b", "\u00a0", "no email", "none").json());

        Lead made = scene.leadsOf("p-1").getFirst();
        assertThat(made.status()).isEqualTo(Status.BOOKED);
        assertThat(made.suspension().shown()).contains(SuspensionCause.INCOMPLETE);
        assertThat(made.fields().hasContact()).isFalse();
    }

    @Test
    void a_new_client_is_kept_in_one_form_and_found_by_an_email_in_another() {
        scene.at("2026-03-01T00:00:30Z")
                .send(
                        Told.booked()
                                .of(
                                        "p-1",
                                        "Ine\u0300s\u202e",
                                        "\u00a0D\u2019Arcy",
                                        "Ines@Example.com\u00a0",
                                        "")
                                .json());

        Lead made = scene.leadsOf("p-1").getFirst();
        assertThat(made.personName()).isEqualTo("In\u00e8s D\u2019Arcy");
        assertThat(made.email()).isEqualTo("Ines@Example.com");
    }

    @Test
    void somebody_else_behind_the_same_phone_is_a_lead_of_their_own() {
        LeadId known = scene.add("firstName", "Jan", "lastName", "Dijk", "phone", "+61444444444");

        scene.at("2026-03-01T00:00:30Z")
                .send(Told.booked().of("p-1", "Jan", "van Dijk", "", "0444 444 444").json());

        assertThat(scene.lead(known).status()).isEqualTo(Status.CREATED);
        assertThat(scene.leadsOf("p-1")).hasSize(1);
    }
}
