package io.leadmap.pmsworker;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadmap.domain.appointment.Appointment;
import io.leadmap.domain.decide.Command;
import io.leadmap.domain.lead.Channel;
import io.leadmap.domain.lead.FieldKey;
import io.leadmap.domain.lead.FieldValue;
import io.leadmap.domain.lead.Lead;
import io.leadmap.domain.lead.LeadId;
import io.leadmap.domain.lead.PatientLink;
import io.leadmap.domain.lead.Phone;
import io.leadmap.domain.lead.Status;
import io.leadmap.domain.lead.SuspensionCause;
import io.leadmap.ports.Snapshot;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** What the PMS says of its patients, and who becomes a lead (domain section 9). */
class PatientEventsTest {

    private static final Instant BOOKED = Instant.parse("2026-03-01T00:00:00Z");

    private final PmsScene scene = new PmsScene();

    @Test
    void a_patient_whose_email_changes_is_matched_then() {
        LeadId monique = scene.addMonique();
        Told unknown = Told.booked().of("p-1", "Mo", "Smith", "mo@example.com", "");
        scene.at("2026-03-01T00:00:30Z").send(unknown.json());
        assertThat(scene.lead(monique).status()).isEqualTo(Status.CREATED);
        scene.send(Told.booked().patientChanged("2026-03-02T00:00:00Z"));
        assertThat(scene.lead(monique).status()).isEqualTo(Status.BOOKED);
    }

    @Test
    void a_changed_patient_fills_blanks_and_never_overwrites() {
        LeadId mo = scene.add("firstName", "Mo", "lastName", "Lee", "phone", "+61444444444");
        scene.at("2026-03-01T00:00:30Z")
                .send(Told.booked().of("p-1", "Monique", "Lee", "", "0444444444").json());
        scene.send(Told.booked().patientChanged("2026-03-02T00:00:00Z"));
        Lead lead = scene.lead(mo);
        assertThat(lead.personName()).isEqualTo("Mo Lee");
        assertThat(lead.email()).isEqualTo("monique@example.com");
        assertThat(lead.suspension().isFor(SuspensionCause.INCOMPLETE)).isFalse();
    }

    @Test
    void older_news_of_a_patient_changes_nothing() {
        scene.send(Told.booked().patientChanged("2026-03-02T00:00:00Z"));
        scene.send(
                Told.booked()
                        .of("p-1", "Old", "Name", "", "")
                        .patientChanged("2026-03-01T00:00:00Z"));
        assertThat(
                        scene.store
                                .patients()
                                .find(scene.id(), "pms", "p-1")
                                .orElseThrow()
                                .patient()
                                .firstName())
                .isEqualTo("Monique");
    }

    @Test
    void merged_patients_are_one_person_through_chains_and_circles() {
        LeadId monique = scene.addMonique();
        scene.at("2026-03-01T00:00:30Z").send(Told.booked().json());
        scene.send(Told.merged("p-1", "p-2"));
        scene.send(Told.merged("p-2", "p-3"));
        scene.send(Told.merged("p-3", "p-1"));
        assertThat(scene.lead(monique).pms().patient()).isEqualTo(new PatientLink("pms", "p-3"));
        scene.send(Told.booked().now("cancelled").json());
        assertThat(scene.lead(monique).status()).isEqualTo(Status.CANCELLED);

        Told again = Told.booked().another("a-2", "2026-03-02T00:00:00Z", "2026-04-10T09:00:00Z");
        scene.send(again.of("p-3", "M", "L", "", "").json());
        assertThat(scene.lead(monique).pms().appointment())
                .extracting(Appointment::id)
                .isEqualTo("a-2");
    }

    @Test
    void a_merge_that_is_told_twice_changes_nothing() {
        LeadId monique = scene.addMonique();
        scene.at("2026-03-01T00:00:30Z").send(Told.booked().json());
        scene.send(Told.merged("p-1", "p-2"));
        long seq = scene.lead(monique).revision().seq();
        scene.send(Told.merged("p-1", "p-2"));
        assertThat(scene.lead(monique).revision().seq()).isEqualTo(seq);
    }

    @Test
    void an_unknown_patient_becomes_no_lead_where_the_practice_does_not_want_it() {
        scene.at("2026-03-01T00:00:30Z").send(Told.booked().json());
        assertThat(scene.leadsOf("p-1")).isEmpty();
        assertThat(snapshot("a-1").lead()).isNull();
    }

    @Test
    void an_unknown_patient_becomes_a_lead_where_the_practice_wants_it() {
        PmsScene wanting = new PmsScene(SamplePmsPractice.with(p -> p.createLeads = true));
        wanting.at("2026-03-01T00:00:30Z").send(Told.booked().in("loc-1").json());
        assertThat(wanting.leadsOf("p-1")).hasSize(1);
        Lead lead = wanting.leadsOf("p-1").getFirst();
        assertThat(lead.origin().channel()).isEqualTo(Channel.PMS);
        assertThat(lead.status()).isEqualTo(Status.BOOKED);
        assertThat(lead.dates().created()).isEqualTo(BOOKED);
        assertThat(lead.origin().division()).isEqualTo("city");
        assertThat(lead.phone()).isEqualTo(Phone.of("+61444444444"));
        assertThat(lead.owner()).isNull();
        assertThat(lead.origin().source()).isNull();

        wanting.send(
                Told.booked()
                        .another("a-2", "2026-03-02T00:00:00Z", "2026-04-10T09:00:00Z")
                        .json());
        wanting.send(Told.booked().json());
        assertThat(wanting.leadsOf("p-1")).hasSize(1);
    }

    @Test
    void a_patient_who_was_here_within_90_days_becomes_no_lead() {
        PmsScene wanting = new PmsScene(SamplePmsPractice.with(p -> p.createLeads = true));
        Told seen =
                Told.booked()
                        .another("a-0", "2025-12-01T00:00:00Z", "2026-02-20T09:00:00Z")
                        .now("completed");
        wanting.at("2026-03-01T00:00:30Z").send(seen.json());
        wanting.send(Told.booked().json());
        assertThat(wanting.leadsOf("p-1")).isEmpty();
    }

    @Test
    void the_first_events_of_an_old_pms_only_fill_the_memory() {
        PmsScene wanting =
                new PmsScene(
                        SamplePmsPractice.with(p -> {
                            p.createLeads = true;
                            p.startedAt = Instant.parse("2026-03-01T00:00:01Z");
                        }));
        LeadId monique = wanting.addMonique();
        wanting.at("2026-03-01T00:00:30Z").send(Told.booked().json());
        assertThat(wanting.lead(monique).status()).isEqualTo(Status.CREATED);
        wanting.relink(monique);
        assertThat(wanting.lead(monique).status()).isEqualTo(Status.CREATED);
        wanting.send(
                Told.booked()
                        .another("a-0", "2026-01-01T00:00:00Z", "2026-05-01T00:00:00Z")
                        .of("p-7", "A", "B", "a@b.example", "")
                        .json());
        assertThat(wanting.leadsOf("p-7")).isEmpty();
        assertThat(wanting.store.appointments().find(wanting.id(), "pms", "a-0")).isPresent();
    }

    private Snapshot snapshot(String appointment) {
        return scene.store.appointments().find(scene.id(), "pms", appointment).orElseThrow();
    }

    private static Command division(String id) {
        return new Command.EditFields(
                Map.of(FieldKey.DIVISION, Optional.of(new FieldValue.Text(id))));
    }
}
