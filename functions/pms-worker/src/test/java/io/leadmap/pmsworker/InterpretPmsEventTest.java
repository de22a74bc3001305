package io.leadmap.pmsworker;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadmap.domain.appointment.Appointment;
import io.leadmap.domain.decide.Command;
import io.leadmap.domain.decide.ToDo;
import io.leadmap.domain.lead.FieldKey;
import io.leadmap.domain.lead.FieldValue;
import io.leadmap.domain.lead.LeadId;
import io.leadmap.domain.lead.LossReason;
import io.leadmap.domain.lead.PatientLink;
import io.leadmap.domain.lead.Status;
import io.leadmap.domain.practice.PracticeId;
import io.leadmap.ports.Inbox;
import io.leadmap.ports.Snapshot;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** What PMS events do to leads, from the signed bytes on (domain section 9). */
class InterpretPmsEventTest {

    private static final Instant BOOKED = Instant.parse("2026-03-01T00:00:00Z");

    private static final Instant STARTS = Instant.parse("2026-04-03T09:00:00Z");

    private final PmsScene scene = new PmsScene();

    @Test
    void the_worked_example_books_on_1_march_and_invoices_on_3_april() {
        LeadId monique = scene.addMonique();
        scene.at("2026-03-01T00:00:30Z").send(Told.booked().json());
        assertThat(scene.lead(monique).status()).isEqualTo(Status.BOOKED);
        assertThat(scene.lead(monique).pms().patient()).isEqualTo(new PatientLink("pms", "p-1"));
        assertThat(scene.lead(monique).dates().booked()).isEqualTo(BOOKED);

        scene.at("2026-04-03T10:00:00Z")
                .send(Told.booked().now("completed").invoiced("2026-04-03T10:00:00Z").json());
        assertThat(scene.lead(monique).status()).isEqualTo(Status.INVOICED);
        assertThat(scene.lead(monique).dates().invoiced()).isEqualTo(STARTS);
        assertThat(snapshot("a-1").lead()).isEqualTo(monique);
    }

    @Test
    void an_event_that_is_interpreted_is_done_with() {
        assertThat(scene.send(Told.booked().json()).outcome()).isEqualTo(Inbox.Outcome.INTERPRETED);
        assertThat(scene.store.inbox().waiting(scene.now().plusSeconds(1), 10)).isEmpty();
    }

    @Test
    void an_event_of_an_unknown_type_is_kept_and_done_with() {
        assertThat(scene.send("{\"type\": \"room.painted\"}").outcome())
                .isEqualTo(Inbox.Outcome.UNKNOWN_TYPE);
    }

    @Test
    void the_same_event_interpreted_twice_has_one_effect() {
        LeadId monique = scene.addMonique();
        scene.at("2026-03-01T00:00:30Z").send(scene.id(), "e-1", Told.booked().json());
        long seq = scene.lead(monique).revision().seq();
        scene.interpret(scene.id(), "e-1");
        scene.send(scene.id(), "e-2", Told.booked().json());
        assertThat(scene.lead(monique).revision().seq()).isEqualTo(seq);
    }

    @Test
    void events_out_of_order_end_where_the_newest_says() {
        LeadId monique = scene.addMonique();
        scene.at("2026-03-01T00:00:30Z").send(Told.booked().json());
        Told later = Told.booked().now("booked").now("cancelled");
        scene.send(later.json());
        scene.send(Told.booked().now("arrived").json());
        assertThat(scene.lead(monique).status()).isEqualTo(Status.CANCELLED);
        assertThat(snapshot("a-1").appointment().version()).isEqualTo(3);
    }

    @Test
    void a_cancellation_that_comes_before_its_booking_links_nothing() {
        LeadId monique = scene.addMonique();
        scene.at("2026-03-01T00:00:30Z").send(Told.booked().now("cancelled").json());
        scene.send(Told.booked().json());
        assertThat(scene.lead(monique).status()).isEqualTo(Status.CREATED);
        assertThat(snapshot("a-1").lead()).isNull();
    }

    @Test
    void cancelled_and_rebooked_under_the_same_id_keeps_the_first_booking_day() {
        LeadId monique = scene.addMonique();
        scene.at("2026-03-01T00:00:30Z").send(Told.booked().json());
        Told cancelled = Told.booked().now("cancelled");
        scene.send(cancelled.json());
        assertThat(scene.lead(monique).status()).isEqualTo(Status.CANCELLED);
        scene.send(cancelled.now("booked").json());
        assertThat(scene.lead(monique).status()).isEqualTo(Status.BOOKED);
        assertThat(scene.lead(monique).dates().booked()).isEqualTo(BOOKED);
    }

