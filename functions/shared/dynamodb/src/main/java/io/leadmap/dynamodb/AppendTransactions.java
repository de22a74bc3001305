package io.leadmap.dynamodb;

import io.leadmap.domain.appointment.Appointment;
import io.leadmap.domain.decide.Decision;
import io.leadmap.domain.decide.Decision.Settlement;
import io.leadmap.domain.decide.ToDo;
import io.leadmap.domain.history.Commit;
import io.leadmap.domain.lead.IdentityKey;
import io.leadmap.domain.lead.Lead;
import io.leadmap.domain.lead.PatientLink;
import io.leadmap.domain.mail.Email;
import io.leadmap.domain.mail.EmailId;
import io.leadmap.domain.practice.PracticeId;
import io.leadmap.domain.suppression.AddressState;
import io.leadmap.dynamodb.AppendTransaction.Write;
import io.leadmap.ports.Leads.Append;
import io.leadmap.ports.Snapshot;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Makes the one transaction of a command (architecture decision 2). The protocol is in {@code
 * TABLES.md}.
 */
final class AppendTransactions {

    private static final Write OTHER = new Write.Other();

    private final Tables tables;
    private final PracticeKeys practiceKeys;
    private final DataKeys dataKeys;
    private final LastHashes lastHashes;
    private final InstantSource clock;

    AppendTransactions(
            Tables tables,
            PracticeKeys practiceKeys,
            DataKeys dataKeys,
            LastHashes lastHashes,
            InstantSource clock) {
        this.tables = tables;
        this.practiceKeys = practiceKeys;
        this.dataKeys = dataKeys;
        this.lastHashes = lastHashes;
        this.clock = clock;
    }

    /** The transaction, not yet run; empty if the lead has moved on already. */
    Optional<AppendTransaction> of(Append append) {
        Lead before = append.before();
        return before == null
                ? Optional.of(of(append, Chain.BEGINNING))
                : lastHashes.of(before).map(previous -> of(append, previous));
    }

    private AppendTransaction of(Append append, byte[] previous) {
        Decision.Accepted decision = append.decision();
        Lead after = decision.after();
        PracticeId practice = after.practice();
        DataKeys.DataKey key =
                append.before() == null
                        ? dataKeys.make(practice, after.id())
                        : dataKeys.find(practice, after.id()).orElseThrow();
        Transaction<Write> transaction = new Transaction<>();
        CommitItem commit =
                CommitItem.of(practice, after.id(), decision.commit(), previous, key.plain());
        transaction.put(new Write.History(), tables.history(), commit.item(), Table.ABSENT);
        project(transaction, append, commit.hash(), key);
        guard(transaction, append);
        append.answers()
                .forEach(answer ->
                        transaction.put(
                                new Write.Answer(),
                                tables.practice(),
                                AnswerItem.write(practice, answer),
                                AnswerItem.FREE,
                                AnswerItem.now(clock.instant())));
        mail(transaction, decision, key);
        for (AddressState state : decision.addresses()) {
            transaction.put(
                    OTHER,
                    tables.practice(),
                    new AddressItem(practiceKeys).next(practice, state),
                    AddressItem.unmoved(state),
                    AddressItem.revision(state));
        }
        for (ToDo toDo : decision.todos()) {
            new ToDoItem(practiceKeys).ask(transaction, OTHER, tables.practice(), practice, toDo);
        }
        for (ToDo.Asked ended : decision.ended()) {
            ToDoItem.end(transaction, OTHER, tables.practice(), practice, ended);
        }
        Snapshot also = append.also();
        if (also != null) {
            SnapshotItem.store(
                    transaction, OTHER, tables.inbox(), practice, also, practiceKeys.key(practice));
        }
        return new AppendTransaction(transaction, commit.key(), commit.hash());
    }

    /**
     * Writes what must stand before the transaction is run: under its patient, the name of an
     * appointment that it stores, unless the patient's guard will name it.
     */
    void writeBefore(Append append) {
        Snapshot also = append.also();
        if (also != null && appointmentFor(linked(append), append) == null) {
            SnapshotItem.name(tables.inbox(), append.decision().after().practice(), also);
        }
    }

    /**
     * Puts the items that the command changed; the head always, with the check that nobody was
     * faster.
     */
    private void project(
            Transaction<Write> transaction, Append append, byte[] hash, DataKeys.DataKey key) {
        Lead after = append.decision().after();
        Lead before = append.before();
        Map<String, Projected> old = before == null ? Map.of() : LeadItems.of(before);
        Map<String, Projected> now = LeadItems.of(after);
        now.forEach((sk, projected) -> {
            if (projected.equals(old.get(sk))) {
                return;
            }
            Item item = seal(projected, after.practice(), key);
            if (sk.equals(Keys.HEAD)) {
                item.bytes(HeadItem.HASH, hash);
                transaction.put(OTHER, tables.leads(), item, unmoved(before), seq(before));
            } else {
                transaction.put(OTHER, tables.leads(), item, null, Map.of());
            }
        });
        if (old.containsKey(Keys.APPOINTMENT) && !now.containsKey(Keys.APPOINTMENT)) {
            Keys.Key gone = Keys.appointment(after.practice(), after.id());
            transaction.delete(OTHER, tables.leads(), gone);
        }
    }

