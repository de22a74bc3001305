package io.leadmap.scenes;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadmap.domain.appointment.Appointment;
import io.leadmap.domain.decide.Command;
import io.leadmap.domain.history.Actor;
import io.leadmap.domain.history.Cause;
import io.leadmap.domain.lead.Attribution;
import io.leadmap.domain.lead.Channel;
import io.leadmap.domain.lead.FieldKey;
import io.leadmap.domain.lead.FieldValue;
import io.leadmap.domain.lead.Fields;
import io.leadmap.domain.lead.IdentityKey;
import io.leadmap.domain.lead.Lead;
import io.leadmap.domain.lead.Status;
import io.leadmap.domain.practice.Connection;
import io.leadmap.domain.practice.Practice;
import io.leadmap.domain.practice.Role;
import io.leadmap.leads.LeadWriter;
import io.leadmap.leads.WriteRequest;
import io.leadmap.leads.Written;
import io.leadmap.leadupdates.AddLead;
import io.leadmap.leadupdates.AddSource;
import io.leadmap.phones.InternationalPhones;
import io.leadmap.pmsworker.InterpretPmsEvent;
import io.leadmap.pmsworker.PmsPorts;
import io.leadmap.ports.Backoff;
import io.leadmap.ports.Capability;
import io.leadmap.ports.IdSource;
import io.leadmap.ports.Inbox;
import io.leadmap.ports.PatientCreation;
import io.leadmap.ports.PmsEvent;
import io.leadmap.ports.PmsProvider;
import io.leadmap.ports.Polling;
import io.leadmap.ports.Practices;
import io.leadmap.ports.Webhooks;
import io.leadmap.practice.ConfiguredPractices;
import io.leadmap.testkit.SamplePractices;
import io.leadmap.testkit.StoreSuite;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * An agent adds the person whose booking comes in at the same moment: one lead, booked and the
 * agent's, whoever is faster (domain section 9). Where they meet is decided by when each asks for
 * an id: after it has looked who is there, and before it writes.
 */
interface AddedAndBookedContract extends StoreSuite {

    @Test
    default void a_lead_that_a_booking_makes_while_an_agent_adds_it_is_taken_over() {
        Meeting meeting = new Meeting(this);

        Written added = meeting.add(meeting.during(() -> meeting.book(meeting.ids())));

        Lead lead = meeting.only();
        assertThat(added).isEqualTo(new Written.Done(201, lead, null));
        assertThat(lead.origin().channel()).isEqualTo(Channel.PHONE);
        assertThat(lead.owner()).isEqualTo("anna");
        assertThat(lead.status()).isEqualTo(Status.BOOKED);
    }

    @Test
    default void a_lead_that_an_agent_adds_while_a_booking_makes_one_takes_the_appointment() {
        Meeting meeting = new Meeting(this);

        meeting.book(meeting.during(() -> meeting.add(meeting.ids())));

        Lead lead = meeting.only();
        assertThat(lead.origin().channel()).isEqualTo(Channel.PHONE);
        assertThat(lead.owner()).isEqualTo("anna");
        assertThat(lead.status()).isEqualTo(Status.BOOKED);
    }

    @Test
    default void added_and_booked_at_once_is_one_lead() throws Exception {
        for (int time = 0; time < 8; time++) {
            Meeting meeting = new Meeting(this);
            CyclicBarrier start = new CyclicBarrier(2);
            try (ExecutorService both = Executors.newFixedThreadPool(2)) {
                Future<?> added =
                        both.submit(() -> meeting.add(meeting.during(() -> await(start))));
                Future<?> booked =
                        both.submit(() -> meeting.book(meeting.during(() -> await(start))));
                added.get();
                booked.get();
            }

            assertThat(meeting.only().owner()).isEqualTo("anna");
            assertThat(meeting.only().status()).isEqualTo(Status.BOOKED);
        }
    }

    /** What an agent adds is never refused for this (domain section 2). */
    @Test
    default void two_agents_who_add_the_same_person_at_once_make_two_leads() {
        Meeting meeting = new Meeting(this);

        Written added = meeting.add(meeting.during(() -> meeting.add(meeting.ids())));

        assertThat(added).isInstanceOf(Written.Done.class);
        assertThat(meeting.leads()).hasSize(2);
    }

