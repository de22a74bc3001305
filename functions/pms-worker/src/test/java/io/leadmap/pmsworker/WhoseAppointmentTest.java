package io.leadmap.pmsworker;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadmap.domain.decide.ToDo;
import io.leadmap.domain.lead.LeadId;
import io.leadmap.domain.lead.Status;
import io.leadmap.ports.Snapshot;

import org.junit.jupiter.api.Test;

import java.time.Instant;

/** Whom an appointment is taken for, where several leads or patients share an address or phone. */
class WhoseAppointmentTest {

    private static final Instant BOOKED = Instant.parse("2026-03-01T00:00:00Z");

    private final PmsScene scene = new PmsScene();

    @Test
    void a_phone_only_lead_is_found_by_phone_and_last_name() {
        LeadId phoneOnly = scene.add("firstName", "Mo", "lastName", "Lee", "phone", "+61444444444");
        scene.at("2026-03-01T00:00:30Z").send(Told.booked().json());
        assertThat(scene.lead(phoneOnly).status()).isEqualTo(Status.BOOKED);
    }

    @Test
    void two_leads_that_share_a_phone_are_told_apart_by_their_names() {
        LeadId anna = scene.add("firstName", "Anna", "lastName", "Lee", "phone", "+61444444444");
        LeadId monique =
                scene.add("firstName", "Monique", "lastName", "Lee", "phone", "+61444444444");
        LeadId smith =
                scene.add("firstName", "Monique", "lastName", "Smith", "phone", "+61444444444");
        scene.at("2026-03-01T00:00:30Z").send(Told.booked().json());
        assertThat(scene.lead(monique).status()).isEqualTo(Status.BOOKED);
        assertThat(scene.lead(anna).status()).isEqualTo(Status.CREATED);
        assertThat(scene.lead(smith).status()).isEqualTo(Status.CREATED);
    }

    @Test
    void a_family_that_shares_an_email_gets_each_their_own() {
        LeadId monique = scene.addMonique();
        LeadId tom =
                scene.add("firstName", "Tom", "lastName", "Lee", "email", "monique@example.com");
        scene.at("2026-03-01T00:00:30Z")
                .send(Told.booked().of("p-2", "Tom", "Lee", "Monique@Example.com", "").json());
        assertThat(scene.lead(tom).status()).isEqualTo(Status.BOOKED);
        assertThat(scene.lead(monique).status()).isEqualTo(Status.CREATED);
    }

    @Test
    void where_nothing_decides_an_agent_gets_a_todo_once() {
        LeadId one = scene.add("lastName", "Lee", "email", "monique@example.com");
        LeadId two = scene.add("lastName", "Lee", "email", "monique@example.com");
        scene.at("2026-03-01T00:00:30Z").send(Told.booked().json());
        scene.send(Told.booked().now("booked").json());
        assertThat(scene.lead(one).status()).isEqualTo(Status.CREATED);
        assertThat(scene.lead(two).status()).isEqualTo(Status.CREATED);
        assertThat(scene.todosOf("ava")).extracting(ToDo::lead).containsExactly(one);
        assertThat(snapshot("a-1").lead()).isNull();
    }

    private Snapshot snapshot(String appointment) {
        return scene.store.appointments().find(scene.id(), "pms", appointment).orElseThrow();
    }
}
