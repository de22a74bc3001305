package io.leadmap.application.pms;

import io.leadmap.application.Appointments;
import io.leadmap.application.IdSource;
import io.leadmap.application.Inbox;
import io.leadmap.application.Leads;
import io.leadmap.application.Patients;
import io.leadmap.application.Patients.Known;
import io.leadmap.application.PhoneNumbers;
import io.leadmap.application.Practices;
import io.leadmap.application.Snapshot;
import io.leadmap.application.Store;
import io.leadmap.application.pms.PmsEvent.ToldAppointment;
import io.leadmap.application.pms.PmsEvent.ToldPatient;
import io.leadmap.application.pms.PmsProvider.Reading;
import io.leadmap.domain.appointment.Appointment;
import io.leadmap.domain.appointment.NewClients;
import io.leadmap.domain.decide.Command;
import io.leadmap.domain.decide.Decision;
import io.leadmap.domain.lead.Lead;
import io.leadmap.domain.lead.LeadId;
import io.leadmap.domain.lead.PatientLink;
import io.leadmap.domain.practice.Connection;
import io.leadmap.domain.practice.Practice;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/**
 * Makes sense of a kept PMS event: remembers the appointment and the patient, and moves the lead
 * that it concerns (architecture decision 5, domain section 9). May be run again and in any order:
 * what is older than what is known changes nothing.
 */
public final class InterpretPmsEvent {

    private final Store store;
    private final Practices practices;
    private final PmsProviders providers;
    private final Inbox inbox;
    private final Leads leads;
    private final Patients patients;
    private final Appointments appointments;
    private final PatientMemory memory;
    private final PlaceAppointment placing;
    private final RelinkLead relinking;
    private final InstantSource clock;

    public InterpretPmsEvent(
            Store store,
            PmsProviders providers,
            PhoneNumbers phones,
            IdSource ids,
            InstantSource clock) {
        this.store = store;
        this.practices = store.practices();
        this.providers = providers;
        this.inbox = store.inbox();
        this.leads = store.leads();
        this.patients = store.patients();
        this.appointments = store.appointments();
        this.memory = new PatientMemory(patients, phones);
        this.placing = new PlaceAppointment(store, ids);
        this.relinking = new RelinkLead(store, phones, ids, clock);
        this.clock = clock;
    }

    /**
     * What was made of an event.
     *
     * @param unmappedLocation a place of the PMS that is no division of ours; the root stands for
     *     it
     */
    public record Interpretation(Inbox.Outcome outcome, Optional<String> unmappedLocation) {}

    /** Interprets an event and marks it as done with; empty if there is no such event. */
    public Optional<Interpretation> interpret(Inbox.Key key) {
        Optional<Inbox.Received> received = inbox.find(key);
        if (received.isEmpty()) {
            return Optional.empty();
        }
        Interpretation interpretation = interpret(received.get());
        inbox.done(key, interpretation.outcome(), clock.instant());
        return Optional.of(interpretation);
    }

    private Interpretation interpret(Inbox.Received received) {
        Optional<Practice> practice = practices.find(received.key().practice());
        Optional<Connection> connection =
                practice.flatMap(p -> p.connection(received.key().connectionId()));
        Optional<PmsProvider> provider = connection.flatMap(c -> providers.find(c.provider()));
        if (practice.isEmpty() || connection.isEmpty() || provider.isEmpty()) {
            return of(Inbox.Outcome.UNREADABLE);
        }
        Attempt attempt =
                new Attempt(store, practice.get(), received.key().eventId(), clock.instant());
        return switch (provider.get().read(received.body(), received.at())) {
            case Reading.Unreadable unreadable -> of(Inbox.Outcome.UNREADABLE);
            case Reading.Read(PmsEvent.Unknown unknown) -> of(Inbox.Outcome.UNKNOWN_TYPE);
            case Reading.Read(PmsEvent.PatientMerged(String from, String into)) -> {
                merged(attempt, connection.get(), from, into);
                yield of(Inbox.Outcome.INTERPRETED);
            }
            case Reading.Read(PmsEvent.PatientChanged(ToldPatient told)) -> {
                changed(attempt, connection.get(), told);
                yield of(Inbox.Outcome.INTERPRETED);
            }
            case Reading.Read(
                            PmsEvent.AppointmentChanged(
                                    ToldAppointment told,
                                    ToldPatient patient)) -> {
                Optional<String> division =
                        division(practice.get(), connection.get(), told.location());
                Known known = memory.remember(practice.get(), connection.get().id(), patient);
                Told event = new Told(connection.get(), told, division, known, received.at());
                attempt.until(() -> observed(attempt, event));
                yield new Interpretation(
                        Inbox.Outcome.INTERPRETED,
                        Optional.ofNullable(told.location()).filter(l -> division.isEmpty()));
            }
        };
    }

