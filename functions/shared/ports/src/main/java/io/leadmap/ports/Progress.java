package io.leadmap.ports;

import io.leadmap.domain.lead.LeadId;
import io.leadmap.domain.practice.PracticeId;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How far the consumers of streams have come with each lead, so that what a stream forgot can be
 * caught up with from the tables (architecture decision 12).
 */
public interface Progress {

    /**
     * Notes that a consumer is done with a lead's entries up to this one; going back is ignored.
     */
    void reached(Consumer consumer, PracticeId practice, LeadId lead, long seq);

    /** How far a consumer has come with a lead; 0 if it never met it. */
    default long of(Consumer consumer, PracticeId practice, LeadId lead) {
        Whose whose = new Whose(practice, lead);
        return of(consumer, Set.of(whose)).getOrDefault(whose, 0L);
    }

    /** How far a consumer has come with each of some leads; those that it never met are missing. */
    Map<Whose, Long> of(Consumer consumer, Set<Whose> leads);

    /**
     * Leads of every practice with whom a consumer is behind. Walks the heads of all leads, a page
     * at a time: for a schedule that runs seldom, or takes another part each time.
     *
     * @param part of {@code parts}, from 0: each lead is in exactly one
     * @param before leads that were last written later are left to the stream
     * @param cursor where the page before ended, null for the first
     */
    Page behind(Consumer consumer, int part, int parts, Instant before, @Nullable String cursor);

    /** With which lead a consumer has come so far. */
    record Whose(PracticeId practice, LeadId lead) {}

    /** Who consumes a stream. */
    enum Consumer {
        /** Publishes the history on the bus. */
        PUBLISHER,
        /** Keeps what follows from leads: the Mega Report's counts, the names to search by. */
        DERIVER,
        /** Looks for an appointment that a lead could take now. */
        LINKER
    }

    /**
     * A lead with whom a consumer is behind.
     *
     * @param reached the last entry that the consumer is done with; 0 if it never met the lead
     * @param seq the lead's last entry
     */
    record Behind(PracticeId practice, LeadId lead, long reached, long seq) {}

    /**
     * A page of the walk.
     *
     * @param next where the next page begins, null after the last; a page may be empty and have a
     *     next
     */
    record Page(List<Behind> behind, @Nullable String next) {
        public Page {
            behind = List.copyOf(behind);
        }
    }
}
