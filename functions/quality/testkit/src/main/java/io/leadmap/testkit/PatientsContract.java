package io.leadmap.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadmap.domain.appointment.Edition;
import io.leadmap.domain.appointment.Patient;
import io.leadmap.domain.lead.IdentityKey.ByEmail;
import io.leadmap.domain.lead.IdentityKey.ByPatient;
import io.leadmap.domain.lead.IdentityKey.ByPhone;
import io.leadmap.domain.lead.Phone;
import io.leadmap.domain.practice.PracticeId;
import io.leadmap.ports.Patients.Known;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.util.Set;

/** What {@code Patients} promises. */
public interface PatientsContract extends StoreSuite {

    private Known known(
            String id, @Nullable String email, @Nullable String phone, @Nullable String into) {
        Patient patient =
                new Patient(
                        "pms",
                        id,
                        "Monique",
                        "Lee",
                        email,
                        phone == null ? null : Phone.of(phone),
                        LocalDate.of(1980, 2, 29),
                        clock().instant(),
                        new Patient.Unread("n/a", "ask Ann"));
        return new Known(
                patient,
                into == null
                        ? Edition.told(null, clock().instant(), clock().instant(), "event")
                        : null,
                into,
                Set.of("p-0", "p-00"));
    }

    @Test
    default void a_patient_is_found_by_id_email_and_phone() {
        PracticeId practice = newPractice();
        Known known = known("p-1", "M@example.com", "+61444444444", null);

        assertThat(store().patients().store(practice, null, known)).isTrue();

        assertThat(store().patients().find(practice, "pms", "p-1")).contains(known);
        assertThat(store().patients().sharing(practice, new ByEmail("m@example.com")))
                .containsExactly(known);
        assertThat(store().patients().sharing(practice, new ByPhone("+61444444444")))
                .containsExactly(known);
        assertThat(store().patients().sharing(practice, new ByPatient("pms", "p-1")))
                .containsExactly(known);
        assertThat(store().patients().find(newPractice(), "pms", "p-1")).isEmpty();
        assertThat(store().patients().sharing(newPractice(), new ByEmail("m@example.com")))
                .isEmpty();
    }

    @Test
    default void changed_contact_data_change_how_a_patient_is_found() {
        PracticeId practice = newPractice();
        Known before = known("p-1", "old@example.com", "+61444444444", null);
        Known now = known("p-1", "new@example.com", null, null);
        store().patients().store(practice, null, before);

        assertThat(store().patients().store(practice, before, now)).isTrue();

        assertThat(store().patients().sharing(practice, new ByEmail("old@example.com"))).isEmpty();
        assertThat(store().patients().sharing(practice, new ByPhone("+61444444444"))).isEmpty();
        assertThat(store().patients().sharing(practice, new ByEmail("new@example.com")))
                .containsExactly(now);
    }

    @Test
    default void a_patient_that_was_merged_is_found_by_id_only() {
        PracticeId practice = newPractice();
        Known before = known("p-2", "m@example.com", null, null);
        Known merged = known("p-2", "m@example.com", null, "p-1");
        store().patients().store(practice, null, before);
        store().patients().store(practice, before, merged);

        assertThat(store().patients().sharing(practice, new ByEmail("m@example.com"))).isEmpty();
        assertThat(store().patients().find(practice, "pms", "p-2")).contains(merged);
    }

    @Test
    default void a_patient_that_has_moved_on_is_not_overwritten() {
        PracticeId practice = newPractice();
        Known first = known("p-1", "m@example.com", null, null);
        Known second = known("p-1", "n@example.com", null, null);
        store().patients().store(practice, null, first);

        assertThat(store().patients().store(practice, null, second)).isFalse();
        assertThat(store().patients().store(practice, second, known("p-1", null, null, null)))
                .isFalse();
        assertThat(store().patients().find(practice, "pms", "p-1")).contains(first);
    }
}