    @Test
    void cancelled_and_rebooked_under_a_new_id_takes_the_new_appointment() {
        LeadId monique = scene.addMonique();
        scene.at("2026-03-01T00:00:30Z").send(Told.booked().json());
        scene.send(Told.booked().now("cancelled").json());
        scene.send(
                Told.booked()
                        .another("a-2", "2026-03-02T00:00:00Z", "2026-04-10T09:00:00Z")
                        .json());
        assertThat(scene.lead(monique).status()).isEqualTo(Status.BOOKED);
        assertThat(scene.lead(monique).pms().appointment())
                .extracting(Appointment::id)
                .isEqualTo("a-2");
        assertThat(scene.lead(monique).dates().booked()).isEqualTo(BOOKED);

        scene.send(Told.booked().now("cancelled").now("deleted").json());
        assertThat(scene.lead(monique).status()).isEqualTo(Status.BOOKED);
    }

    @Test
    void whose_appointment_is_cancelled_takes_another_one_that_was_waiting() {
        LeadId monique = scene.addMonique();
        scene.at("2026-03-01T00:00:30Z").send(Told.booked().json());
        scene.send(
                Told.booked()
                        .another("a-2", "2026-03-01T00:00:10Z", "2026-04-10T09:00:00Z")
                        .json());
        assertThat(snapshot("a-2").lead()).isNull();
        scene.send(Told.booked().now("cancelled").json());
        assertThat(scene.lead(monique).pms().appointment())
                .extracting(Appointment::id)
                .isEqualTo("a-2");
        assertThat(scene.lead(monique).status()).isEqualTo(Status.BOOKED);
    }

    @Test
    void a_deleted_appointment_frees_the_link() {
        LeadId monique = scene.addMonique();
        scene.at("2026-03-01T00:00:30Z").send(Told.booked().json());
        scene.send(Told.booked().now("deleted").json());
        assertThat(scene.lead(monique).pms().appointment()).isNull();
        assertThat(scene.lead(monique).status()).isEqualTo(Status.CANCELLED);
        assertThat(snapshot("a-1").lead()).isNull();
    }

    @Test
    void did_not_arrive_is_reversed() {
        LeadId monique = scene.addMonique();
        scene.at("2026-03-01T00:00:30Z").send(Told.booked().json());
        Told missed = Told.booked().now("didNotArrive");
        scene.at("2026-04-03T10:00:00Z").send(missed.json());
        assertThat(scene.lead(monique).status()).isEqualTo(Status.CANCELLED);
        scene.send(missed.now("completed").json());
        assertThat(scene.lead(monique).status()).isEqualTo(Status.BOOKED);
    }

    @Test
    void an_invoice_before_the_arrival_on_the_day_makes_a_customer() {
        LeadId monique = scene.addMonique();
        scene.at("2026-03-01T00:00:30Z").send(Told.booked().json());
        scene.at("2026-04-03T08:00:00Z")
                .send(Told.booked().invoiced("2026-04-03T08:00:00Z").json());
        assertThat(scene.lead(monique).status()).isEqualTo(Status.INVOICED);
    }

    @Test
    void the_same_appointment_id_in_two_practices_is_two_appointments() {
        scene.also(SamplePmsPractice.with(p -> p.id = "calm"));
        LeadId monique = scene.addMonique();
        scene.at("2026-03-01T00:00:30Z")
                .send(new PracticeId("calm"), "e-1", Told.booked().now("cancelled").json());
        scene.send(scene.id(), "e-1", Told.booked().json());
        assertThat(scene.lead(monique).status()).isEqualTo(Status.BOOKED);
    }

    @Test
    void a_lead_booked_by_hand_is_found_in_the_pms() {
        LeadId monique = scene.addMonique();
        scene.then(monique, new Command.SetStatus(Status.BOOKED, null, null));
        scene.at("2026-03-01T00:00:30Z").send(Told.booked().json());
        assertThat(scene.lead(monique).dates().booked()).isEqualTo(BOOKED);
        assertThat(scene.lead(monique).dates().bookedByHand()).isFalse();
    }

    @Test
    void a_repeated_snapshot_after_a_status_set_by_hand_does_nothing() {
        LeadId monique = scene.addMonique();
        scene.at("2026-03-01T00:00:30Z").send(Told.booked().json());
        scene.then(monique, new Command.SetStatus(Status.CONTACTED, null, null));
        scene.send(Told.booked().json());
        scene.send(Told.booked().now("booked").json());
        assertThat(scene.lead(monique).status()).isEqualTo(Status.CONTACTED);
        assertThat(snapshot("a-1").appointment().version()).isEqualTo(2);
    }

    @Test
    void a_lost_lead_that_books_gets_its_owner_a_todo() {
        LeadId monique = scene.addMonique();
        scene.then(
                monique, new Command.SetStatus(Status.LOST, new LossReason("notInterested"), null));
        scene.at("2026-03-01T00:00:30Z").send(Told.booked().json());
        assertThat(scene.lead(monique).status()).isEqualTo(Status.LOST);
        assertThat(scene.todosOf("ava")).extracting(ToDo::lead).containsExactly(monique);
    }

