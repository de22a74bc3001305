package io.leadmap.application.pms;

import io.leadmap.application.Appointments;
import io.leadmap.application.Attempts;
import io.leadmap.application.Backoff;
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
import io.leadmap.domain.appointment.Edition;
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
    private final Attempts attempts;

    public InterpretPmsEvent(
            Store store,
            Practices practices,
            PmsProviders providers,
            PhoneNumbers phones,
            IdSource ids,
            InstantSource clock,
            Backoff backoff) {
        this.store = store;
        this.attempts = new Attempts(backoff);
        this.practices = practices;
        this.providers = providers;
        this.inbox = store.inbox();
        this.leads = store.leads();
        this.patients = store.patients();
        this.appointments = store.appointments();
        this.memory = new PatientMemory(patients, phones, attempts);
        this.placing = new PlaceAppointment(store, ids);
        this.relinking = new RelinkLead(store, practices, phones, ids, clock, backoff);
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
                new Attempt(
                        store, attempts, practice.get(), received.key().eventId(), clock.instant());
        return switch (provider.get().read(received.body(), received.at())) {
            case Reading.Unreadable unreadable -> of(Inbox.Outcome.UNREADABLE);
            case Reading.Read(PmsEvent.Unknown unknown) -> of(Inbox.Outcome.UNKNOWN_TYPE);
            case Reading.Read(PmsEvent.PatientMerged(String from, String into)) -> {
                merged(attempt, connection.get(), from, into);
                yield of(Inbox.Outcome.INTERPRETED);
            }
            case Reading.Read(PmsEvent.PatientChanged(ToldPatient told)) -> {
                changed(attempt, connection.get(), told, received);
                yield of(Inbox.Outcome.INTERPRETED);
            }
            case Reading.Read(
                            PmsEvent.AppointmentChanged(
                                    ToldAppointment told,
                                    ToldPatient patient)) -> {
                Optional<String> division =
                        division(practice.get(), connection.get(), told.location());
                Known known =
                        memory.remember(practice.get(), connection.get().id(), patient, received);
                Told event = new Told(connection.get(), told, division, known, received);
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
        Snapshot seen = told.snapshot(attempt.practice(), stored);
        if (stored.filter(before -> !isNews(told.edition(), seen, before)).isPresent()) {
            return true;
        }
        Appointment now = seen.appointment();
        Optional<Lead> holder = stored.flatMap(s -> relinking.holder(attempt, s));
        if (holder.isPresent()) {
            return follow(attempt, holder.get(), seen, told.known());
        }
        return now.state().isLive() && !NewClients.isMemoryOnly(now, told.connection())
                ? placing.place(attempt, seen, told.known(), true)
                : appointments.store(attempt.practice().id(), seen);
    }

    /** Neither what is older than what is known nor the same once more. */
    private static boolean isNews(Edition told, Snapshot seen, Snapshot before) {
        boolean again =
                told.time().equals(before.edition().time())
                        && seen.appointment().saysTheSame(before.appointment());
        return !again && told.follows(before.edition());
    }

    private boolean follow(Attempt attempt, Lead lead, Snapshot seen, Known known) {
        Appointment now = seen.appointment();
        PatientLink patient = new PatientLink(now.connectionId(), known.patient().id());
        Decision decision = attempt.decide(lead, new Command.ObserveAppointment(now, patient));
        boolean deleted = now.state() == Appointment.State.DELETED;
        Snapshot snapshot = seen.of(deleted ? null : lead.id());
        boolean stored =
                attempt.store(leads, lead, decision, Map.of(), snapshot)
                        .orElseGet(() -> appointments.store(attempt.practice().id(), snapshot));
        if (stored && !now.state().isLive()) {
            leads.find(attempt.practice().id(), lead.id())
                    .ifPresent(free -> relinking.relink(attempt, free));
        }
        return stored;
    }

    private void changed(
            Attempt attempt, Connection connection, ToldPatient told, Inbox.Received received) {
        Known known = memory.remember(attempt.practice(), connection.id(), told, received);
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
            Inbox.Received received) {

        private Edition edition() {
            return Edition.told(
                    appointment.version(),
                    appointment.updatedAt(),
                    received.at(),
                    received.key().eventId());
        }

        private Snapshot snapshot(Practice practice, Optional<Snapshot> stored) {
            return new Snapshot(
                    appointment(practice, stored.map(Snapshot::appointment)),
                    edition().after(stored.map(Snapshot::edition).orElse(null)),
                    null,
                    stored.map(Snapshot::revision).orElse(0L));
        }

        private Appointment appointment(Practice practice, Optional<Appointment> before) {
            Instant firstSeen = before.map(Appointment::firstSeen).orElse(received.at());
            Instant bookedAt = appointment.bookedAt();
            Long version = appointment.version();
            String root = practice.rootDivision().id();
            LeadId reference = appointment.reference();
            return new Appointment(
                    connection.id(),
                    appointment.id(),
                    version != null ? version : appointment.updatedAt().toEpochMilli(),
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
