package io.leadmap.dynamodb;

import io.leadmap.domain.history.Commit;
import io.leadmap.domain.lead.LeadId;
import io.leadmap.domain.practice.PracticeId;
import io.leadmap.json.Json;
import io.leadmap.json.TrustingView;

import java.nio.charset.StandardCharsets;

/** A commit as an item of the history: open text, sealed bytes, and the link to the item before. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record CommitItem(Keys.Key key, Item item, byte[] hash) {

    private static final byte[] NOTHING = {};

    /**
     * @param previous the hash of the item before
     */
    static CommitItem of(
            PracticeId practice, LeadId lead, Commit commit, byte[] previous, byte[] dataKey) {
        Keys.Key key = Keys.commit(practice, lead, commit.firstSeq());
        CommitJson.Parts parts = CommitJson.write(commit);
        String open = Json.text(parts.open());
        byte[] sealed = Seal.seal(dataKey, key.identity(), Json.write(parts.sealed()));
        byte[] hash = Chain.hash(previous, chained(key, PracticeKeys.GENERATION), open, sealed);
        Item item =
                Item.with(key)
                        .text(Projected.OPEN, open)
                        .bytes(Projected.SEALED, sealed)
                        .number(DataKeys.GENERATION, PracticeKeys.GENERATION)
                        .bytes(HeadItem.HASH, hash);
        return new CommitItem(key, item, hash);
    }

    static Commit read(Item item, byte[] dataKey) {
        String identity = item.key().identity();
        byte[] sealed = Seal.open(dataKey, identity, item.bytes(Projected.SEALED));
        return CommitJson.read(
                Long.parseLong(item.sk()),
                LeadReader.open(item),
                LeadReader.tree(new String(sealed, StandardCharsets.UTF_8)));
    }

    /** The commit as far as it is open; what is sealed is blank. */
    static Commit readOpen(Item item) {
        return CommitJson.read(
                Long.parseLong(item.sk()), LeadReader.open(item), TrustingView.BLANK);
    }

    /**
     * The hash that the item must have if nobody touched it and the one before has {@code
     * previous}.
     */
    static byte[] expected(Item item, byte[] previous) {
        byte[] sealed = item.has(Projected.SEALED) ? item.bytes(Projected.SEALED) : NOTHING;
        String open = item.has(Projected.OPEN) ? item.text(Projected.OPEN) : "";
        long generation = item.has(DataKeys.GENERATION) ? item.number(DataKeys.GENERATION) : 0;
        Keys.Key key = item.key();
        return Chain.hash(previous, chained(key, generation), open, sealed);
    }

    private static String chained(Keys.Key key, long generation) {
        return key.identity() + "@" + generation;
    }
}
