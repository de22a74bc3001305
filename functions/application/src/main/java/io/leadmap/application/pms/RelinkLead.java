package io.leadmap.application.pms;

import io.leadmap.application.Appointments;
import io.leadmap.application.Attempts;
import io.leadmap.application.Backoff;
import io.leadmap.application.IdSource;
import io.leadmap.application.Leads;
import io.leadmap.application.Patients;
import io.leadmap.application.Patients.Known;
import io.leadmap.application.PhoneNumbers;
import io.leadmap.application.Practices;
import io.leadmap.application.Snapshot;
import io.leadmap.application.Store;
import io.leadmap.domain.appointment.Appointment;
import io.leadmap.domain.appointment.Linking;
import io.leadmap.domain.appointment.NewClients;
import io.leadmap.domain.lead.IdentityKey;
import io.leadmap.domain.lead.Lead;
import io.leadmap.domain.lead.LeadId;
import io.leadmap.domain.practice.Connection;
import io.leadmap.domain.practice.Practice;
import io.leadmap.domain.practice.PracticeId;

import java.time.InstantSource;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Looks through the stored appointments for one that a lead could take, after the lead was created
 * or something of it changed (domain section 9, linking). The earliest to start is taken.
 */
public final class RelinkLead {

    private final Store store;
    private final Practices practices;
    private final Leads leads;
    private final Patients patients;
    private final Appointments appointments;
    private final PatientMemory memory;
    private final PlaceAppointment placing;
    private final InstantSource clock;
    private final Attempts attempts;

    public RelinkLead(
            Store store,
            Practices practices,
            PhoneNumbers phones,
            IdSource ids,
            InstantSource clock,
            Backoff backoff) {
        this.store = store;
        this.attempts = new Attempts(backoff);
        this.practices = practices;
        this.leads = store.leads();
        this.patients = store.patients();
        this.appointments = store.appointments();
        this.memory = new PatientMemory(patients, phones, attempts);
        this.placing = new PlaceAppointment(store, ids);
        this.clock = clock;
    }

    /** Links the lead if it can be linked now; does nothing otherwise. */
    public void relink(PracticeId practiceId, LeadId leadId) {
        Optional<Practice> practice =
                practices.find(practiceId).filter(p -> !p.connections().isEmpty());
        Optional<Lead> lead = leads.find(practiceId, leadId);
        if (practice.isPresent() && lead.isPresent()) {
            relink(
                    new Attempt(store, attempts, practice.get(), "relink", clock.instant()),
                    lead.get());
        }
    }

    void relink(Attempt attempt, Lead lead) {
        if (lead.pms().hasLiveAppointment() || !Linking.isOpenToBooking(lead, attempt.now())) {
            return;
        }
        List<Open> able =
                patientsOf(attempt, lead).stream()
                        .flatMap(known -> open(attempt, known))
                        .filter(open ->
                                Linking.canTake(
                                        lead,
                                        open.snapshot().appointment(),
                                        attempt.practice(),
                                        attempt.now()))
                        .sorted(
                                Comparator.comparing(
                                        open -> open.snapshot().appointment(),
                                        Linking.EARLIEST_FIRST))
                        .toList();
        for (Open open : able) {
            if (isTaken(attempt, lead.id())) {
                return;
            }
            place(attempt, open.snapshot().appointment(), open.known());
        }
    }

    /** Tries to place what no lead of this patient has. */
    void place(Attempt attempt, Known known) {
        open(attempt, known).forEach(open -> place(attempt, open.snapshot().appointment(), known));
    }

    private void place(Attempt attempt, Appointment wanted, Known known) {
        attempt.until(() -> {
            Optional<Snapshot> stored =
                    appointments.find(attempt.practice().id(), wanted.connectionId(), wanted.id());
            return stored.isEmpty()
                    || !isOpen(attempt, stored.get())
                    || placing.place(attempt, stored.get(), known, false);
        });
    }

    private List<Known> patientsOf(Attempt attempt, Lead lead) {
        PracticeId practice = attempt.practice().id();
        Map<String, Known> found = new LinkedHashMap<>();
        IdentityKey.of(lead).stream()
                .flatMap(key ->
                        key instanceof IdentityKey.ByPatient(String connection, String patient)
                                ? patients.find(practice, connection, patient).stream()
                                : patients.sharing(practice, key).stream())
                .map(known -> memory.survivor(practice, known))
                .forEach(known ->
                        found.put(
                                known.patient().connectionId() + "/" + known.patient().id(),
                                known));
        return List.copyOf(found.values());
    }

    private Stream<Open> open(Attempt attempt, Known known) {
        return appointments
                .ofPatients(
                        attempt.practice().id(),
                        known.patient().connectionId(),
                        PatientMemory.ids(known))
                .stream()
                .filter(snapshot -> isOpen(attempt, snapshot))
                .map(snapshot -> new Open(snapshot, known));
    }

    /** Live, not from before the connection's start, and no lead has it. */
    private boolean isOpen(Attempt attempt, Snapshot snapshot) {
        Appointment appointment = snapshot.appointment();
        Optional<Connection> connection = attempt.practice().connection(appointment.connectionId());
        return appointment.state().isLive()
                && connection.isPresent()
                && !NewClients.isMemoryOnly(appointment, connection.get())
                && holder(attempt, snapshot).isEmpty();
    }

    /** The lead that has the appointment; a lead that was rebooked since has it no longer. */
    Optional<Lead> holder(Attempt attempt, Snapshot snapshot) {
        return Optional.ofNullable(snapshot.lead())
                .flatMap(id -> leads.find(attempt.practice().id(), id))
                .filter(lead -> snapshot.appointment().isSameAs(lead.pms().appointment()));
    }

    private boolean isTaken(Attempt attempt, LeadId lead) {
        return leads.find(attempt.practice().id(), lead)
                .filter(taker -> taker.pms().hasLiveAppointment())
                .isPresent();
    }

    /** An appointment that no lead has. */
    private record Open(Snapshot snapshot, Known known) {}
}
