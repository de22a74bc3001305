package io.leadmap.pmsworker;

import io.leadmap.domain.appointment.Appointment;
import io.leadmap.domain.appointment.Matching.Candidates;
import io.leadmap.domain.appointment.NewClients;
import io.leadmap.domain.appointment.Placement;
import io.leadmap.domain.appointment.Placement.Question;
import io.leadmap.domain.appointment.Placing;
import io.leadmap.domain.appointment.Placing.Booking;
import io.leadmap.domain.decide.Command;
import io.leadmap.domain.decide.ToDo;
import io.leadmap.domain.lead.Lead;
import io.leadmap.domain.lead.LeadId;
import io.leadmap.domain.lead.PatientLink;
import io.leadmap.domain.practice.Connection;
import io.leadmap.domain.practice.Practice;
import io.leadmap.domain.practice.PracticeId;
import io.leadmap.pmsworker.TakeSteps.Found;
import io.leadmap.ports.Appointments;
import io.leadmap.ports.IdSource;
import io.leadmap.ports.Leads;
import io.leadmap.ports.Patients;
import io.leadmap.ports.Patients.Known;
import io.leadmap.ports.Snapshot;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds the lead that takes an appointment which no lead has, or begins one for a new client
 * (domain section 9): reads what {@link Placing} decides on, and has it done.
 */
final class PlaceAppointment {

    private static final String WHOSE =
            "An appointment may belong to this lead or to somebody who shares its email or phone:"
                    + " choose the patient.";
    private static final String LOST_BOOKED =
            "A lost lead has booked an appointment: decide whether to work it again.";

    private final Leads leads;
    private final Patients patients;
    private final Appointments appointments;
    private final TakeSteps steps;
    private final IdSource ids;

    PlaceAppointment(PmsPorts ports, TakeSteps steps, IdSource ids) {
        this.leads = ports.leads();
        this.patients = ports.patients();
        this.appointments = ports.appointments();
        this.steps = steps;
        this.ids = ids;
    }

    /** Tries to place every appointment that no lead of this patient has. */
    void placeAll(Occasion occasion, Known known) {
        open(occasion, known).forEach(open -> place(occasion, open.appointment(), known));
    }

    /** Tries to place a stored appointment, unless a lead has it by now; begins none. */
    void place(Occasion occasion, Appointment wanted, Known known) {
        PracticeId practice = occasion.practice().id();
        After after =
                steps.until(
                        occasion,
                        () ->
                                appointments
                                        .find(practice, wanted.connectionId(), wanted.id())
                                        .filter(stored -> isOpen(occasion, stored))
                                        .map(stored ->
                                                find(
                                                        occasion,
                                                        stored,
                                                        Optional.of(stored),
                                                        known,
                                                        false))
                                        .orElse(Found.NOTHING));
        lookAgain(occasion, after, wanted, known);
    }

    /**
     * Looks once more if anybody came while the appointment was stored without a lead: their own
     * search may have found no appointment yet.
     */
    void lookAgain(Occasion occasion, After after, Appointment unplaced, Known known) {
        if (after instanceof After.Unplaced(LeadsOfPatient among)
                && among.haveChanged(occasion.practice().id(), leads)) {
            place(occasion, unplaced, known);
        }
    }

    /** The appointments of a patient that are open, earliest start first. */
    Stream<Snapshot> open(Occasion occasion, Known known) {
        return appointments
                .ofPatients(
                        occasion.practice().id(),
                        known.patient().connectionId(),
                        PatientMemory.ids(known))
                .stream()
                .filter(snapshot -> isOpen(occasion, snapshot));
    }

    /** Live, not from before the connection's start, and no lead has it. */
    private boolean isOpen(Occasion occasion, Snapshot snapshot) {
        Appointment appointment = snapshot.appointment();
        Optional<Connection> connection =
                occasion.practice().connection(appointment.connectionId());
        return appointment.state().isLive()
                && connection.isPresent()
                && !NewClients.isMemoryOnly(appointment, connection.get())
                && holder(occasion.practice(), snapshot).isEmpty();
    }

