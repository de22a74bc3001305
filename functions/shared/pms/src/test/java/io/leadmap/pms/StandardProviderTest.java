package io.leadmap.pms;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadmap.domain.appointment.Appointment.Invoice;
import io.leadmap.domain.appointment.Appointment.State;
import io.leadmap.domain.lead.LeadId;
import io.leadmap.ports.PmsEvent;
import io.leadmap.ports.PmsEvent.ToldAppointment;
import io.leadmap.ports.PmsEvent.ToldPatient;
import io.leadmap.ports.PmsProvider.Reading;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/** What events of our own format say. */
class StandardProviderTest {

    private static final Instant RECEIVED = Instant.parse("2026-03-01T00:00:05Z");
    private static final String BOOKED =
            """
            {"type": "appointment.changed",
             "data": {"appointmentId": "a-1", "version": 3, "updatedAt": "2026-03-01T00:00:00Z",
                      "state": "booked", "bookedAt": "2026-03-01T00:00:00Z", "startsAt": "2026-04-03T09:00:00Z",
                      "endsAt": "2026-04-03T09:30:00Z", "division": null, "reference": null, "invoice": null,
                      "patient": {"id": "p-1", "firstName": "Monique", "lastName": "Lee",
                                  "email": "monique@example.com", "phone": "+61444444444", "dateOfBirth": null}}}
            """;

    private final StandardProvider provider = new StandardProvider();

    @Test
    void the_documented_example_is_read() {
        assertThat(read(BOOKED))
                .isEqualTo(
                        new PmsEvent.AppointmentChanged(
                                new ToldAppointment(
                                        "a-1",
                                        3L,
                                        Instant.parse("2026-03-01T00:00:00Z"),
                                        State.BOOKED,
                                        Instant.parse("2026-03-01T00:00:00Z"),
                                        Instant.parse("2026-04-03T09:00:00Z"),
                                        Instant.parse("2026-04-03T09:30:00Z"),
                                        null,
                                        null,
                                        null),
                                new ToldPatient(
                                        "p-1",
                                        Instant.parse("2026-03-01T00:00:00Z"),
                                        "Monique",
                                        "Lee",
                                        "monique@example.com",
                                        "+61444444444",
                                        null,
                                        null)));
    }

    @Test
    void an_invoice_a_place_and_our_reference_are_read() {
        String body =
                BOOKED.replace(
                                "\"invoice\": null",
                                "\"invoice\": {\"id\": \"i-1\", \"at\":"
                                        + " \"2026-04-03T10:00:00+11:00\", \"amount\": \"120.00\","
                                        + " \"currency\": \"AUD\"}")
                        .replace("\"division\": null", "\"division\": \"north\"")
                        .replace("\"reference\": null", "\"reference\": \"lead0000000000000001\"");
        ToldAppointment told = appointment(body);
        assertThat(told.invoice())
                .isEqualTo(
                        new Invoice(
                                "i-1",
                                Instant.parse("2026-04-02T23:00:00Z"),
                                new BigDecimal("120.00"),
                                "AUD"));
        assertThat(told.location()).isEqualTo("north");
        assertThat(told.reference()).isEqualTo(new LeadId("lead0000000000000001"));
    }

    @Test
    void without_a_version_the_update_time_orders_events() {
        assertThat(appointment(BOOKED).version()).isEqualTo(3);
        ToldAppointment told = appointment(BOOKED.replace("\"version\": 3,", ""));
        assertThat(told.version()).isNull();
        assertThat(told.updatedAt()).isEqualTo("2026-03-01T00:00:00Z");
    }

    @Test
    void with_neither_the_time_of_receipt_orders_events() {
        String body =
                BOOKED.replace("\"version\": 3, \"updatedAt\": \"2026-03-01T00:00:00Z\",", "");
        assertThat(appointment(body).updatedAt()).isEqualTo(RECEIVED);
    }