    private static void await(CyclicBarrier start) {
        try {
            start.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    /** An agent and a PMS, and the person whom both know. */
    final class Meeting {

        private static final IdentityKey EMAIL = new IdentityKey.ByEmail("m@example.com");

        private final StoreSuite suite;
        private final Practices practices;
        private final Practice practice;

        private Meeting(StoreSuite suite) {
            this.suite = suite;
            practices = new ConfiguredPractices(suite.store().configurations());
            practice = SamplePractices.withPms(suite.unconfiguredPractice());
            practices.store(practice, 0);
        }

        private IdSource ids() {
            return () -> suite.newLead().value();
        }

        /** Ids; before the first one this happens. */
        private IdSource during(Runnable event) {
            boolean[] over = new boolean[1];
            return () -> {
                if (!over[0]) {
                    over[0] = true;
                    event.run();
                }
                return suite.newLead().value();
            };
        }

        private Written add(IdSource ids) {
            Fields fields =
                    Fields.NONE
                            .with(FieldKey.FIRST_NAME, new FieldValue.Text("Monique"))
                            .with(FieldKey.LAST_NAME, new FieldValue.Text("Lee"))
                            .with(FieldKey.EMAIL, new FieldValue.Text("m@example.com"));
            Command.AddLead command =
                    new Command.AddLead(
                            fields,
                            null,
                            null,
                            "anna",
                            null,
                            null,
                            null,
                            null,
                            Attribution.NONE,
                            Optional.empty());
            AddSource sources =
                    new AddSource(
                            practices,
                            suite.store().firstAnswers(),
                            ids,
                            suite.clock(),
                            Backoff.NONE);
            LeadWriter writer =
                    new LeadWriter(
                            suite.store().leads(),
                            suite.store().histories(),
                            suite.store().firstAnswers(),
                            suite.store().suppressions(),
                            suite.clock(),
                            Backoff.NONE);
            return new AddLead(
                            writer, sources, suite.store().leads(), suite.store().patients(), ids)
                    .add(
                            new WriteRequest(
                                    practice,
                                    Actor.person("anna", "anna", Set.of(Role.AGENT)),
                                    new Cause(Cause.Kind.REQUEST, "r-1"),
                                    null,
                                    Optional.empty(),
                                    false),
                            command,
                            null);
        }

        private void book(IdSource ids) {
            Inbox.Key event = new Inbox.Key(practice.id(), "pms", "e-1");
            Instant now = suite.clock().instant();
            suite.store().inbox().store(new Inbox.Received(event, "{}", now));
            Optional<PmsProvider> provider = Optional.of(new Telling(now));
            new InterpretPmsEvent(
                            new PmsPorts(
                                    practices,
                                    suite.store().leads(),
                                    suite.store().patients(),
                                    suite.store().appointments(),
                                    suite.store().suppressions(),
                                    suite.store().toDos()),
                            suite.store().inbox(),
                            name -> provider,
                            new InternationalPhones(),
                            ids,
                            suite.clock(),
                            Backoff.NONE)
                    .interpret(event);
        }

        private List<Lead> leads() {
            return suite.store().leads().sharing(practice.id(), Set.of(EMAIL)).values().stream()
                    .flatMap(sharing -> sharing.leads().stream())
                    .map(id -> suite.store().leads().find(practice.id(), id).orElseThrow())
                    .toList();
        }

        private Lead only() {
            assertThat(leads()).hasSize(1);
            return leads().getFirst();
        }
    }

    /** A PMS that has one thing to tell: Monique has just booked. */
    record Telling(Instant booked) implements PmsProvider {

        @Override
        public List<Fault> problems(Connection connection) {
            return List.of();
        }

        @Override
        public Capability<Webhooks> webhooks() {
            return new Capability.Lacking<>("it stands in the inbox");
        }

        @Override
        public Capability<Polling> polling() {
            return new Capability.Lacking<>("it stands in the inbox");
        }

        @Override
        public Capability<PatientCreation> patientCreation() {
            return new Capability.Lacking<>("it only tells");
        }

        @Override
        public Reading read(String body, Instant receivedAt) {
            Instant visit = booked.plus(Duration.ofDays(30));
            return new Reading.Read(
                    new PmsEvent.AppointmentChanged(
                            new PmsEvent.ToldAppointment(
                                    "a-1",
                                    1L,
                                    booked,
                                    Appointment.State.BOOKED,
                                    booked,
                                    visit,
                                    visit.plus(Duration.ofMinutes(30)),
                                    null,
                                    null,
                                    null),
                            new PmsEvent.ToldPatient(
                                    "p-1",
                                    booked,
                                    "Monique",
                                    "Lee",
                                    "m@example.com",
                                    null,
                                    null,
                                    booked)));
        }
    }
}
