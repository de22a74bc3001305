package io.leadmap.dynamodb;

import io.leadmap.domain.lead.LeadId;
import io.leadmap.domain.practice.PracticeId;
import io.leadmap.ports.Backoff;
import io.leadmap.ports.NameIndex;
import io.leadmap.ports.Unavailable;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Names in {@code CountsTable}: an item for each beginning that a lead is found by, and one that
 * lists them, so that they can be taken away when the name is known to nobody any more.
 */
final class DynamoNameIndex implements NameIndex {

    private static final String LISTED = "listed";
    private static final String REVISION = "revision";

    /** Behind every chain with this beginning. */
    private static final String END = "~";

    /** Of 100 writes in a transaction; the list is one. */
    private static final int AT_ONCE = 90;

    private final Tables tables;
    private final DynamoLeadSheet sheet;
    private final NameItems names;
    private final Backoff backoff;

    DynamoNameIndex(Tables tables, PracticeKeys keys, DynamoLeadSheet sheet, Backoff backoff) {
        this.tables = tables;
        this.sheet = sheet;
        this.names = new NameItems(keys);
        this.backoff = backoff;
    }

    /** What a lead is found by, and how often that was changed. */
    private record Kept(Set<String> listed, long revision) {

        static Kept read(Item item) {
            return new Kept(new HashSet<>(item.value(LISTED).ss()), item.number(REVISION));
        }
    }

    /**
     * The list is read before the row and written on condition that it is the same, so that of two
     * who do this at once none takes away what the other has put.
     */
    @Override
    public void follow(PracticeId practice, LeadId lead) {
        Keys.Key list = Keys.names(practice, lead);
        for (int attempt = 1; attempt <= Transaction.RETRIES; ) {
            Kept kept =
                    tables.counts()
                            .get(list)
                            .map(Kept::read)
                            .orElseGet(() -> new Kept(new HashSet<>(), 0));
            Set<String> wanted =
                    tables.leads()
                            .get(Keys.head(practice, lead))
                            .filter(head -> head.has(Projected.SEALED)) // else nobody is named
                            .map(head -> names.of(practice, sheet.row(practice, head)))
                            .orElseGet(HashSet::new);
            if (kept.listed().equals(wanted)) {
                return;
            }
            if (!step(practice, list, kept, wanted)) {
                backoff.pause(attempt++); // somebody else does it, too
            }
        }
        throw new Unavailable("the names of a lead change all the time", null);
    }

    /** Goes as far as one transaction can; false if the list has changed meanwhile. */
    private boolean step(PracticeId practice, Keys.Key list, Kept kept, Set<String> wanted) {
        List<String> gone = without(kept.listed(), wanted).limit(AT_ONCE).toList();
        List<String> come =
                without(wanted, kept.listed()).limit(AT_ONCE - (long) gone.size()).toList();
        Transaction<String> transaction = new Transaction<>();
        gone.forEach(sk -> transaction.delete("name", tables.counts(), name(practice, sk)));
        come.forEach(sk ->
                transaction.put(
                        "name", tables.counts(), Item.with(name(practice, sk)), null, Map.of()));
        Set<String> now = new HashSet<>(kept.listed());
        gone.forEach(now::remove);
        now.addAll(come);
        list(transaction, list, kept, now);
        return switch (transaction.run(tables.client(), backoff)) {
            case Transaction.Outcome.Done<String> done -> true;
            case Transaction.Outcome.Refused<String> refused -> false;
        };
    }

    private void list(Transaction<String> transaction, Keys.Key key, Kept kept, Set<String> now) {
        String condition = kept.revision() == 0 ? Table.ABSENT : REVISION + " = :revision";
        Map<String, AttributeValue> values =
                kept.revision() == 0
                        ? Map.of()
                        : Map.of(":revision", AttributeValue.fromN(Long.toString(kept.revision())));
        if (now.isEmpty()) {
            transaction.delete("list", tables.counts(), key, condition, Map.of(), values);
        } else {
            Item list = Item.with(key).number(REVISION, kept.revision() + 1);
            list.attributes().put(LISTED, AttributeValue.fromSs(List.copyOf(now)));
            transaction.put("list", tables.counts(), list, condition, values);
        }
    }

    private static Stream<String> without(Collection<String> all, Collection<String> these) {
        return all.stream().filter(one -> !these.contains(one));
    }

    private static Keys.Key name(PracticeId practice, String sk) {
        return new Keys.Key(Keys.names(practice), sk);
    }

    @Override
    public Found find(PracticeId practice, String beginning, int most) {
        String chain = names.chain(practice, beginning);
        Table counts = tables.counts();
        QueryRequest query =
                QueryRequest.builder()
                        .tableName(counts.name())
                        .keyConditionExpression("pk = :pk AND sk BETWEEN :from AND :to")
                        .expressionAttributeValues(
                                Map.of(
                                        ":pk", AttributeValue.fromS(Keys.names(practice)),
                                        ":from", AttributeValue.fromS(chain),
                                        ":to", AttributeValue.fromS(chain + END)))
                        .consistentRead(true)
                        .limit(most + 1)
                        .build();
        QueryResponse answer = Table.asked(() -> counts.client().query(query));
        return new Found(
                answer.items().stream()
                        .limit(most)
                        .map(item -> NameItems.read(Item.of(item).sk()))
                        .distinct()
                        .toList(),
                answer.items().size() > most || !answer.lastEvaluatedKey().isEmpty());
    }
}
