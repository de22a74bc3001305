package io.leadmap.ports;

import io.leadmap.domain.decide.DueKey;
import io.leadmap.domain.decide.DueRange;
import io.leadmap.domain.lead.LeadId;
import io.leadmap.domain.practice.PracticeId;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * The index of what happened to leads and has consequences later. It knows no setting: a sweep says
 * where to look by the settings of now, and reads nothing else (architecture decision 3).
 */
public interface DueWork {

    /**
     * What stands in any of these ranges of a practice, each lead with the key under which it was
     * found. Within a range the earliest comes first.
     *
     * @param limit the most that a page holds
     * @param cursor where the page before ended, null for the first
     */
    Page within(PracticeId practice, List<DueRange> ranges, int limit, @Nullable String cursor);

    /** A lead of which something may be due. */
    record Due(LeadId lead, DueKey key) {}

    /**
     * @param next where the next page begins, null after the last
     */
    record Page(List<Due> due, @Nullable String next) {
        public Page {
            due = List.copyOf(due);
        }
    }
}
