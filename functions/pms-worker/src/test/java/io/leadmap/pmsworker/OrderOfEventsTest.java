package io.leadmap.pmsworker;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadmap.domain.appointment.Appointment.State;
import io.leadmap.domain.lead.LeadId;
import io.leadmap.domain.lead.Status;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which of two tellings counts (domain section 9, order). */
class OrderOfEventsTest {

    private static final String TEN = "2026-03-01T10:00:00Z";
    private static final String ELEVEN = "2026-03-01T11:00:00Z";

    private final PmsScene scene = new PmsScene(SamplePmsPractice.with(p -> {}));
    private LeadId monique;

    @BeforeEach
    void moniqueAsks() {
        monique = scene.addMonique();
    }

    @Test
    void of_two_events_of_the_same_time_the_later_arrival_counts() {
        arrives("2026-03-01T10:00:01Z", appointment("booked", null, TEN));
        arrives("2026-03-01T10:00:02Z", appointment("cancelled", null, TEN));

        assertThat(scene.lead(monique).status()).isEqualTo(Status.CANCELLED);
    }

    @Test
    void the_later_arrival_counts_whenever_it_is_interpreted() {
        scene.at("2026-03-01T10:00:01Z");
        receive("e-1", appointment("booked", null, TEN));
        scene.at("2026-03-01T10:00:02Z");
        receive("e-2", appointment("cancelled", null, TEN));

        scene.interpret(scene.id(), "e-2");
        scene.interpret(scene.id(), "e-1");
        scene.interpret(scene.id(), "e-2");

        assertThat(state()).isEqualTo(State.CANCELLED);
    }

    @Test
    void an_earlier_time_never_counts_however_late_it_arrives() {
        arrives("2026-03-01T11:00:01Z", appointment("cancelled", null, ELEVEN));
        arrives("2026-03-01T12:00:00Z", appointment("booked", null, TEN));

        assertThat(state()).isEqualTo(State.CANCELLED);
    }

    @Test
    void the_same_told_once_more_changes_nothing() {
        arrives("2026-03-01T10:00:01Z", appointment("booked", null, TEN));
        long seq = scene.lead(monique).revision().seq();
        long revision = revision();

        arrives("2026-03-01T10:00:09Z", appointment("booked", null, TEN));

        assertThat(scene.lead(monique).revision().seq()).isEqualTo(seq);
        assertThat(revision()).isEqualTo(revision);
    }

    @Test
    void a_version_counts_more_than_a_time() {
        arrives("2026-03-01T10:00:01Z", appointment("booked", "1", ELEVEN));
        arrives("2026-03-01T10:00:02Z", appointment("cancelled", "2", TEN));
        assertThat(state()).isEqualTo(State.CANCELLED);

        arrives("2026-03-01T10:00:03Z", appointment("booked", "2", ELEVEN));
        assertThat(state()).as("the version that is known").isEqualTo(State.CANCELLED);
    }

    @Test
    void where_only_one_has_a_version_the_times_decide() {
        arrives("2026-03-01T10:00:01Z", appointment("booked", "7", TEN));
        arrives("2026-03-01T11:00:01Z", appointment("cancelled", null, ELEVEN));
        assertThat(state()).isEqualTo(State.CANCELLED);

        arrives("2026-03-01T11:00:02Z", appointment("booked", "7", ELEVEN));
        assertThat(state()).as("a version that was passed").isEqualTo(State.CANCELLED);
        arrives("2026-03-01T11:00:03Z", appointment("booked", "8", TEN));
        assertThat(state()).as("a time that was passed").isEqualTo(State.CANCELLED);
        arrives("2026-03-01T11:00:04Z", appointment("booked", "8", ELEVEN));
        assertThat(state()).isEqualTo(State.BOOKED);
    }

    @Test
    void the_same_with_and_without_a_version_is_the_same() {
        arrives("2026-03-01T10:00:01Z", appointment("booked", null, TEN));
        long seq = scene.lead(monique).revision().seq();

        arrives("2026-03-01T10:00:02Z", appointment("booked", "1", TEN));

        assertThat(scene.lead(monique).revision().seq()).isEqualTo(seq);
    }

    @Test
    void without_any_time_the_arrival_is_the_time() {
        String timeless = "\"updatedAt\": \"" + TEN + "\",";
        arrives("2026-03-01T10:00:01Z", appointment("booked", null, TEN).replace(timeless, ""));
        arrives("2026-03-01T10:00:02Z", appointment("cancelled", null, TEN).replace(timeless, ""));

        assertThat(state()).isEqualTo(State.CANCELLED);
    }

    @Test
    void of_two_patients_news_of_the_same_time_the_later_arrival_counts() {
        arrives("2026-03-01T10:00:01Z", patient("Monica", TEN));
        arrives("2026-03-01T10:00:02Z", patient("Monique", TEN));
        assertThat(firstName()).isEqualTo("Monique");

        arrives("2026-03-01T10:00:03Z", patient("Mona", "2026-03-01T09:59:59Z"));
        assertThat(firstName()).as("an earlier time").isEqualTo("Monique");
    }

    private void arrives(String at, String event) {
        scene.at(at).send(event);
    }

    private void receive(String eventId, String event) {
        scene.receive(scene.id(), eventId, event);
    }

    private State state() {
        return scene.store
                .appointments()
                .find(scene.id(), "pms", "a-1")
                .orElseThrow()
                .appointment()
                .state();
    }

    private long revision() {
        return scene.store.appointments().find(scene.id(), "pms", "a-1").orElseThrow().revision();
    }

    private @Nullable String firstName() {
        return scene.store
                .patients()
                .find(scene.id(), "pms", "p-1")
                .orElseThrow()
                .patient()
                .firstName();
    }

    private static String appointment(String state, @Nullable String version, String updatedAt) {
        return """
        {"type": "appointment.changed", "data": {"appointmentId": "a-1", %s"state": "%s", "updatedAt": "%s",
         "bookedAt": "2026-03-01T00:00:00Z", "startsAt": "2026-04-03T09:00:00Z",
         "patient": {"id": "p-1", "firstName": "Monique", "lastName": "Lee", "email": "monique@example.com"}}}
        """
                .formatted(
                        version == null ? "" : "\"version\": " + version + ", ", state, updatedAt);
    }

    private static String patient(String firstName, String updatedAt) {
        return """
        {"type": "patient.changed", "data": {"updatedAt": "%s", "patient": {"id": "p-1", "firstName": "%s"}}}
        """
                .formatted(updatedAt, firstName);
    }
}