    private Item seal(Projected projected, PracticeId practice, DataKeys.DataKey key) {
        Map<String, AttributeValue> attributes = new HashMap<>(projected.key().attributes());
        attributes.putAll(projected.open());
        Item item = Item.of(attributes);
        boolean isHead = projected.key().sk().equals(Keys.HEAD);
        if (projected.personal() != null) {
            String identity = projected.key().identity();
            byte[] plain = projected.personal().getBytes(StandardCharsets.UTF_8);
            item.bytes(
                    Projected.SEALED,
                    isHead
                            ? Seal.sealSame(practiceKeys.key(practice), identity, plain)
                            : Seal.seal(key.plain(), identity, plain));
        }
        return projected.key().sk().equals(Keys.PERSON) ? key.addTo(item) : item;
    }

    private static String unmoved(@Nullable Lead before) {
        return before == null ? Table.ABSENT : "seq = :seq";
    }

    private static Map<String, AttributeValue> seq(@Nullable Lead before) {
        return before == null
                ? Map.of()
                : Map.of(":seq", AttributeValue.fromN(Long.toString(before.revision().seq())));
    }

    /**
     * Lets the lead enter and leave guards as its contact data changed, and checks those that were
     * looked at.
     */
    private void guard(Transaction<Write> transaction, Append append) {
        Lead after = append.decision().after();
        Lead before = append.before();
        PracticeId practice = after.practice();
        Set<IdentityKey> had = before == null ? Set.of() : IdentityKey.of(before);
        Set<IdentityKey> has = IdentityKey.of(after);
        Set<IdentityKey> all = new LinkedHashSet<>(had);
        all.addAll(has);
        all.addAll(append.guards().keySet());
        for (IdentityKey key : all) {
            Keys.Key guard = Keys.guard(practice, practiceKeys.hmac(practice, key));
            Long revision = append.guards().get(key);
            boolean enters = has.contains(key);
            if (enters != had.contains(key)) {
                String appointment = appointmentFor(key, append);
                GuardItem.change(
                        transaction,
                        OTHER,
                        tables.practice(),
                        guard,
                        new GuardItem.Change(after.id(), enters, revision, appointment));
            } else if (revision != null) {
                GuardItem.check(transaction, OTHER, tables.practice(), guard, revision);
            }
        }
    }

    /** The patient that the lead is linked to by this command, null if none. */
    private static @Nullable IdentityKey linked(Append append) {
        PatientLink now = append.decision().after().pms().patient();
        Lead before = append.before();
        if (now == null || (before != null && now.equals(before.pms().patient()))) {
            return null;
        }
        return new IdentityKey.ByPatient(now.connectionId(), now.pmsId());
    }

    /**
     * The appointment that the guard of a patient can name at no cost, because the same command
     * writes both.
     */
    private static @Nullable String appointmentFor(@Nullable IdentityKey key, Append append) {
        Snapshot also = append.also();
        if (also == null || also.revision() != 0 || key == null || !key.equals(linked(append))) {
            return null;
        }
        Appointment appointment = also.appointment();
        IdentityKey patient =
                new IdentityKey.ByPatient(appointment.connectionId(), appointment.patientId());
        return key.equals(patient) ? appointment.id() : null;
    }

    private void mail(
            Transaction<Write> transaction, Decision.Accepted decision, DataKeys.DataKey key) {
        Commit commit = decision.commit();
        for (Email email : decision.mails()) {
            Item queued = MailItem.queued(email, commit.configuration(), commit.at(), key.plain());
            Write write = new Write.NewMail(email.id());
            transaction.put(write, tables.mail(), queued, Table.ABSENT);
            MailItem.text(email, key.plain())
                    .ifPresent(text -> transaction.put(write, tables.mail(), text, Table.ABSENT));
        }
        Map<EmailId, Settlement> settlements = new LinkedHashMap<>();
        for (Settlement settlement : decision.settlements()) {
            settlements.merge(settlement.emailId(), settlement, Settlement::then);
        }
        for (Settlement settlement : settlements.values()) {
            MailItem.Move move = MailItem.move(settlement, commit.at(), key.plain());
            transaction.update(
                    new Write.Mail(settlement.emailId(), settlement.from()),
                    tables.mail(),
                    Keys.mail(settlement.emailId()),
                    move.expression(),
                    "#state = :from",
                    move.names(),
                    move.values());
        }
    }
}
