package io.leadmap.testkit;

import io.leadmap.domain.decide.Decision;
import io.leadmap.domain.decide.Decision.Settlement;
import io.leadmap.domain.history.Actor;
import io.leadmap.domain.history.Commit;
import io.leadmap.domain.lead.IdentityKey;
import io.leadmap.domain.lead.Lead;
import io.leadmap.domain.lead.LeadId;
import io.leadmap.domain.mail.Email;
import io.leadmap.domain.mail.EmailId;
import io.leadmap.domain.mail.MailState;
import io.leadmap.domain.practice.PracticeId;
import io.leadmap.domain.suppression.KnownAddresses;
import io.leadmap.ports.FirstAnswer;
import io.leadmap.ports.Leads;
import io.leadmap.ports.MailLedger.Posted;
import io.leadmap.ports.Snapshot;
import io.leadmap.testkit.Shelf.Guard;
import io.leadmap.testkit.Shelf.LeadKey;
import io.leadmap.testkit.Shelf.Row;
import io.leadmap.testkit.Shelf.Scoped;

import org.jspecify.annotations.Nullable;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Leads in memory. Checks besides what the port promises that each decision is the fold of its
 * commit.
 */
final class InMemoryLeads implements Leads {

    private final Shelf shelf;
    private final InstantSource clock;

    InMemoryLeads(Shelf shelf, InstantSource clock) {
        this.shelf = shelf;
        this.clock = clock;
    }

    @Override
    public Optional<Lead> find(PracticeId practice, LeadId lead) {
        synchronized (shelf) {
            return Optional.ofNullable(shelf.leads.get(new LeadKey(practice, lead))).map(Row::lead);
        }
    }

    @Override
    public Known known(PracticeId practice, Set<IdentityKey> keys) {
        synchronized (shelf) {
            Map<IdentityKey, Sharing> sharing = new HashMap<>();
            KnownAddresses addresses = KnownAddresses.NONE;
            for (IdentityKey key : keys) {
                Guard guard = shelf.guard(practice, key);
                sharing.put(
                        key,
                        new Sharing(
                                guard.leads().stream().map(LeadId::new).toList(),
                                guard.revision()));
                if (key instanceof IdentityKey.ByEmail(String address)) {
                    addresses = addresses.with(shelf.address(practice, address));
                }
            }
            return new Known(sharing, addresses);
        }
    }

    @Override
    public Appended append(Append append) {
        synchronized (shelf) {
            checkFold(append);
            PracticeId practice = append.decision().after().practice();
            for (FirstAnswer answer : append.answers()) {
                FirstAnswer first = shelf.answers.get(new Scoped<>(practice, answer.key()));
                if (first != null && first.expires().isAfter(clock.instant())) {
                    return new Appended.Repeated(first);
                }
            }
            if (hasMoved(practice, append)) {
                return new Appended.Moved();
            }
            Set<EmailId> inFlight = new HashSet<>();
            for (Settlement settlement : append.decision().settlements()) {
                Posted posted = shelf.mails.get(settlement.emailId());
                if (posted == null || posted.state() != settlement.from()) {
                    if (settlement.from() != MailState.QUEUED) {
                        return new Appended.Moved();
                    }
                    inFlight.add(settlement.emailId());
                }
            }
            if (!inFlight.isEmpty()) {
                return new Appended.InFlight(inFlight);
            }
            if (append.decision().mails().stream().anyMatch(m -> shelf.mails.containsKey(m.id()))) {
                throw new IllegalStateException("mails were handed over under ids in use");
            }
            write(practice, append);
            return new Appended.Stored();
        }
    }

    private static void checkFold(Append append) {
        Lead before = append.before();
        Lead after = append.decision().after();
        Commit commit = append.decision().commit();
        Lead folded =
                before == null
                        ? Lead.begin(after.practice(), after.id(), commit)
                        : before.apply(commit);
        if (!folded.equals(after)) {
            throw new IllegalArgumentException(
                    "not the fold of the commit: " + after + " but " + folded);
        }
    }

    private boolean hasMoved(PracticeId practice, Append append) {
        Lead after = append.decision().after();
        Row row = shelf.leads.get(new LeadKey(practice, after.id()));
        Lead before = append.before();
        boolean leadMoved =
                before == null
                        ? row != null
                        : row == null || row.lead().revision().seq() != before.revision().seq();
        boolean guardMoved =
                append.guards().entrySet().stream()
                        .anyMatch(guard ->
                                shelf.guard(practice, guard.getKey()).revision()
                                        != guard.getValue());
        Snapshot also = append.also();
        boolean addressMoved =
                append.decision().addresses().stream()
                        .anyMatch(state -> !shelf.isCurrent(practice, state));
        return leadMoved
                || guardMoved
                || addressMoved
                || (also != null && !shelf.isCurrent(practice, also));
    }

    private void write(PracticeId practice, Append append) {
        Decision.Accepted decision = append.decision();
        Lead after = decision.after();
        Commit commit = decision.commit();
        LeadKey key = new LeadKey(practice, after.id());
        List<Commit> history = new ArrayList<>();
        if (shelf.leads.containsKey(key)) {
            history.addAll(shelf.leads.get(key).history());
        }
        history.add(asKept(commit));
        shelf.leads.put(key, new Row(after, List.copyOf(history)));
        moveGuards(practice, append.before(), after);
        append.answers()
                .forEach(answer -> shelf.answers.put(new Scoped<>(practice, answer.key()), answer));
        for (Email email : decision.mails()) {
            shelf.mails.put(email.id(), Posted.queued(email, commit.configuration(), commit.at()));
        }
        for (Settlement settlement : decision.settlements()) {
            shelf.mails.computeIfPresent(
                    settlement.emailId(),
                    (id, posted) -> InMemoryMailLedger.moved(posted, settlement, commit.at()));
        }
        decision.todos().forEach(toDo -> shelf.ask(practice, toDo));
        decision.ended().forEach(ended -> shelf.end(practice, ended));
        decision.addresses().forEach(state -> shelf.keep(practice, state));
        Snapshot also = append.also();
        if (also != null) {
            shelf.store(practice, also);
        }
    }

    /** Roles are not kept in the history. */
    private static Commit asKept(Commit commit) {
        Actor actor = commit.actor();
        return new Commit(
                commit.firstSeq(),
                commit.at(),
                new Actor(actor.kind(), actor.id(), actor.name(), Set.of()),
                commit.cause(),
                commit.configuration(),
                commit.entries(),
                commit.triggers());
    }

    private void moveGuards(PracticeId practice, @Nullable Lead before, Lead after) {
        Set<IdentityKey> had = before == null ? Set.of() : IdentityKey.of(before);
        Set<IdentityKey> has = IdentityKey.of(after);
        for (IdentityKey key : had) {
            if (!has.contains(key)) {
                moveGuard(practice, key, after.id(), false);
            }
        }
        for (IdentityKey key : has) {
            if (!had.contains(key)) {
                moveGuard(practice, key, after.id(), true);
            }
        }
    }

    private void moveGuard(PracticeId practice, IdentityKey key, LeadId lead, boolean enters) {
        Guard guard = shelf.guard(practice, key);
        SortedSet<String> leads = new TreeSet<>(guard.leads());
        if (enters) {
            leads.add(lead.value());
        } else {
            leads.remove(lead.value());
        }
        shelf.guards.put(new Scoped<>(practice, key), new Guard(leads, guard.revision() + 1));
    }
}
