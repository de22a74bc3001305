package io.leadmap.dynamodb;

import io.leadmap.domain.history.Commit;
import io.leadmap.domain.lead.LeadId;
import io.leadmap.domain.practice.PracticeId;
import io.leadmap.ports.Histories;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Histories in {@code HistoryTable}. */
final class DynamoHistories implements Histories {

    private static final String END = "9".repeat(12);

    private final Tables tables;
    private final DataKeys dataKeys;

    DynamoHistories(Tables tables, DataKeys dataKeys) {
        this.tables = tables;
        this.dataKeys = dataKeys;
    }

    @Override
    public List<Commit> read(PracticeId practice, LeadId lead) {
        Optional<DataKeys.DataKey> key = dataKeys.find(practice, lead);
        if (key.isEmpty()) {
            return List.of();
        }
        return items(practice, lead, 0)
                .map(item -> CommitItem.read(item, key.get().plain()))
                .toList();
    }

    @Override
    public List<Chained> since(PracticeId practice, LeadId lead, long afterSeq) {
        return items(practice, lead, afterSeq + 1)
                .map(item ->
                        new Chained(CommitItem.readOpen(item), Seal.hex(item.bytes(HeadItem.HASH))))
                .toList();
    }

    private Stream<Item> items(PracticeId practice, LeadId lead, long fromSeq) {
        return tables.history().between(Keys.lead(practice, lead), Keys.seq(fromSeq), END);
    }

    /**
     * Reads the head first: what is appended meanwhile is not yet asked for, what is missing is
     * seen.
     */
    @Override
    public Verification verify(PracticeId practice, LeadId lead) {
        Optional<Item> head = tables.leads().get(Keys.head(practice, lead));
        if (head.isEmpty()) {
            return new Verification(true, 0, Optional.empty());
        }
        long last = head.get().number(HeadItem.SEQ);
        byte[] previous = Chain.BEGINNING;
        long next = 1;
        for (Item item : items(practice, lead, 0).toList()) {
            if (next > last) {
                break; // appended after the head was read
            }
            if (!item.sk().equals(Keys.seq(next)) || !isUntouched(item, previous)) {
                return new Verification(false, next - 1, Optional.of(next));
            }
            previous = item.bytes(HeadItem.HASH);
            next += LeadReader.open(item).list("entries", entry -> entry).size();
        }
        boolean complete =
                next == last + 1 && Arrays.equals(previous, head.get().bytes(HeadItem.HASH));
        return new Verification(
                complete,
                next - 1,
                complete ? Optional.empty() : Optional.of(Math.min(next, last)));
    }

    private static boolean isUntouched(Item item, byte[] previous) {
        return item.has(HeadItem.HASH)
                && Arrays.equals(item.bytes(HeadItem.HASH), CommitItem.expected(item, previous));
    }
}