    /** The lead that has the appointment; a lead that was rebooked since has it no longer. */
    Optional<Lead> holder(Practice practice, Snapshot snapshot) {
        return Optional.ofNullable(snapshot.lead())
                .flatMap(id -> leads.find(practice.id(), id))
                .filter(lead -> snapshot.appointment().isSameAs(lead.pms().appointment()));
    }

    /**
     * Finds out what is to be done with a live appointment.
     *
     * @param seen the appointment at the revision that was read; who has it now is passed over
     * @param stored as it was read
     * @param known whom it is for
     * @param mayBegin whether a lead may be begun for a new client
     */
    Found find(
            Occasion occasion,
            Snapshot seen,
            Optional<Snapshot> stored,
            Known known,
            boolean mayBegin) {
        Appointment appointment = seen.appointment();
        PracticeId practice = occasion.practice().id();
        LeadsOfPatient among =
                LeadsOfPatient.read(practice, known, appointment.reference(), leads, patients);
        Snapshot free = seen.of(null);
        Optional<Snapshot> changed =
                stored.filter(free::saysTheSame).isPresent() ? Optional.empty() : Optional.of(free);
        return switch (placement(occasion, appointment, known, among.candidates(), mayBegin)) {
            case Placement.Link(Lead lead) ->
                    new Found(
                            new Step.Tell(
                                    lead,
                                    observed(appointment, known),
                                    Optional.of(seen.of(lead.id())),
                                    changed));
            case Placement.Ask(Question question, List<Lead> leads) ->
                    new Found(
                            new Step.Keep(
                                    changed,
                                    Optional.of(ask(question, leads, appointment, occasion))),
                            new After.Unplaced(among));
            case Placement.Begin() -> {
                LeadId id = new LeadId(ids.next());
                yield new Found(
                        new Step.Begin(
                                id,
                                new Command.BeginByAppointment(
                                        known.patient().fields(), appointment),
                                among,
                                seen.of(id)));
            }
            case Placement.Keep() ->
                    new Found(new Step.Keep(changed, Optional.empty()), new After.Unplaced(among));
        };
    }

    /** The patient's other appointments are read only where they decide. */
    private Placement placement(
            Occasion occasion,
            Appointment appointment,
            Known known,
            Candidates candidates,
            boolean mayBegin) {
        Optional<List<Appointment>> none = mayBegin ? Optional.of(List.of()) : Optional.empty();
        Placement placement =
                Placing.place(
                        new Booking(appointment, known.patient(), none),
                        candidates,
                        occasion.practice(),
                        occasion.now());
        if (!(placement instanceof Placement.Begin)) {
            return placement;
        }
        List<Appointment> others =
                appointments
                        .ofPatients(
                                occasion.practice().id(),
                                appointment.connectionId(),
                                PatientMemory.ids(known))
                        .stream()
                        .map(Snapshot::appointment)
                        .toList();
        return Placing.place(
                new Booking(appointment, known.patient(), Optional.of(others)),
                candidates,
                occasion.practice(),
                occasion.now());
    }

    static Command observed(Appointment appointment, Known known) {
        return new Command.ObserveAppointment(
                appointment, new PatientLink(appointment.connectionId(), known.patient().id()));
    }

    private static ToDo ask(
            Question question, List<Lead> among, Appointment appointment, Occasion occasion) {
        Lead first = among.getFirst();
        String of = "-" + appointment.connectionId() + "-" + appointment.id();
        return switch (question) {
            case WHOSE -> new ToDo("whose" + of, first.id(), first.owner(), WHOSE, occasion.now());
            case LOST_BOOKED ->
                    new ToDo("lost" + of, first.id(), first.owner(), LOST_BOOKED, occasion.now());
        };
    }
}
