package io.leadmap.domain.appointment;

import io.leadmap.domain.appointment.Matching.Candidates;
import io.leadmap.domain.appointment.Matching.Match;
import io.leadmap.domain.lead.Lead;
import io.leadmap.domain.lead.Status;
import io.leadmap.domain.practice.Practice;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Decides who takes an appointment that no lead has (domain section 9): matching says whose it is,
 * linking which of their leads takes it, and where there is none, a lead may be begun.
 */
public final class Placing {

    private Placing() {}

    /**
     * A live appointment that no lead has, and whom it is for.
     *
     * @param others every appointment of the patient, this one may be among them; empty where no
     *     lead may be begun whatever they are
     */
    public record Booking(
            Appointment appointment, Patient patient, Optional<List<Appointment>> others) {
        public Booking {
            others = others.map(List::copyOf);
        }
    }

    /**
     * What is to be done with the appointment.
     *
     * @param candidates every lead that might be the patient's, whatever its status
     */
    public static Placement place(
            Booking booking, Candidates candidates, Practice practice, Instant now) {
        Appointment appointment = booking.appointment();
        Candidates able =
                candidates.only(lead -> Linking.canTake(lead, appointment, practice, now));
        return switch (Matching.of(booking.patient(), able)) {
            case Match.Found(List<Lead> leads) ->
                    new Placement.Link(Linking.choose(leads, appointment, practice).orElseThrow());
            case Match.Unclear(List<Lead> among) ->
                    new Placement.Ask(Placement.Question.WHOSE, among);
            case Match.Nobody() -> withoutLead(booking, candidates, practice);
        };
    }

    private static Placement withoutLead(
            Booking booking, Candidates candidates, Practice practice) {
        Match lost =
                Matching.of(
                        booking.patient(), candidates.only(lead -> lead.status() == Status.LOST));
        if (lost instanceof Match.Found(List<Lead> leads)) {
            return new Placement.Ask(Placement.Question.LOST_BOOKED, leads);
        }
        Match worked =
                Matching.of(booking.patient(), candidates.only(lead -> !lead.status().isClosed()));
        return worked instanceof Match.Nobody && isNewClient(booking, practice)
                ? new Placement.Begin()
                : new Placement.Keep();
    }

    private static boolean isNewClient(Booking booking, Practice practice) {
        return practice.settings().createLeadsForNewClients()
                && booking.others()
                        .filter(others ->
                                NewClients.isNew(
                                        booking.appointment(),
                                        others,
                                        practice.settings().newClientGapDays()))
                        .isPresent();
    }
}
