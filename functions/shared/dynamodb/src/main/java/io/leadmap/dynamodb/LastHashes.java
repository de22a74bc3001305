package io.leadmap.dynamodb;

import io.leadmap.domain.lead.Lead;
import io.leadmap.domain.lead.LeadId;
import io.leadmap.domain.practice.PracticeId;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The hash of each lead's last history item, as its head has it; remembered from the read that a
 * decision was made on.
 */
final class LastHashes {

    private static final int KEPT = 1000;

    private final Tables tables;
    private final Map<Keys.Key, Last> kept =
            new LinkedHashMap<>(16, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<Keys.Key, Last> eldest) {
                    return size() > KEPT;
                }
            };

    LastHashes(Tables tables) {
        this.tables = tables;
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Last(long seq, byte[] hash) {}

    void remember(PracticeId practice, LeadId lead, long seq, byte[] hash) {
        synchronized (kept) {
            kept.put(Keys.head(practice, lead), new Last(seq, hash));
        }
    }

    /**
     * The hash that the lead's next history item refers to; empty if the lead has moved on already.
     */
    Optional<byte[]> of(Lead lead) {
        Keys.Key head = Keys.head(lead.practice(), lead.id());
        synchronized (kept) {
            Last last = kept.get(head);
            if (last != null && last.seq() == lead.revision().seq()) {
                return Optional.of(last.hash());
            }
        }
        return tables.leads()
                .get(head)
                .filter(item -> item.number(HeadItem.SEQ) == lead.revision().seq())
                .map(item -> item.bytes(HeadItem.HASH));
    }
}