    private boolean observed(Attempt attempt, Told told) {
        Optional<Snapshot> stored =
                appointments.find(
                        attempt.practice().id(), told.connection().id(), told.appointment().id());
        if (stored.filter(s -> s.appointment().version() >= told.appointment().version())
                .isPresent()) {
            return true; // old news
        }
        Appointment now = told.snapshot(attempt.practice(), stored);
        long revision = stored.map(Snapshot::revision).orElse(0L);
        Optional<Lead> holder = stored.flatMap(s -> relinking.holder(attempt, s));
        if (holder.isPresent()) {
            return follow(attempt, holder.get(), now, revision, told.known());
        }
        return now.state().isLive() && !NewClients.isMemoryOnly(now, told.connection())
                ? placing.place(attempt, now, revision, told.known(), true)
                : appointments.store(attempt.practice().id(), new Snapshot(now, null, revision));
    }

    private boolean follow(
            Attempt attempt, Lead lead, Appointment now, long revision, Known known) {
        PatientLink patient = new PatientLink(now.connectionId(), known.patient().id());
        Decision decision = attempt.decide(lead, new Command.ObserveAppointment(now, patient));
        boolean deleted = now.state() == Appointment.State.DELETED;
        Snapshot snapshot = new Snapshot(now, deleted ? null : lead.id(), revision);
        boolean stored =
                attempt.store(leads, lead, decision, Map.of(), snapshot)
                        .orElseGet(() -> appointments.store(attempt.practice().id(), snapshot));
        if (stored && !now.state().isLive()) {
            leads.find(attempt.practice().id(), lead.id())
                    .ifPresent(free -> relinking.relink(attempt, free));
        }
        return stored;
    }

    private void changed(Attempt attempt, Connection connection, ToldPatient told) {
        Known known = memory.remember(attempt.practice(), connection.id(), told);
        Command fill = new Command.FillFromPatient(PlaceAppointment.fields(known.patient()));
        tell(attempt, known, fill);
        relinking.place(attempt, known);
    }

    private void merged(Attempt attempt, Connection connection, String from, String into) {
        Known known = memory.merge(attempt.practice().id(), connection.id(), from, into);
        tell(
                attempt,
                known,
                new Command.LinkPatient(new PatientLink(connection.id(), known.patient().id())));
        relinking.place(attempt, known);
    }

    /** Gives every lead of a patient a command. */
    private void tell(Attempt attempt, Known known, Command command) {
        for (Lead linked :
                LeadsOfPatient.read(attempt.practice().id(), known, null, leads, patients)
                        .linked()) {
            attempt.until(() -> {
                Lead lead = leads.find(attempt.practice().id(), linked.id()).orElseThrow();
                return attempt.store(leads, lead, attempt.decide(lead, command), Map.of(), null)
                        .orElse(true);
            });
        }
    }

    /** Our division for a place of the PMS; empty if it names none or one that we do not know. */
    private static Optional<String> division(
            Practice practice, Connection connection, @Nullable String location) {
        if (location == null) {
            return Optional.empty();
        }
        String mapped = connection.locations().getOrDefault(location, location);
        return practice.division(mapped).map(division -> division.id());
    }

    private static Interpretation of(Inbox.Outcome outcome) {
        return new Interpretation(outcome, Optional.empty());
    }

    /** An appointment that was told of, with what is needed to make a snapshot of it. */
    private record Told(
            Connection connection,
            ToldAppointment appointment,
            Optional<String> division,
            Known known,
            Instant receivedAt) {

        private Appointment snapshot(Practice practice, Optional<Snapshot> stored) {
            Optional<Appointment> before = stored.map(Snapshot::appointment);
            Instant firstSeen = before.map(Appointment::firstSeen).orElse(receivedAt);
            Instant bookedAt = appointment.bookedAt();
            String root = practice.rootDivision().id();
            LeadId reference = appointment.reference();
            return new Appointment(
                    connection.id(),
                    appointment.id(),
                    appointment.version(),
                    appointment.state(),
                    bookedAt != null
                            ? bookedAt
                            : before.map(Appointment::bookedAt).orElse(firstSeen),
                    appointment.startsAt(),
                    appointment.endsAt(),
                    appointment.location() == null ? null : division.orElse(root),
                    reference != null ? reference : before.map(Appointment::reference).orElse(null),
                    appointment.invoice(),
                    known.patient().id(),
                    firstSeen);
        }
    }
}
