package io.leadmap.dynamodb;

import io.leadmap.domain.lead.LeadId;
import io.leadmap.domain.practice.PracticeId;

import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Leads' data keys (architecture decision 11): one for each lead, wrapped by its practice's key in
 * the item {@code person}; whoever destroys that item destroys everything personal that was ever
 * said of the lead. Kept unwrapped as long as practices' keys are.
 */
final class DataKeys {

    static final String KEY = "key";
    static final String GENERATION = "generation";
    private static final int KEPT = 1000;

    private final Tables tables;
    private final PracticeKeys practiceKeys;
    private final InstantSource clock;
    private final Map<Keys.Key, Kept> kept =
            new LinkedHashMap<>(16, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<Keys.Key, Kept> eldest) {
                    return size() > KEPT;
                }
            };

    DataKeys(Tables tables, PracticeKeys practiceKeys, InstantSource clock) {
        this.tables = tables;
        this.practiceKeys = practiceKeys;
        this.clock = clock;
    }

    /** A lead's key, plain and as it stands in its item. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record DataKey(byte[] plain, byte[] wrapped) {

        /** Adds what the item {@code person} keeps of it. */
        Item addTo(Item person) {
            return person.bytes(KEY, wrapped).number(GENERATION, PracticeKeys.GENERATION);
        }

        @Override
        public String toString() {
            return "DataKey[...]";
        }
    }

    /** A new key for a new lead. */
    DataKey make(PracticeId practice, LeadId lead) {
        byte[] plain = Seal.newKey();
        String identity = Keys.person(practice, lead).identity();
        return new DataKey(plain, Seal.seal(practiceKeys.key(practice), identity, plain));
    }

    /** The key of a stored lead; empty if there is no such lead, or if it was erased. */
    Optional<DataKey> find(PracticeId practice, LeadId lead) {
        Keys.Key person = Keys.person(practice, lead);
        synchronized (kept) {
            Kept known = kept.get(person);
            if (known != null && clock.instant().isBefore(known.until())) {
                return Optional.of(known.key());
            }
        }
        return tables.leads()
                .get(person)
                .filter(item -> item.has(KEY))
                .map(item -> read(practice, lead, item));
    }

    /** The key in an item {@code person} that was just read. */
    DataKey read(PracticeId practice, LeadId lead, Item person) {
        byte[] wrapped = person.bytes(KEY);
        Keys.Key item = Keys.person(practice, lead);
        DataKey key =
                new DataKey(
                        Seal.open(practiceKeys.key(practice), item.identity(), wrapped), wrapped);
        synchronized (kept) {
            kept.put(item, new Kept(key, clock.instant().plus(PracticeKeys.KEPT)));
        }
        return key;
    }

    private record Kept(DataKey key, Instant until) {}
}
