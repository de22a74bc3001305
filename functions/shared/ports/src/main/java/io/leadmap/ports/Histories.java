package io.leadmap.ports;

import io.leadmap.domain.history.Commit;
import io.leadmap.domain.lead.LeadId;
import io.leadmap.domain.practice.PracticeId;

import java.util.List;
import java.util.Optional;

/** Reads histories. There is nothing here to change one with. */
public interface Histories {

    /** The whole history, oldest first, unsealed; empty if the practice has no such lead. */
    List<Commit> read(PracticeId practice, LeadId lead);

    /**
     * The commits behind an entry, oldest first, each with its link in the chain; for publishing,
     * which needs no key: what is sealed may be blank.
     *
     * @param afterSeq the number of the last entry that is known; 0 for all
     */
    List<Chained> since(PracticeId practice, LeadId lead, long afterSeq);

    /**
     * Recomputes the chain from the table and compares count and last hash with the lead's head.
     */
    Verification verify(PracticeId practice, LeadId lead);

    /**
     * A commit with its place in the chain.
     *
     * @param hash hexadecimal; whoever keeps it can tell later whether the history was altered
     */
    record Chained(Commit commit, String hash) {}

    /** A commit that was appended to a lead's history, as the history's stream tells of it. */
    record Appended(PracticeId practice, LeadId lead, Chained commit) {}

    /**
     * The result of a verification.
     *
     * @param entries how many entries were found
     * @param firstBroken the number of the first entry that is not what was written; empty if all
     *     are
     */
    record Verification(boolean valid, long entries, Optional<Long> firstBroken) {}
}
