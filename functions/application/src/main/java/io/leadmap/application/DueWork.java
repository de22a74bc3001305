package io.leadmap.application;

import io.leadmap.domain.lead.LeadId;
import io.leadmap.domain.practice.PracticeId;

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
