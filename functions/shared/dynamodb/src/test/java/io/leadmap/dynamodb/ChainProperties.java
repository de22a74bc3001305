package io.leadmap.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadmap.database.TestDatabase;
import io.leadmap.domain.history.ContactEntry;
import io.leadmap.domain.history.OwnerEntry;
import io.leadmap.domain.lead.LeadId;
import io.leadmap.domain.practice.PracticeId;
import io.leadmap.ports.Backoff;
import io.leadmap.ports.Histories.Verification;
import io.leadmap.ports.Invocation;
import io.leadmap.ports.Store;
import io.leadmap.testkit.LeadStory;
import io.leadmap.testkit.MovableClock;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Whoever changes a stored history is found out, whatever they change and wherever. */
class ChainProperties {

    private static final TestDatabase DATABASE = TestDatabase.shared();
    private static final AtomicInteger PRACTICES = new AtomicInteger();
    private static final int COMMITS = 6;

    private final DynamoDbClient client = DATABASE.client();
    private final String table = String.valueOf(DATABASE.environment().get("HISTORY_TABLE"));
    private final MovableClock clock = new MovableClock(Instant.parse("2026-02-27T09:30:00Z"));
    private final Store store =
            new DynamoStore(
                    client,
                    DATABASE.environment(),
                    DynamoStoreSuite.KEYS,
                    clock,
                    Backoff.NONE,
                    new Invocation());
    private final PracticeId practice = Configured.practice("chain" + PRACTICES.incrementAndGet());
    private final LeadId lead = new LeadId("leadofachain");
    private final List<Map<String, AttributeValue>> items = written();

    private List<Map<String, AttributeValue>> written() {
        LeadStory story = new LeadStory(practice, lead, clock).begin(store, "m@example.com", null);
        for (int i = 1; i < COMMITS; i++) {
            story.then(
                    store,
                    new ContactEntry.NoteAdded("note " + i, null),
                    new OwnerEntry.OwnerChanged("anna", "adam"));
        }
        return client.query(query ->
                        query.tableName(table)
                                .keyConditionExpression("pk = :pk")
                                .expressionAttributeValues(
                                        Map.of(
                                                ":pk",
                                                AttributeValue.fromS(Keys.lead(practice, lead)))))
                .items();
    }

    private Verification verify() {
        return store.histories().verify(practice, lead);
    }

    private void put(Map<String, AttributeValue> item) {
        client.putItem(put -> put.tableName(table).item(item));
    }

    private void delete(Map<String, AttributeValue> item) {
        client.deleteItem(delete ->
                delete.tableName(table).key(Map.of("pk", item.get("pk"), "sk", item.get("sk"))));
    }

    private long firstSeq(int index) {
        return Long.parseLong(Item.of(items.get(index)).sk());
    }

    @Property(tries = 60)
    void a_changed_byte_is_found(
            @ForAll @IntRange(max = COMMITS - 1) int index,
            @ForAll @IntRange(max = 2) int part,
            @ForAll @IntRange(max = 100_000) int at) {
        Map<String, AttributeValue> item = items.get(index);
        String name = List.of(Projected.OPEN, Projected.SEALED, HeadItem.HASH).get(part);
        Map<String, AttributeValue> changed = new HashMap<>(item);
        changed.put(name, changed(Item.of(item).value(name), at));
        put(changed);

        Verification found = verify();
        put(item);

        assertThat(found.valid()).isFalse();
        assertThat(found.firstBroken()).contains(firstSeq(index));
        assertThat(verify().valid()).isTrue();
    }

    private static AttributeValue changed(AttributeValue value, int at) {
        if (value.s() != null) {
            char[] text = value.s().toCharArray();
            int i = at % text.length;
            text[i] = text[i] == 'x' ? 'y' : 'x';
            return AttributeValue.fromS(new String(text));
        }
        byte[] bytes = value.b().asByteArray();
        bytes[at % bytes.length] ^= (byte) (1 << at % 8);
        return AttributeValue.fromB(SdkBytes.fromByteArray(bytes));
    }

    @Property(tries = 12)
    void a_cut_tail_is_found(@ForAll @IntRange(max = COMMITS - 1) int from) {
        List<Map<String, AttributeValue>> tail = items.subList(from, COMMITS);
        tail.forEach(this::delete);

        Verification found = verify();
        tail.forEach(this::put);

        assertThat(found.valid()).isFalse();
        assertThat(found.firstBroken()).contains(firstSeq(from));
        assertThat(verify().valid()).isTrue();
    }

    @Property(tries = 12)
    void a_missing_entry_is_found(@ForAll @IntRange(max = COMMITS - 1) int index) {
        delete(items.get(index));

        Verification found = verify();
        put(items.get(index));

        assertThat(found.firstBroken()).contains(firstSeq(index));
        assertThat(verify().valid()).isTrue();
    }

    @Property(tries = 30)
    void a_swapped_pair_is_found(
            @ForAll @IntRange(max = COMMITS - 1) int one,
            @ForAll @IntRange(max = COMMITS - 1) int other) {
        if (one == other) {
            return;
        }
        put(inPlaceOf(items.get(one), items.get(other)));
        put(inPlaceOf(items.get(other), items.get(one)));

        Verification found = verify();
        put(items.get(one));
        put(items.get(other));

        assertThat(found.firstBroken()).contains(Math.min(firstSeq(one), firstSeq(other)));
        assertThat(verify().valid()).isTrue();
    }

    private static Map<String, AttributeValue> inPlaceOf(
            Map<String, AttributeValue> item, Map<String, AttributeValue> place) {
        Map<String, AttributeValue> moved = new HashMap<>(item);
        moved.put("pk", place.get("pk"));
        moved.put("sk", place.get("sk"));
        return moved;
    }
}
