package io.leadmap.domain.appointment;

import static io.leadmap.domain.appointment.Family.patient;
import static io.leadmap.domain.appointment.Family.sharing;
import static io.leadmap.domain.appointment.Visits.BOOKED;
import static io.leadmap.domain.appointment.Visits.STARTS;
import static io.leadmap.domain.appointment.Visits.booked;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadmap.domain.SamplePractice;
import io.leadmap.domain.Story;
import io.leadmap.domain.appointment.Matching.Candidates;
import io.leadmap.domain.appointment.Placement.Question;
import io.leadmap.domain.appointment.Placing.Booking;
import io.leadmap.domain.decide.Command;
import io.leadmap.domain.lead.Lead;
import io.leadmap.domain.lead.Status;
import io.leadmap.domain.practice.Practice;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What becomes of an appointment that no lead has (domain section 9). */
class PlacingTest {

    private static final Practice WITHOUT_NEW_CLIENTS =
            SamplePractice.withSettings(s -> s.createLeadsForNewClients = false);

    private final Family family = new Family();

    @Test
    void a_lead_that_can_take_it_takes_it() {
        Lead monique = family.lead("Monique");
        assertThat(place(sharing(monique))).isEqualTo(new Placement.Link(monique));
    }

    @Test
    void of_one_persons_leads_the_oldest_takes_it() {
        Lead young = family.lead("Monique", BOOKED);
        Lead old = family.lead("Monique", BOOKED.minusSeconds(60));
        assertThat(place(sharing(young, old))).isEqualTo(new Placement.Link(old));
    }

    @Test
    void a_lead_that_has_one_already_leaves_it_to_another_of_that_person() {
        Lead taken = family.lead("Monique", BOOKED.minusSeconds(60), holding("a-0"));
        Lead free = family.lead("Monique");
        assertThat(place(sharing(taken, free))).isEqualTo(new Placement.Link(free));
    }

    @Test
    void who_of_two_people_has_booked_is_asked() {
        Lead one = family.lead("Mo");
        Lead other = family.lead("Mo");
        Booking booking = new Booking(booked(), nameless(), Optional.of(List.of()));
        assertThat(Placing.place(booking, sharing(one, other), SamplePractice.PRACTICE, BOOKED))
                .isEqualTo(new Placement.Ask(Question.WHOSE, List.of(one, other)));
    }

    @Test
    void a_lost_lead_that_has_booked_is_asked_about_and_none_is_begun() {
        Lead lost = family.lead("Monique", Story.lost("moved"));
        assertThat(place(sharing(lost)))
                .isEqualTo(new Placement.Ask(Question.LOST_BOOKED, List.of(lost)));
    }

    @Test
    void a_new_client_begins_a_lead() {
        assertThat(place(sharing())).isEqualTo(new Placement.Begin());
    }

    @Test
    void a_new_client_begins_a_lead_beside_an_invalid_one_and_beside_a_relatives() {
        Lead invalid = family.lead("Monique", Story.to(Status.INVALID));
        assertThat(place(sharing(invalid))).isEqualTo(new Placement.Begin());
        Lead anna = family.lead("Anna");
        Lead ben = family.lead("Ben");
        assertThat(place(sharing(anna, ben))).isEqualTo(new Placement.Begin());
    }

    @Test
    void a_client_whom_somebody_works_begins_none() {
        Lead taken = family.lead("Monique", holding("a-0"));
        assertThat(place(sharing(taken))).isEqualTo(new Placement.Keep());
        Lead tooLate = family.lead("Monique", BOOKED.plus(Duration.ofHours(13)));
        assertThat(place(sharing(tooLate))).isEqualTo(new Placement.Keep());
    }

    @Test
    void only_leads_that_can_take_it_count_however_they_were_found() {
        Lead taken = family.lead("Monique", holding("a-0"));
        Lead free = family.lead("Monique");
        Patient monique = patient("Monique");
        Set<String> ids = Set.of(monique.id());
        Candidates linked =
                new Candidates(
                        ids,
                        List.of(taken),
                        Optional.empty(),
                        List.of(free),
                        List.of(),
                        List.of(),
                        List.of());
        Candidates referenced =
                new Candidates(
                        ids,
                        List.of(),
                        Optional.of(taken),
                        List.of(free),
                        List.of(),
                        List.of(),
                        List.of());
        Candidates byPhone =
                new Candidates(
                        ids,
                        List.of(),
                        Optional.empty(),
                        List.of(),
                        List.of(taken, free),
                        List.of(),
                        List.of());
        for (Candidates candidates : List.of(linked, referenced, byPhone)) {
            assertThat(place(candidates)).isEqualTo(new Placement.Link(free));
        }
    }

    @Test
    void who_was_seen_of_late_is_no_new_client() {
        Appointment before = booked("a-0", BOOKED, STARTS.minus(Duration.ofDays(30)));
        assertThat(place(Optional.of(List.of(before)), SamplePractice.PRACTICE))
                .isEqualTo(new Placement.Keep());
    }

    @Test
    void none_is_begun_where_that_is_off_or_not_wanted() {
        assertThat(place(Optional.of(List.of()), WITHOUT_NEW_CLIENTS))
                .isEqualTo(new Placement.Keep());
        assertThat(place(Optional.empty(), SamplePractice.PRACTICE))
                .isEqualTo(new Placement.Keep());
    }

    private static Placement place(Candidates candidates) {
        Booking booking = new Booking(booked(), patient("Monique"), Optional.of(List.of()));
        return Placing.place(booking, candidates, SamplePractice.PRACTICE, BOOKED);
    }

    private static Placement place(Optional<List<Appointment>> others, Practice practice) {
        Booking booking = new Booking(booked(), patient("Monique"), others);
        return Placing.place(booking, sharing(), practice, BOOKED);
    }

    private static Command holding(String appointment) {
        return new Command.ObserveAppointment(
                booked(appointment, BOOKED, STARTS.plusSeconds(60)), Visits.MONIQUE);
    }

    /** Nothing tells the patient from whoever shares the email. */
    private static Patient nameless() {
        Patient known = patient("Mo");
        return new Patient(
                known.connectionId(),
                known.id(),
                null,
                null,
                known.email(),
                known.phone(),
                null,
                null,
                Patient.Unread.NOTHING);
    }
}