    @Test
    void a_place_of_the_pms_is_a_division_and_an_unknown_one_the_root_and_reported() {
        LeadId monique = scene.addMonique();
        scene.then(monique, division("city"));
        assertThat(
                        scene.at("2026-03-01T00:00:30Z")
                                .send(Told.booked().in("loc-9").json())
                                .unmappedLocation())
                .contains("loc-9");
        assertThat(snapshot("a-1").appointment().divisionId()).isEqualTo("root");
        assertThat(scene.lead(monique).status()).isEqualTo(Status.CREATED);

        Told mapped = Told.booked().another("a-2", "2026-03-01T00:00:00Z", "2026-04-04T09:00:00Z");
        assertThat(scene.send(mapped.in("loc-1").json()).unmappedLocation()).isEmpty();
        assertThat(scene.lead(monique).status()).isEqualTo(Status.BOOKED);
        assertThat(scene.lead(monique).pms().appointment())
                .extracting(Appointment::divisionId)
                .isEqualTo("city");
    }

    @Test
    void a_pms_that_gives_no_booking_time_means_first_seen() {
        LeadId monique = scene.addMonique();
        Told untimed =
                new Told(
                        "a-1",
                        1,
                        "booked",
                        "",
                        "2026-04-03T09:00:00Z",
                        "",
                        "",
                        "p-1",
                        "Monique",
                        "Lee",
                        "monique@example.com",
                        "");
        scene.at("2026-03-01T00:00:30Z").send(untimed.json());
        scene.at("2026-03-05T00:00:00Z").send(untimed.moved("2026-04-05T09:00:00Z").json());
        assertThat(scene.lead(monique).dates().booked())
                .isEqualTo(Instant.parse("2026-03-01T00:00:30Z"));
        assertThat(scene.lead(monique).pms().appointment())
                .extracting(Appointment::bookedAt)
                .isEqualTo(Instant.parse("2026-03-01T00:00:30Z"));
    }

    @Test
    void a_lead_that_comes_after_its_appointment_takes_the_earliest_that_waits() {
        Told late = Told.booked().another("a-2", "2026-03-01T00:00:00Z", "2026-04-10T09:00:00Z");
        scene.at("2026-03-01T00:00:30Z").send(late.json());
        scene.send(Told.booked().json());
        LeadId monique = scene.at("2026-03-01T06:00:00Z").addMonique();
        scene.relink(monique);
        assertThat(scene.lead(monique).status()).isEqualTo(Status.BOOKED);
        assertThat(scene.lead(monique).pms().appointment())
                .extracting(Appointment::id)
                .isEqualTo("a-1");
        assertThat(snapshot("a-1").lead()).isEqualTo(monique);
        assertThat(snapshot("a-2").lead()).isNull();
    }

    @Test
    void a_lead_that_is_entered_more_than_12_hours_later_does_not() {
        scene.at("2026-03-01T00:00:30Z").send(Told.booked().json());
        LeadId monique = scene.at("2026-03-01T12:00:01Z").addMonique();
        scene.relink(monique);
        assertThat(scene.lead(monique).status()).isEqualTo(Status.CREATED);
    }

    @Test
    void a_lead_is_linked_once_its_contact_data_fits() {
        LeadId monique = scene.add("firstName", "Monique", "phone", "+61400000001");
        scene.at("2026-03-01T00:00:30Z").send(Told.booked().json());
        assertThat(scene.lead(monique).status()).isEqualTo(Status.CREATED);
        scene.then(monique, email("monique@example.com"));
        scene.relink(monique);
        assertThat(scene.lead(monique).status()).isEqualTo(Status.BOOKED);
    }

    @Test
    void an_appointment_in_the_hour_that_daylight_saving_leaves_out_is_an_instant_like_any_other() {
        LeadId monique = scene.addMonique();
        // 4 October 2026, 02:30 does not exist in Sydney; the PMS names the offset that it meant
        Told gap =
                new Told(
                        "a-1",
                        1,
                        "booked",
                        "2026-03-01T00:00:00Z",
                        "2026-10-04T02:30:00+10:00",
                        "",
                        "",
                        "p-1",
                        "Monique",
                        "Lee",
                        "monique@example.com",
                        "");
        scene.at("2026-03-01T00:00:30Z").send(gap.json());
        scene.at("2026-10-03T20:00:00Z")
                .send(gap.now("completed").invoiced("2026-10-03T20:00:00Z").json());
        assertThat(scene.lead(monique).dates().invoiced())
                .isEqualTo(Instant.parse("2026-10-03T16:30:00Z"));
    }

    private Snapshot snapshot(String appointment) {
        return scene.store.appointments().find(scene.id(), "pms", appointment).orElseThrow();
    }

    private static Command email(String address) {
        return new Command.EditFields(
                Map.of(FieldKey.EMAIL, Optional.of(new FieldValue.Text(address))));
    }

    private static Command division(String id) {
        return new Command.EditFields(
                Map.of(FieldKey.DIVISION, Optional.of(new FieldValue.Text(id))));
    }
}
