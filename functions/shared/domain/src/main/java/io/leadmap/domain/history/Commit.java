package io.leadmap.domain.history;

import io.leadmap.domain.practice.Trigger;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What one command appended to a lead's history; stored as one item that nobody can alter
 * (architecture decision 2).
 *
 * @param firstSeq the number of the first entry, counted from 1 in each lead
 * @param at never earlier than the commit before
 * @param configuration the version of the practice's configuration with which it was decided
 * @param entries never empty
 * @param triggers the triggers that led to entries, by the entry's place among the entries, from 0;
 *     all other entries follow from the cause itself
 */
public record Commit(
        long firstSeq,
        Instant at,
        Actor actor,
        Cause cause,
        long configuration,
        List<Entry> entries,
        SortedMap<Integer, Trigger.Key> triggers) {

    public Commit {
        entries = List.copyOf(entries);
        triggers = Collections.unmodifiableSortedMap(new TreeMap<>(triggers));
        if (entries.isEmpty()) {
            throw new IllegalArgumentException("a commit has entries");
        }
    }

    /** One in which no trigger acted. */
    public Commit(
            long firstSeq,
            Instant at,
            Actor actor,
            Cause cause,
            long configuration,
            List<Entry> entries) {
        this(firstSeq, at, actor, cause, configuration, entries, new TreeMap<>());
    }

    public long lastSeq() {
        return firstSeq + entries.size() - 1;
    }
}
