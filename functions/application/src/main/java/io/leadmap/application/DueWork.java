package io.leadmap.application;

import io.leadmap.domain.lead.Lead;
import io.leadmap.domain.lead.LeadId;
import io.leadmap.domain.practice.PracticeId;
import io.leadmap.domain.practice.Settings;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/**
 * What is due, found through one sparse, sharded index that holds only ids and times (architecture
 * decision 3).
 */
public interface DueWork {

    /** How many shards each kind is spread over; a sweep asks each once. */
    int shards();

    /**
     * What of a kind is due in one shard, earliest first.
     *
     * @param cursor where the page before ended, null for the first
     */
    Page due(Kind kind, int shard, Instant now, int limit, @Nullable String cursor);

    /**
     * Computes anew when a lead is due, where the practice's settings have changed since its last
     * entry: a sweep that finds something due that is not, and a change of the attempt limit or
     * grace, call this.
     *
     * @param lead as it was read; nothing happens to one that has moved on
     */
    void refresh(Lead lead, Settings settings);

    /** The kinds of work that become due. */
    enum Kind {
        /** A lead that reached the limit of attempts and whose grace ends. */
        DEAD_LEAD,
        /** The next mail of a drip. */
        DRIP,
        /** The end of the day of a prepaid appointment (domain section 3). */
        APPOINTMENT_DAY
    }

    /**
     * @param key the drip's campaign; empty for the other kinds
     */
    record Due(PracticeId practice, LeadId lead, String key, Instant at) {}

    /**
     * @param next where the next page begins, null after the last
     */
    record Page(List<Due> due, @Nullable String next) {
        public Page {
            due = List.copyOf(due);
        }
    }
}
