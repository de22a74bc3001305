package io.leadmap.application.pms;

import io.leadmap.application.Appointments;
import io.leadmap.application.IdSource;
import io.leadmap.application.Leads;
import io.leadmap.application.Patients;
import io.leadmap.application.Patients.Known;
import io.leadmap.application.Snapshot;
import io.leadmap.application.Store;
import io.leadmap.application.ToDos;
import io.leadmap.domain.appointment.Appointment;
import io.leadmap.domain.appointment.Linking;
import io.leadmap.domain.appointment.Matching.Match;
import io.leadmap.domain.appointment.NewClients;
import io.leadmap.domain.appointment.Patient;
import io.leadmap.domain.decide.Command;
import io.leadmap.domain.decide.Decision;
import io.leadmap.domain.decide.ToDo;
import io.leadmap.domain.lead.FieldKey;
import io.leadmap.domain.lead.FieldValue;
import io.leadmap.domain.lead.Fields;
import io.leadmap.domain.lead.IdentityKey;
import io.leadmap.domain.lead.Lead;
import io.leadmap.domain.lead.LeadId;
import io.leadmap.domain.lead.PatientLink;
import io.leadmap.domain.lead.Status;
import io.leadmap.domain.practice.Practice;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Finds the lead that takes an appointment which no lead has, or begins one for a new client
 * (domain section 9).
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
    private final ToDos todos;
    private final IdSource ids;

    PlaceAppointment(Store store, IdSource ids) {
        this.leads = store.leads();
        this.patients = store.patients();
        this.appointments = store.appointments();
        this.todos = store.toDos();
        this.ids = ids;
    }

    /**
     * Places a live appointment.
     *
     * @param seen the appointment at the revision that was read; who has it now is passed over
     * @param known whom it is for
     * @param mayBegin whether a lead may be begun for a new client
     * @return false if somebody was faster: read again and try again
     */
    boolean place(Attempt attempt, Snapshot seen, Known known, boolean mayBegin) {
        Practice practice = attempt.practice();
        Appointment appointment = seen.appointment();
        LeadsOfPatient candidates =
                LeadsOfPatient.read(practice.id(), known, appointment.reference(), leads, patients);
        Match match =
                candidates.match(
                        lead -> Linking.canTake(lead, appointment, practice, attempt.now()));
        return switch (match) {
            case Match.Found(List<Lead> able) ->
                    link(
                            attempt,
                            Linking.choose(able, appointment, practice).orElseThrow(),
                            seen,
                            known);
            case Match.Unclear(List<Lead> among) -> {
                ask(attempt, "whose", among, appointment, WHOSE);
                yield keep(practice, seen);
            }
            case Match.Nobody() -> nobody(attempt, candidates, seen, known, mayBegin);
        };
    }

    private boolean nobody(
            Attempt attempt,
            LeadsOfPatient candidates,
            Snapshot seen,
            Known known,
            boolean mayBegin) {
        Appointment appointment = seen.appointment();
        if (candidates.match(lead -> lead.status() == Status.LOST)
                instanceof Match.Found(List<Lead> lost)) {
            ask(attempt, "lost", lost, appointment, LOST_BOOKED);
            return keepWithoutLead(attempt, candidates, seen, known);
        }
        boolean worked =
                !(candidates.match(lead -> !lead.status().isClosed()) instanceof Match.Nobody);
        return mayBegin && !worked && isNewClient(attempt, appointment, known)
                ? begin(attempt, candidates, seen, known)
                : keepWithoutLead(attempt, candidates, seen, known);
    }

    /**
     * Keeps an appointment that no lead could take, and looks once more if anybody came meanwhile:
     * their own search may have found no appointment yet.
     */
    private boolean keepWithoutLead(
            Attempt attempt, LeadsOfPatient candidates, Snapshot seen, Known known) {
        Practice practice = attempt.practice();
        Appointment appointment = seen.appointment();
        if (!keep(practice, seen)) {
            return false;
        }
        if (candidates.haveChanged(practice.id(), leads)) {
            attempt.until(() ->
                    appointments
                            .find(practice.id(), appointment.connectionId(), appointment.id())
                            .filter(kept -> kept.lead() == null)
                            .map(kept -> place(attempt, kept, known, false))
                            .orElse(true));
        }
        return true;
    }

    private boolean isNewClient(Attempt attempt, Appointment appointment, Known known) {
        if (!attempt.practice().settings().createLeadsForNewClients()) {
            return false;
        }
        List<Appointment> before =
                appointments
                        .ofPatients(
                                attempt.practice().id(),
                                appointment.connectionId(),
                                PatientMemory.ids(known))
                        .stream()
                        .map(Snapshot::appointment)
                        .toList();
        return NewClients.isNew(
                appointment, before, attempt.practice().settings().newClientGapDays());
    }

    private boolean link(Attempt attempt, Lead lead, Snapshot seen, Known known) {
        Appointment appointment = seen.appointment();
        PatientLink patient = new PatientLink(appointment.connectionId(), known.patient().id());
        Decision decision =
                attempt.decide(lead, new Command.ObserveAppointment(appointment, patient));
        return attempt.store(leads, lead, decision, Map.of(), seen.of(lead.id()))
                .orElseGet(() -> keep(attempt.practice(), seen));
    }

    private boolean begin(Attempt attempt, LeadsOfPatient candidates, Snapshot seen, Known known) {
        LeadId id = new LeadId(ids.next());
        Decision decision =
                attempt.begin(
                        id,
                        new Command.BeginByAppointment(
                                fields(known.patient()), seen.appointment()));
        Map<IdentityKey, Long> guards = new HashMap<>(candidates.guards());
        if (decision instanceof Decision.Accepted accepted) {
            guards.keySet().retainAll(IdentityKey.of(accepted.after()));
        }
        return attempt.store(leads, null, decision, guards, seen.of(id)).orElse(true);
    }

    /** The patient's data as a lead's fields. */
    static Fields fields(Patient patient) {
        Map<FieldKey, FieldValue> fields = new TreeMap<>();
        text(fields, FieldKey.FIRST_NAME, patient.firstName());
        text(fields, FieldKey.LAST_NAME, patient.lastName());
        text(fields, FieldKey.EMAIL, patient.email());
        text(fields, FieldKey.PHONE, patient.phone() == null ? null : patient.phone().stored());
        if (patient.dateOfBirth() != null) {
            fields.put(FieldKey.DATE_OF_BIRTH, new FieldValue.Day(patient.dateOfBirth()));
        }
        return Fields.of(fields);
    }

    private static void text(
            Map<FieldKey, FieldValue> fields, FieldKey key, @Nullable String value) {
        if (value != null) {
            fields.put(key, new FieldValue.Text(value));
        }
    }

    private boolean keep(Practice practice, Snapshot seen) {
        Snapshot free = seen.of(null);
        boolean known =
                seen.revision() > 0
                        && appointments
                                .find(
                                        practice.id(),
                                        seen.appointment().connectionId(),
                                        seen.appointment().id())
                                .filter(free::saysTheSame)
                                .isPresent();
        return known || appointments.store(practice.id(), free);
    }

    private void ask(
            Attempt attempt,
            String matter,
            List<Lead> among,
            Appointment appointment,
            String text) {
        Lead first = among.getFirst();
        String id = matter + "-" + appointment.connectionId() + "-" + appointment.id();
        todos.ask(
                attempt.practice().id(),
                new ToDo(id, first.id(), first.owner(), text, attempt.now()));
    }
}
