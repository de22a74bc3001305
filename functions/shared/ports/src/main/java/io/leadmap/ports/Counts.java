package io.leadmap.ports;

import io.leadmap.domain.lead.LeadId;
import io.leadmap.domain.practice.PracticeId;
import io.leadmap.domain.report.Contribution;
import io.leadmap.domain.report.Contributions.Difference;
import io.leadmap.domain.report.Row;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;

/**
 * The Mega Report's counts: one item a day with every number, and one fact for each lead behind a
 * number (architecture decision 10). A lead has at most one fact per row and day.
 */
public interface Counts {

    /**
     * Puts the fact and adds 1 to its day, removes the fact and takes 1 away, or changes the fact
     * and counts it elsewhere on its day, in one transaction.
     *
     * @return false if that was done before: the fact is there already, or not there with this
     *     division, source and owner
     */
    boolean apply(PracticeId practice, LeadId lead, Difference difference);

    /** Whether the lead counts for just this: its fact is there and says the same. */
    boolean isCounted(PracticeId practice, LeadId lead, Contribution contribution);

    /**
     * The numbers of some days, oldest day first; zeros are left out. Reads day items only.
     *
     * @param to inclusive
     */
    List<Counted> days(PracticeId practice, LocalDate from, LocalDate to);

    /**
     * The leads behind a row's numbers, by day and lead id.
     *
     * @param to inclusive
     * @param after where the page before ended, null for the first
     */
    Facts facts(
            PracticeId practice,
            Row row,
            LocalDate from,
            LocalDate to,
            int limit,
            @Nullable Place after);

    /**
     * A number of a day.
     *
     * @param contribution what each of the leads contributes
     */
    record Counted(Contribution contribution, long count) {}

    /** One lead behind a number. */
    record Fact(LeadId lead, Contribution contribution) {
        public Place place() {
            return new Place(contribution.day(), lead);
        }
    }

    /** Where a fact of a row stands. */
    record Place(LocalDate day, LeadId lead) {}

    /**
     * A page of facts.
     *
     * @param more tells whether there are others behind the last one
     */
    record Facts(List<Fact> facts, boolean more) {
        public Facts {
            facts = List.copyOf(facts);
        }
    }
}
