package io.leadmap.pmsworker;

import io.leadmap.domain.appointment.Appointment;
import io.leadmap.domain.appointment.Linking;
import io.leadmap.domain.lead.IdentityKey;
import io.leadmap.domain.lead.Lead;
import io.leadmap.domain.lead.LeadId;
import io.leadmap.domain.practice.PracticeId;
import io.leadmap.ports.Attempts;
import io.leadmap.ports.Backoff;
import io.leadmap.ports.IdSource;
import io.leadmap.ports.Leads;
import io.leadmap.ports.Patients;
import io.leadmap.ports.Patients.Known;
import io.leadmap.ports.PhoneNumbers;
import io.leadmap.ports.Practices;

import java.time.InstantSource;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Looks through the stored appointments for one that a lead could take, after the lead was created
 * or something of it changed (domain section 9, linking). The earliest to start is taken.
 */
final class RelinkLead {

    private final Practices practices;
    private final Leads leads;
    private final Patients patients;
    private final PatientMemory memory;
    private final PlaceAppointment placing;
    private final InstantSource clock;

    RelinkLead(
            PmsPorts ports,
            PhoneNumbers phones,
            IdSource ids,
            InstantSource clock,
            Backoff backoff) {
        Attempts attempts = new Attempts(backoff);
        this.practices = ports.practices();
        this.leads = ports.leads();
        this.patients = ports.patients();
        this.memory = new PatientMemory(patients, phones, attempts);
        this.placing = new PlaceAppointment(ports, new TakeSteps(ports, attempts), ids);
        this.clock = clock;
    }

    /** Links the lead if it can be linked now; does nothing otherwise. */
    void relink(PracticeId practiceId, LeadId lead) {
        practices
                .find(practiceId)
                .filter(practice -> !practice.connections().isEmpty())
                .ifPresent(
                        practice -> relink(Occasion.of(practice, "relink", clock.instant()), lead));
    }

    void relink(Occasion occasion, LeadId leadId) {
        Optional<Lead> found = leads.find(occasion.practice().id(), leadId);
        if (found.isEmpty()
                || found.get().pms().hasLiveAppointment()
                || !Linking.isOpenToBooking(found.get(), occasion.now())) {
            return;
        }
        Lead lead = found.get();
        List<Open> able =
                patientsOf(occasion.practice().id(), lead).stream()
                        .flatMap(known ->
                                placing.open(occasion, known)
                                        .map(open -> new Open(open.appointment(), known)))
                        .filter(open ->
                                Linking.canTake(
                                        lead,
                                        open.appointment(),
                                        occasion.practice(),
                                        occasion.now()))
                        .sorted(Comparator.comparing(Open::appointment, Linking.EARLIEST_FIRST))
                        .toList();
        for (Open open : able) {
            if (isTaken(occasion, leadId)) {
                return;
            }
            placing.place(occasion, open.appointment(), open.known());
        }
    }

    private List<Known> patientsOf(PracticeId practice, Lead lead) {
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

    private boolean isTaken(Occasion occasion, LeadId lead) {
        return leads.find(occasion.practice().id(), lead)
                .filter(taker -> taker.pms().hasLiveAppointment())
                .isPresent();
    }

    /** An appointment that no lead has. */
    private record Open(Appointment appointment, Known known) {}
}
