package io.leadmap.domain.history;

import java.time.Instant;
import java.util.List;

/**
 * What one command appended to a lead's history; stored as one item that nobody can alter
 * (architecture decision 2).
 *
 * @param firstSeq the number of the first entry, counted from 1 in each lead
 * @param at never earlier than the commit before
 * @param configuration the version of the practice's configuration with which it was decided
 * @param entries never empty
 */
public record Commit(
        long firstSeq,
        Instant at,
        Actor actor,
        Cause cause,
        long configuration,
        List<Entry> entries) {

    public Commit {
        entries = List.copyOf(entries);
        if (entries.isEmpty()) {
            throw new IllegalArgumentException("a commit has entries");
        }
    }

    public long lastSeq() {
        return firstSeq + entries.size() - 1;
    }
}
