package io.leadmap.pmsworker;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.leadmap.domain.decide.Command;
import io.leadmap.domain.decide.Context;
import io.leadmap.domain.decide.Decider;
import io.leadmap.domain.decide.Decision;
import io.leadmap.domain.decide.ToDo;
import io.leadmap.domain.history.Actor;
import io.leadmap.domain.history.Cause;
import io.leadmap.domain.lead.Attribution;
import io.leadmap.domain.lead.FieldKey;
import io.leadmap.domain.lead.FieldValue;
import io.leadmap.domain.lead.Fields;
import io.leadmap.domain.lead.IdentityKey;
import io.leadmap.domain.lead.Lead;
import io.leadmap.domain.lead.LeadId;
import io.leadmap.domain.practice.Practice;
import io.leadmap.domain.practice.PracticeId;
import io.leadmap.domain.practice.Role;
import io.leadmap.phones.InternationalPhones;
import io.leadmap.pms.KnownProviders;
import io.leadmap.pmsworker.InterpretPmsEvent.Interpretation;
import io.leadmap.ports.Backoff;
import io.leadmap.ports.IdSource;
import io.leadmap.ports.Inbox;
import io.leadmap.ports.Leads;
import io.leadmap.ports.Leads.Append;
import io.leadmap.ports.Leads.Appended;
import io.leadmap.testkit.InMemoryStore;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** A practice whose PMS sends events, from what its webhook kept to the leads that they move. */
final class PmsScene {

    static final Actor AVA = Actor.person("ava", "Ava", Set.of(Role.AGENT));

    /** The practice's secret, as its connection keeps it. */
    static final String SECRET =
            "whsec_"
                    + Base64.getEncoder()
                            .encodeToString("a key of twenty-four byt".getBytes(UTF_8));

    final InMemoryStore store;
    private final InstantSource clock = () -> this.now;
    private final InterpretPmsEvent interpreting;
    private final RelinkLead relinking;
    private final IdSource ids = () -> "lead%022d".formatted(++this.made);
    private Practice practice;
    private Instant now = Instant.parse("2026-02-27T09:00:00Z");
    private int made;
    private int sent;

    PmsScene() {
        this(SamplePmsPractice.with(p -> {}));
    }

    PmsScene(Practice practice) {
        this.practice = practice;
        store = new InMemoryStore(clock);
        assertThat(store.practices().store(practice, 0)).isTrue();
        KnownProviders providers = new KnownProviders();
        interpreting =
                new InterpretPmsEvent(
                        ports(),
                        store.inbox(),
                        providers,
                        new InternationalPhones(),
                        ids,
                        clock,
                        Backoff.NONE);
        relinking = new RelinkLead(ports(), new InternationalPhones(), ids, clock, Backoff.NONE);
    }

    PmsPorts ports() {
        return new PmsPorts(
                store.practices(),
                store.leads(),
                store.patients(),
                store.appointments(),
                store.suppressions(),
                store.toDos());
    }

    PracticeId id() {
        return practice.id();
    }

    PmsScene at(String instant) {
        now = Instant.parse(instant);
        return this;
    }

    Instant now() {
        return now;
    }

    /** Another practice in the same store. */
    void also(Practice other) {
        assertThat(store.practices().store(other, 0)).isTrue();
    }

    /** The webhook keeps an event, and the worker interprets it. */
    Interpretation send(String body) {
        return send(practice.id(), "event-" + ++sent, body);
    }

    Interpretation send(PracticeId to, String eventId, String body) {
        assertThat(receive(to, eventId, body)).isEqualTo(Inbox.Storing.KEPT);
        return interpret(to, eventId);
    }

    Interpretation interpret(PracticeId of, String eventId) {
        return interpreting.interpret(new Inbox.Key(of, "pms", eventId)).orElseThrow();
    }

    /** The webhook has kept an event. */
    Inbox.Storing receive(PracticeId to, String eventId, String body) {
        return store.inbox()
                .store(new Inbox.Received(new Inbox.Key(to, "pms", eventId), body, now));
    }

    /** An agent adds a lead with these text fields, in pairs. */
    LeadId add(String... namesAndValues) {
        LeadId id = new LeadId(ids.next());
        Command.AddLead add =
                new Command.AddLead(
                        fields(namesAndValues),
                        null,
                        null,
                        "ava",
                        null,
                        null,
                        null,
                        null,
                        Attribution.NONE,
                        Optional.empty());
        append(null, Decider.begin(id, add, context(null, add)));
        return id;
    }

    LeadId addMonique() {
        return add(
                "firstName",
                "Monique",
                "lastName",
                "Lee",
                "email",
                "monique@example.com",
                "phone",
                "+61444444444");
    }

    /** An agent does something with a lead. */
    void then(LeadId id, Command command) {
        Lead lead = lead(id);
        append(lead, Decider.decide(lead, command, context(lead, command)));
    }

    /** What the stream of the leads makes the worker do. */
    void relink(LeadId id) {
        relinking.relink(practice.id(), id);
    }

    Lead lead(LeadId id) {
        return store.leads().find(practice.id(), id).orElseThrow();
    }

    /** Every lead that is linked to a patient, oldest first. */
    List<Lead> leadsOf(String patientId) {
        IdentityKey key = new IdentityKey.ByPatient("pms", patientId);
        Leads.Sharing sharing =
                store.leads()
                        .sharing(practice.id(), Set.of(key))
                        .getOrDefault(key, new Leads.Sharing(List.of(), 0));
        return sharing.leads().stream().map(this::lead).toList();
    }

    List<ToDo> todosOf(String person) {
        return store.toDos().open(practice.id(), person, 50);
    }

    static Fields fields(String... namesAndValues) {
        Map<FieldKey, FieldValue> values = new TreeMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            values.put(
                    FieldKey.find(namesAndValues[i]).orElseThrow(),
                    new FieldValue.Text(namesAndValues[i + 1]));
        }
        return Fields.of(values);
    }

    private Context context(@Nullable Lead lead, Command command) {
        Cause cause = new Cause(Cause.Kind.REQUEST, "test");
        return store.suppressions()
                .inform(new Context(practice, AVA, cause, now, Set.of()), lead, command);
    }

    private void append(@Nullable Lead before, Decision decision) {
        assertThat(decision).isInstanceOf(Decision.Accepted.class);
        assertThat(store.leads().append(Append.of(before, (Decision.Accepted) decision)))
                .isEqualTo(new Appended.Stored());
    }
}
