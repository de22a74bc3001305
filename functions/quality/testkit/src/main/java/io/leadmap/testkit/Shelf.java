package io.leadmap.testkit;

import io.leadmap.domain.decide.ToDo;
import io.leadmap.domain.history.Commit;
import io.leadmap.domain.lead.IdentityKey;
import io.leadmap.domain.lead.Lead;
import io.leadmap.domain.lead.LeadId;
import io.leadmap.domain.mail.EmailId;
import io.leadmap.domain.message.Message;
import io.leadmap.domain.practice.Bindings;
import io.leadmap.domain.practice.Practice;
import io.leadmap.domain.practice.PracticeId;
import io.leadmap.domain.suppression.AddressState;
import io.leadmap.ports.FirstAnswer;
import io.leadmap.ports.MailLedger.Posted;
import io.leadmap.ports.NameIndex;
import io.leadmap.ports.Snapshot;
import io.micronaut.json.tree.JsonNode;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Where the ports of one store in memory keep their things; whoever touches it holds its lock. */
final class Shelf {

    final Map<PracticeId, TreeMap<Long, Practice>> practices = new HashMap<>();
    final Map<PracticeId, TreeMap<Long, JsonNode>> configurations = new HashMap<>();
    final Map<PracticeId, Bindings> signIns = new HashMap<>();
    final TreeMap<LeadKey, Row> leads = new TreeMap<>();

    /** Where a lead stands on the sheet, and under which texts of its name it was put there. */
    final TreeMap<LeadKey, Map.Entry<NameIndex.Place, SortedSet<String>>> names = new TreeMap<>();

    final Map<Scoped<IdentityKey>, Guard> guards = new HashMap<>();
    final Map<Scoped<String>, FirstAnswer> answers = new HashMap<>();
    final Map<Scoped<ToDo.Asked>, ToDo> toDos = new HashMap<>();

    /** To whom a to-do was given that was asked of somebody else. */
    final Map<Scoped<ToDo.Asked>, ToDo.Asked> given = new HashMap<>();

    /** Everybody's copies of messages, by person and id. */
    final Map<Scoped<String>, TreeMap<String, Message>> messages = new HashMap<>();

    final Map<Scoped<AppointmentKey>, Snapshot> snapshots = new HashMap<>();
    final TreeMap<EmailId, Posted> mails = new TreeMap<>();
    final Map<Scoped<String>, AddressState> addresses = new HashMap<>();
    final Map<Scoped<String>, Long> submissions = new HashMap<>();
    final Map<Scoped<String>, Integer> mailsTaken = new HashMap<>();

    /** Anything that belongs to one practice. */
    record Scoped<T>(PracticeId practice, T key) {}

    /** A lead's key, in the order of practices and ids. */
    record LeadKey(PracticeId practice, LeadId lead) implements Comparable<LeadKey> {
        @Override
        public int compareTo(LeadKey other) {
            int byPractice = practice.value().compareTo(other.practice.value());
            return byPractice != 0 ? byPractice : lead.value().compareTo(other.lead.value());
        }
    }

    record Row(Lead lead, List<Commit> history) {}

    /** Who shares an identity key, by lead id. */
    record Guard(SortedSet<String> leads, long revision) {
        static final Guard NONE = new Guard(new TreeSet<>(), 0);
    }

    /** Who shares an identity key. */
    Guard guard(PracticeId practice, IdentityKey key) {
        return guards.getOrDefault(new Scoped<>(practice, key), Guard.NONE);
    }

    /** A to-do that comes once to the desk for which it is asked. */
    void ask(PracticeId practice, ToDo toDo) {
        toDos.putIfAbsent(new Scoped<>(practice, asked(toDo)), toDo);
    }

    /** Ends a to-do wherever people gave it. */
    void end(PracticeId practice, ToDo.Asked asked) {
        ToDo.Asked at = asked;
        Set<ToDo.Asked> seen = new HashSet<>();
        while (seen.add(at)) {
            at = given.getOrDefault(new Scoped<>(practice, at), at);
        }
        toDos.remove(new Scoped<>(practice, at));
    }

    static ToDo.Asked asked(ToDo toDo) {
        return new ToDo.Asked(toDo.id(), toDo.assignee());
    }

    AddressState address(PracticeId practice, String normalised) {
        return addresses.getOrDefault(
                new Scoped<>(practice, normalised), AddressState.clean(normalised));
    }

    /** Tells whether nobody has stored the address since it was read. */
    boolean isCurrent(PracticeId practice, AddressState state) {
        return address(practice, state.address()).revision() == state.revision();
    }

    /** Stores an address as its next revision. */
    void keep(PracticeId practice, AddressState state) {
        addresses.put(
                new Scoped<>(practice, state.address()),
                new AddressState(state.address(), state.revision() + 1, state.suppressions()));
    }

    record AppointmentKey(String connection, String id) {}

    boolean isCurrent(PracticeId practice, Snapshot snapshot) {
        Snapshot stored = snapshots.get(key(practice, snapshot));
        return (stored == null ? 0 : stored.revision()) == snapshot.revision();
    }

    /** Stores a snapshot as its next revision, unless somebody else has. */
    boolean store(PracticeId practice, Snapshot snapshot) {
        if (!isCurrent(practice, snapshot)) {
            return false;
        }
        snapshots.put(key(practice, snapshot), snapshot.stored());
        return true;
    }

    private static Scoped<AppointmentKey> key(PracticeId practice, Snapshot snapshot) {
        return new Scoped<>(
                practice,
                new AppointmentKey(
                        snapshot.appointment().connectionId(), snapshot.appointment().id()));
    }
}
