package io.leadmap.domain.decide;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadmap.domain.SamplePractice;
import io.leadmap.domain.Story;
import io.leadmap.domain.appointment.Appointment;
import io.leadmap.domain.appointment.Appointment.State;
import io.leadmap.domain.appointment.Visits;
import io.leadmap.domain.history.Actor;
import io.leadmap.domain.lead.Dates;
import io.leadmap.domain.lead.Status;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

import java.time.Duration;
import java.util.List;

/** The dates of a lead over any chain of moves (domain section 3, dates). */
class DatesProperties {

    /** What happens next: a move by hand, or news of the linked appointment. */
    sealed interface Event {
        record Moved(Status to) implements Event {}

        record News(int what) implements Event {}
    }

    @Property
    void the_dates_are_those_of_the_same_chain_without_its_invalids(
            @ForAll("chains") List<Event> chain, @ForAll boolean linked) {
        Chain with = new Chain(linked);
        Chain without = new Chain(linked);
        for (Event event : chain) {
            with.live(event);
            if (!event.equals(new Event.Moved(Status.INVALID))) {
                without.live(event);
            } else {
                without.pass();
            }
            assertThat(with.dates()).isEqualTo(without.dates());
        }
    }

    @Property
    void a_linked_booking_is_never_lost_and_every_status_has_its_date(
            @ForAll("chains") List<Event> chain) {
        Chain linked = new Chain(true);
        for (Event event : chain) {
            linked.live(event);
            Dates dates = linked.dates();
            Status standing = linked.story.lead().stage().standing();
            assertThat(dates.booked()).isEqualTo(Visits.BOOKED);
            assertThat(dates.invoiced() != null).isEqualTo(standing == Status.INVOICED);
            assertThat(dates.cancelled() != null).isEqualTo(standing == Status.CANCELLED);
            assertThat(dates.lost() != null).isEqualTo(standing == Status.LOST);
        }
    }

    @Provide
    Arbitrary<List<Event>> chains() {
        Arbitrary<Event> moves = Arbitraries.of(Status.values()).map(Event.Moved::new);
        Arbitrary<Event> news = Arbitraries.integers().between(0, 5).map(Event.News::new);
        return Arbitraries.frequencyOf(Tuple.of(2, moves), Tuple.of(1, news))
                .list()
                .ofMinSize(1)
                .ofMaxSize(12);
    }

    /** A lead in a practice where appointments move nobody, an hour between two events. */
    private static final class Chain {
        private final Story story = Story.of(SamplePractice.moves(false, false, false));
        private Appointment visit = Visits.booked();
        private final boolean linked;

        Chain(boolean linked) {
            this.linked = linked;
            if (linked) {
                Visits.booking(story);
            }
        }

        void pass() {
            story.after(Duration.ofHours(1));
        }

        void live(Event event) {
            pass();
            switch (event) {
                case Event.Moved(Status to) -> {
                    story.by(Story.MEI);
                    if (story.lead().status() != to) {
                        story.then(to == Status.LOST ? Story.lost("notInterested") : Story.to(to));
                    }
                }
                case Event.News(int what) -> {
                    visit = next(what);
                    if (linked) {
                        observe();
                    }
                }
            }
        }

        private void observe() {
            if (story.by(Actor.SYSTEM).decide(Visits.observe(visit)) instanceof Decision.Accepted) {
                story.then(Visits.observe(visit));
            }
        }

        private Appointment next(int what) {
            return switch (what) {
                case 0 -> Visits.moved(visit, visit.startsAt().plus(Duration.ofDays(1)));
                case 1 -> Visits.moved(visit, visit.startsAt().minus(Duration.ofDays(40)));
                case 2 -> Visits.invoiced(visit, story.now().toString());
                case 3 -> Visits.now(visit, State.COMPLETED);
                case 4 -> Visits.now(visit, State.CANCELLED);
                default -> Visits.voided(visit);
            };
        }

        Dates dates() {
            return story.lead().dates();
        }
    }
}