    @Test
    void a_reference_that_is_none_of_ours_is_passed_over() {
        assertThat(
                        appointment(BOOKED.replace("\"reference\": null", "\"reference\": \"X?\""))
                                .reference())
                .isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "booked,BOOKED",
        "arrived,ARRIVED",
        "completed,COMPLETED",
        "cancelled,CANCELLED",
        "didNotArrive,DID_NOT_ARRIVE",
        "deleted,DELETED"
    })
    void every_state_is_read(String word, State state) {
        assertThat(appointment(BOOKED.replace("\"booked\"", '"' + word + '"')).state())
                .isEqualTo(state);
    }

    @Test
    void a_changed_patient_is_read() {
        assertThat(
                        read(
                                """
                                {"type": "patient.changed", "data": {"updatedAt": "2026-03-02T00:00:00Z",
                                 "patient": {"id": "p-1", "firstName": " ", "dateOfBirth": "1980-12-31",
                                             "createdAt": "2026-03-01T00:00:00Z"}}}
                                """))
                .isEqualTo(
                        new PmsEvent.PatientChanged(
                                new ToldPatient(
                                        "p-1",
                                        Instant.parse("2026-03-02T00:00:00Z"),
                                        null,
                                        null,
                                        null,
                                        null,
                                        LocalDate.parse("1980-12-31"),
                                        Instant.parse("2026-03-01T00:00:00Z"))));
    }

    @Test
    void merged_patients_are_read() {
        assertThat(
                        read(
                                "{\"type\": \"patient.merged\", \"data\": {\"from\": \"p-2\","
                                        + " \"into\": \"p-1\"}}"))
                .isEqualTo(new PmsEvent.PatientMerged("p-2", "p-1"));
    }

    @Test
    void an_event_of_an_unknown_type_is_kept_whatever_it_holds() {
        assertThat(read("{\"type\": \"room.painted\", \"data\": [1]}"))
                .isEqualTo(new PmsEvent.Unknown("room.painted"));
    }

    @Test
    void members_that_are_not_known_are_passed_over() {
        assertThat(read(BOOKED.replace("\"version\"", "\"room\": {\"a\": [1]}, \"version\"")))
                .isEqualTo(read(BOOKED));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"appointmentId\": \"a-1\"|\"appointmentId\": 7|data.appointmentId",
                "\"appointmentId\": \"a-1\",||data.appointmentId",
                "\"startsAt\": \"2026-04-03T09:00:00Z\",||data.startsAt",
                "2026-04-03T09:00:00Z|2026-02-30T09:00:00Z|data.startsAt",
                "2026-04-03T09:00:00Z|2026-04-03|data.startsAt",
                "2026-04-03T09:00:00Z|+999999999-01-01T00:00:00Z|data.startsAt",
                "2026-04-03T09:30:00Z|2026-04-03T08:30:00Z|data.endsAt",
                "\"version\": 3|\"version\": \"3\"|data.version",
                "\"version\": 3|\"version\": 3.5|data.version",
                "\"version\": 3|\"version\": 1e40|data.version",
                "\"state\": \"booked\"|\"state\": \"BOOKED\"|data.state",
                "\"invoice\": null|\"invoice\": {\"id\": \"i\"}|data.invoice.at",
                "\"invoice\": null|\"invoice\": []|data.invoice",
                "\"dateOfBirth\": null|\"dateOfBirth\": \"31/12/1980\"|data.patient.dateOfBirth",
                "\"id\": \"p-1\"|\"id\": null|data.patient.id"
            })
    void what_is_wrong_is_named_by_its_place(String what, String by, String where) {
        String body = BOOKED.replace(what, by == null ? "" : by);
        assertThat(provider.read(body, RECEIVED))
                .isInstanceOfSatisfying(
                        Reading.Unreadable.class,
                        wrong -> assertThat(wrong.where()).isEqualTo(where));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "\"x\"",
                "{",
                "{} {}",
                "{\"type\": null}",
                "{\"type\": 1}",
                "{\"type\": \"a\", \"type\": \"b\"}"
            })
    void what_is_no_event_is_refused(String body) {
        assertThat(provider.read(body, RECEIVED)).isInstanceOf(Reading.Unreadable.class);
    }

    @Test
    void what_is_told_of_a_patient_is_never_printed() {
        assertThat(read(BOOKED).toString()).doesNotContain("Monique").doesNotContain("@");
    }

    private PmsEvent read(String body) {
        return ((Reading.Read) provider.read(body, RECEIVED)).event();
    }

    private ToldAppointment appointment(String body) {
        return ((PmsEvent.AppointmentChanged) read(body)).appointment();
    }
}
