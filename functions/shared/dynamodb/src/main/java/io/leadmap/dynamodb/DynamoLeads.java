package io.leadmap.dynamodb;

import io.leadmap.domain.lead.IdentityKey;
import io.leadmap.domain.lead.Lead;
import io.leadmap.domain.lead.LeadId;
import io.leadmap.domain.mail.EmailId;
import io.leadmap.domain.mail.MailState;
import io.leadmap.domain.practice.PracticeId;
import io.leadmap.domain.suppression.AddressState;
import io.leadmap.domain.suppression.KnownAddresses;
import io.leadmap.dynamodb.AppendTransaction.Write;
import io.leadmap.ports.Backoff;
import io.leadmap.ports.Leads;
import io.leadmap.ports.Unavailable;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Leads in {@code LeadsTable}, written together with their history and all that follows from it.
 */
final class DynamoLeads implements Leads {

    private final Tables tables;
    private final PracticeKeys practiceKeys;
    private final AddressItem addresses;
    private final LastHashes lastHashes;
    private final LeadReader reader;
    private final AppendTransactions transactions;
    private final Backoff backoff;

    DynamoLeads(
            Tables tables,
            PracticeKeys practiceKeys,
            DataKeys dataKeys,
            LastHashes lastHashes,
            AppendTransactions transactions,
            Backoff backoff) {
        this.tables = tables;
        this.practiceKeys = practiceKeys;
        this.addresses = new AddressItem(practiceKeys);
        this.lastHashes = lastHashes;
        this.transactions = transactions;
        this.backoff = backoff;
        reader = new LeadReader(dataKeys);
    }

    @Override
    public Optional<Lead> find(PracticeId practice, LeadId lead) {
        List<Item> items = tables.leads().partition(Keys.lead(practice, lead)).toList();
        items.stream()
                .filter(item -> item.sk().equals(Keys.HEAD))
                .forEach(head ->
                        lastHashes.remember(
                                practice,
                                lead,
                                head.number(HeadItem.SEQ),
                                head.bytes(HeadItem.HASH)));
        return reader.read(practice, lead, items);
    }

    @Override
    public Known known(PracticeId practice, Set<IdentityKey> keys) {
        Map<IdentityKey, String> names = new HashMap<>();
        keys.forEach(key -> names.put(key, practiceKeys.hmac(practice, key)));
        Map<Keys.Key, Item> found = new HashMap<>();
        tables.practice()
                .getAll(
                        names.entrySet().stream()
                                .flatMap(name ->
                                        guardAndAddress(practice, name.getKey(), name.getValue()))
                                .toList())
                .forEach(item -> found.put(item.key(), item));
        Map<IdentityKey, Sharing> sharing = new HashMap<>();
        KnownAddresses known = KnownAddresses.NONE;
        for (Map.Entry<IdentityKey, String> name : names.entrySet()) {
            Item guard = found.get(Keys.guard(practice, name.getValue()));
            sharing.put(name.getKey(), guard == null ? GuardItem.NOBODY : GuardItem.read(guard));
            if (name.getKey() instanceof IdentityKey.ByEmail(String email)) {
                Item address = found.get(Keys.address(practice, name.getValue()));
                known =
                        known.with(
                                address == null
                                        ? AddressState.clean(email)
                                        : addresses.read(practice, address));
            }
        }
        return new Known(sharing, known);
    }

    /** What is known of an address lies beside its guard and costs no second read. */
    private static Stream<Keys.Key> guardAndAddress(
            PracticeId practice, IdentityKey key, String hmac) {
        Keys.Key guard = Keys.guard(practice, hmac);
        return key instanceof IdentityKey.ByEmail
                ? Stream.of(guard, Keys.address(practice, hmac))
                : Stream.of(guard);
    }

    @Override
    public Appended append(Append append) {
        return transactions
                .of(append)
                .map(transaction -> run(append, transaction))
                .orElseGet(Appended.Moved::new);
    }

    private Appended run(Append append, AppendTransaction transaction) {
        transactions.writeBefore(append);
        Appended appended = run(transaction);
        if (appended instanceof Appended.Stored) {
            Lead after = append.decision().after();
            lastHashes.remember(
                    after.practice(), after.id(), after.revision().seq(), transaction.hash());
        }
        return appended;
    }

    private Appended run(AppendTransaction transaction) {
        try {
            return switch (transaction.writes().run(tables.client(), backoff)) {
                case Transaction.Outcome.Done<Write> done -> new Appended.Stored();
                case Transaction.Outcome.Refused<Write> refused ->
                        refused(refused.failed(), transaction);
            };
        } catch (Unavailable e) {
            if (isStored(transaction)) {
                return new Appended.Stored(); // the answer was lost, the transaction was not
            }
            throw e;
        }
    }

    /** A hash is made with fresh randomness: whoever finds theirs in the history has written it. */
    private boolean isStored(AppendTransaction transaction) {
        return tables.history()
                .get(transaction.commit())
                .map(item -> Arrays.equals(item.bytes(HeadItem.HASH), transaction.hash()))
                .orElse(false);
    }

    private static Appended refused(
            List<Transaction.Failed<Write>> failed, AppendTransaction transaction) {
        Set<EmailId> inFlight = new HashSet<>();
        Set<EmailId> taken = new HashSet<>();
        boolean moved = false;
        for (Transaction.Failed<Write> failure : failed) {
            Item found = failure.found();
            switch (failure.write()) {
                case Write.History history -> {
                    if (found != null
                            && Arrays.equals(found.bytes(HeadItem.HASH), transaction.hash())) {
                        return new Appended.Stored(); // by an attempt whose answer was lost
                    }
                    moved = true;
                }
                case Write.Answer answer -> {
                    if (found != null) {
                        return new Appended.Repeated(AnswerItem.read(found));
                    }
                }
                case Write.Mail(EmailId id, MailState from) -> {
                    if (from == MailState.QUEUED) {
                        inFlight.add(id);
                    } else {
                        moved = true;
                    }
                }
                case Write.NewMail(EmailId id) -> taken.add(id);
                case Write.Other other -> moved = true;
            }
        }
        if (!moved && inFlight.isEmpty() && !taken.isEmpty()) {
            // Deciding again would decide the same: a fault, not a collision.
            throw new IllegalStateException("mails were handed over under ids in use: " + taken);
        }
        return moved || inFlight.isEmpty() ? new Appended.Moved() : new Appended.InFlight(inFlight);
    }
}
