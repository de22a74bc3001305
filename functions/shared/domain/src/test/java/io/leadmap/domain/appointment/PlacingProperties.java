package io.leadmap.domain.appointment;

import static io.leadmap.domain.appointment.Visits.BOOKED;
import static io.leadmap.domain.appointment.Visits.STARTS;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadmap.domain.SamplePractice;
import io.leadmap.domain.Story;
import io.leadmap.domain.appointment.Matching.Candidates;
import io.leadmap.domain.appointment.Placing.Booking;
import io.leadmap.domain.decide.Command;
import io.leadmap.domain.lead.Lead;
import io.leadmap.domain.lead.Status;
import io.leadmap.domain.practice.Practice;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What holds for every appointment and whoever might take it. */
class PlacingProperties {

    private static final Practice PRACTICE = SamplePractice.PRACTICE;
    private static final Instant NOW = BOOKED.plus(Duration.ofDays(1));

    /** A lead by what matters for placing. */
    record Enquiry(String firstName, Duration beforeBooking, Fate fate) {

        Lead in(Family family) {
            Instant entered = BOOKED.minus(beforeBooking);
            return switch (fate) {
                case NEW -> family.lead(firstName, entered);
                case LOST -> family.lead(firstName, entered, Story.lost("moved"));
                case INVALID -> family.lead(firstName, entered, Story.to(Status.INVALID));
                case HOLDS_ANOTHER ->
                        family.lead(
                                firstName,
                                entered,
                                new Command.ObserveAppointment(
                                        Visits.booked("a-0", entered, STARTS.plusSeconds(60)),
                                        Visits.MONIQUE));
            };
        }
    }

    enum Fate {
        NEW,
        LOST,
        INVALID,
        HOLDS_ANOTHER
    }

    /** One appointment, its patient, and who might be meant. */
    record Case(Booking booking, Candidates candidates) {

        Placement place() {
            return Placing.place(booking, candidates, PRACTICE, NOW);
        }

        List<Lead> leads() {
            return candidates.byEmail();
        }
    }

    @Property
    void only_a_lead_that_can_take_it_is_linked(@ForAll("cases") Case c) {
        if (c.place() instanceof Placement.Link(Lead lead)) {
            assertThat(c.leads()).contains(lead);
            assertThat(Linking.canTake(lead, c.booking().appointment(), PRACTICE, NOW)).isTrue();
        }
    }

    @Property
    void a_person_is_asked_about_leads_that_there_are(@ForAll("cases") Case c) {
        if (c.place() instanceof Placement.Ask(var question, List<Lead> among)) {
            assertThat(among).isNotEmpty();
            assertThat(c.leads()).containsAll(among);
        }
    }

    @Property
    void a_lead_is_begun_for_a_new_client_of_whom_nobody_has_a_lead(@ForAll("cases") Case c) {
        if (c.place() instanceof Placement.Begin) {
            assertThat(c.booking().others())
                    .hasValueSatisfying(others ->
                            assertThat(
                                            NewClients.isNew(
                                                    c.booking().appointment(),
                                                    others,
                                                    PRACTICE.settings().newClientGapDays()))
                                    .isTrue());
            assertThat(
                            Matching.of(
                                    c.booking().patient(),
                                    c.candidates().only(lead -> !lead.status().isClosed())))
                    .isInstanceOf(Matching.Match.Nobody.class);
        }
    }

    @Property
    void whether_a_lead_may_be_begun_changes_nothing_else(@ForAll("cases") Case c) {
        Booking never =
                new Booking(c.booking().appointment(), c.booking().patient(), Optional.empty());
        Placement placed = c.place();
        assertThat(new Case(never, c.candidates()).place())
                .isEqualTo(placed instanceof Placement.Begin ? new Placement.Keep() : placed);
    }

    @Property
    void the_order_in_which_leads_are_found_does_not_matter(@ForAll("cases") Case c) {
        Candidates backwards = Family.sharing(c.leads().reversed(), c.candidates().othersByEmail());
        Placement placed = new Case(c.booking(), backwards).place();
        if (c.place() instanceof Placement.Ask(var question, List<Lead> among)) {
            assertThat(placed).isEqualTo(new Placement.Ask(question, among.reversed()));
        } else {
            assertThat(placed).isEqualTo(c.place());
        }
    }

    @Provide
    Arbitrary<Case> cases() {
        Arbitrary<String> names = Arbitraries.of("Monique", "Anna", "Ben");
        Arbitrary<List<Enquiry>> enquiries =
                Combinators.combine(
                                names,
                                Arbitraries.of(-14L, -11L, 0L, 1L, 48L).map(Duration::ofHours),
                                Arbitraries.of(Fate.values()))
                        .as(Enquiry::new)
                        .list()
                        .ofMaxSize(4);
        Arbitrary<List<Patient>> others =
                names.map(name -> Family.patient("p-2", name)).list().ofMaxSize(1);
        Arbitrary<Optional<List<Appointment>>> visits =
                Arbitraries.of(-100L, -30L, 10L)
                        .map(days ->
                                Visits.booked("a-7", BOOKED, STARTS.plus(Duration.ofDays(days))))
                        .list()
                        .ofMaxSize(2)
                        .optional();
        return Combinators.combine(names, enquiries, others, visits)
                .as((name, all, relatives, seen) -> {
                    Family family = new Family();
                    List<Lead> leads = all.stream().map(e -> e.in(family)).toList();
                    return new Case(
                            new Booking(Visits.booked(), Family.patient(name), seen),
                            Family.sharing(leads, relatives));
                });
    }
}
