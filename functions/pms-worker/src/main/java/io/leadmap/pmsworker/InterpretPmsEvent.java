package io.leadmap.pmsworker;

import io.leadmap.domain.appointment.Appointment;
import io.leadmap.domain.appointment.Edition;
import io.leadmap.domain.appointment.NewClients;
import io.leadmap.domain.decide.Command;
import io.leadmap.domain.lead.Lead;
import io.leadmap.domain.lead.LeadId;
import io.leadmap.domain.lead.PatientLink;
import io.leadmap.domain.practice.Connection;
import io.leadmap.domain.practice.Practice;
import io.leadmap.domain.practice.PracticeId;
import io.leadmap.pmsworker.TakeSteps.Found;
import io.leadmap.ports.Appointments;
import io.leadmap.ports.Attempts;
import io.leadmap.ports.Backoff;
import io.leadmap.ports.IdSource;
import io.leadmap.ports.Inbox;
import io.leadmap.ports.Leads;
import io.leadmap.ports.Patients;
import io.leadmap.ports.Patients.Known;
import io.leadmap.ports.PhoneNumbers;
import io.leadmap.ports.PmsEvent;
import io.leadmap.ports.PmsEvent.ToldAppointment;
import io.leadmap.ports.PmsEvent.ToldPatient;
import io.leadmap.ports.PmsProvider;
import io.leadmap.ports.PmsProvider.Reading;
import io.leadmap.ports.PmsProviders;
import io.leadmap.ports.Practices;
import io.leadmap.ports.Snapshot;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Makes sense of a kept PMS event: remembers the appointment and the patient, and moves the lead
 * that it concerns (architecture decision 5, domain section 9). May be run again and in any order:
 * what is older than what is known changes nothing.
 */
public final class InterpretPmsEvent {

    private final Practices practices;
    private final PmsProviders providers;
    private final Inbox inbox;
    private final Leads leads;
    private final Patients patients;
    private final Appointments appointments;
    private final PatientMemory memory;
    private final TakeSteps steps;
    private final PlaceAppointment placing;
    private final RelinkLead relinking;
    private final InstantSource clock;

    public InterpretPmsEvent(
            PmsPorts ports,
            Inbox inbox,
            PmsProviders providers,
            PhoneNumbers phones,
            IdSource ids,
            InstantSource clock,
            Backoff backoff) {
        Attempts attempts = new Attempts(backoff);
        this.practices = ports.practices();
        this.providers = providers;
        this.inbox = inbox;
        this.leads = ports.leads();
        this.patients = ports.patients();
        this.appointments = ports.appointments();
        this.memory = new PatientMemory(patients, phones, attempts);
        this.steps = new TakeSteps(ports, attempts);
        this.placing = new PlaceAppointment(ports, steps, ids);
        this.relinking = new RelinkLead(ports, phones, ids, clock, backoff);
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
        Occasion occasion = Occasion.of(practice.get(), received.key().eventId(), clock.instant());
        return switch (provider.get().read(received.body(), received.at())) {
            case Reading.Unreadable unreadable -> of(Inbox.Outcome.UNREADABLE);
            case Reading.Read(PmsEvent.Unknown unknown) -> of(Inbox.Outcome.UNKNOWN_TYPE);
            case Reading.Read(PmsEvent.PatientMerged(String from, String into)) -> {
                merged(occasion, connection.get(), from, into);
                yield of(Inbox.Outcome.INTERPRETED);
            }
            case Reading.Read(PmsEvent.PatientChanged(ToldPatient told)) -> {
                changed(occasion, connection.get(), told, received);
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
                observe(occasion, event);
                yield new Interpretation(
                        Inbox.Outcome.INTERPRETED,
                        Optional.ofNullable(told.location()).filter(l -> division.isEmpty()));
            }
        };
    }

    private void observe(Occasion occasion, Told told) {
        After after = steps.until(occasion, () -> find(occasion, told));
        switch (after) {
            case After.Nothing() -> {}
            case After.Freed(LeadId lead) -> relinking.relink(occasion, lead);
            case After.Unplaced unplaced ->
                    placing.lookAgain(
                            occasion,
                            unplaced,
                            told.snapshot(occasion.practice(), Optional.empty()).appointment(),
                            told.known());
        }
    }

    private Found find(Occasion occasion, Told told) {
        Practice practice = occasion.practice();
        Optional<Snapshot> stored =
                appointments.find(practice.id(), told.connection().id(), told.appointment().id());
        Snapshot seen = told.snapshot(practice, stored);
        if (stored.filter(before -> !isNews(told.edition(), seen, before)).isPresent()) {
            return Found.NOTHING;
        }
        Appointment now = seen.appointment();
        Optional<Lead> holder = stored.flatMap(before -> placing.holder(practice, before));
        if (holder.isPresent()) {
            return follow(holder.get(), seen, told.known());
        }
        boolean isOpen = now.state().isLive() && !NewClients.isMemoryOnly(now, told.connection());
        return isOpen
                ? placing.find(occasion, seen, stored, told.known(), true)
                : new Found(new Step.Keep(Optional.of(seen), Optional.empty()));
    }

    /** Neither what is older than what is known nor the same once more. */
    private static boolean isNews(Edition told, Snapshot seen, Snapshot before) {
        boolean again =
                told.time().equals(before.edition().time())
                        && seen.appointment().saysTheSame(before.appointment());
        return !again && told.follows(before.edition());
    }

    private static Found follow(Lead lead, Snapshot seen, Known known) {
        Appointment now = seen.appointment();
        boolean deleted = now.state() == Appointment.State.DELETED;
        Optional<Snapshot> snapshot = Optional.of(seen.of(deleted ? null : lead.id()));
        return new Found(
                new Step.Tell(lead, PlaceAppointment.observed(now, known), snapshot, snapshot),
                now.state().isLive() ? new After.Nothing() : new After.Freed(lead.id()));
    }

    private void changed(
            Occasion occasion, Connection connection, ToldPatient told, Inbox.Received received) {
        Known known = memory.remember(occasion.practice(), connection.id(), told, received);
        tell(occasion, known, new Command.FillFromPatient(known.patient().fields()));
        placing.placeAll(occasion, known);
    }

    private void merged(Occasion occasion, Connection connection, String from, String into) {
        Known known = memory.merge(occasion.practice().id(), connection.id(), from, into);
        PatientLink link = new PatientLink(connection.id(), known.patient().id());
        tell(occasion, known, new Command.LinkPatient(link));
        placing.placeAll(occasion, known);
    }

    /** Gives every lead of a patient a command. */
    private void tell(Occasion occasion, Known known, Command command) {
        PracticeId practice = occasion.practice().id();
        for (Lead linked : LeadsOfPatient.read(practice, known, null, leads, patients).linked()) {
            steps.until(
                    occasion,
                    () ->
                            new Found(
                                    new Step.Tell(
                                            leads.find(practice, linked.id()).orElseThrow(),
                                            command,
                                            Optional.empty(),
                                            Optional.empty())));
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
