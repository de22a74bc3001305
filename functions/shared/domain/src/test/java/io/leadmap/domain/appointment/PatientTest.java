package io.leadmap.domain.appointment;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadmap.domain.lead.FieldKey;
import io.leadmap.domain.lead.FieldValue;
import io.leadmap.domain.lead.Fields;
import io.leadmap.domain.lead.Phone;

import org.junit.jupiter.api.Test;

import java.time.LocalDate;

class PatientTest {

    private static final LocalDate BORN = LocalDate.parse("1980-12-31");

    @Test
    void what_is_known_of_a_patient_becomes_a_leads_fields() {
        Patient patient =
                new Patient(
                        "pms",
                        "p-1",
                        "Monique",
                        "Lee",
                        "monique@example.com",
                        Phone.of("+61444444444"),
                        BORN,
                        null,
                        Patient.Unread.NOTHING);
        assertThat(patient.fields())
                .isEqualTo(
                        Fields.NONE
                                .with(FieldKey.FIRST_NAME, new FieldValue.Text("Monique"))
                                .with(FieldKey.LAST_NAME, new FieldValue.Text("Lee"))
                                .with(FieldKey.EMAIL, new FieldValue.Text("monique@example.com"))
                                .with(FieldKey.PHONE, new FieldValue.Text("+61444444444"))
                                .with(FieldKey.DATE_OF_BIRTH, new FieldValue.Day(BORN)));
    }

    @Test
    void what_is_unknown_becomes_no_field() {
        assertThat(Patient.unknown("pms", "p-1").fields()).isEqualTo(Fields.NONE);
    }
}
