package io.leadmap.testkit;

import io.leadmap.domain.history.Commit;
import io.leadmap.domain.lead.LeadId;
import io.leadmap.domain.practice.PracticeId;
import io.leadmap.ports.Digests;
import io.leadmap.ports.Histories;
import io.leadmap.testkit.Shelf.LeadKey;

import java.util.List;
import java.util.Optional;

/** Histories in memory, where nobody can tamper with them. */
final class InMemoryHistories implements Histories {

    private final Shelf shelf;

    InMemoryHistories(Shelf shelf) {
        this.shelf = shelf;
    }

    @Override
    public List<Commit> read(PracticeId practice, LeadId lead) {
        synchronized (shelf) {
            Shelf.Row row = shelf.leads.get(new LeadKey(practice, lead));
            return row == null ? List.of() : row.history();
        }
    }

    /** Without a chain there is no link to it: the number of the last entry stands for the hash. */
    @Override
    public List<Chained> since(PracticeId practice, LeadId lead, long afterSeq) {
        return read(practice, lead).stream()
                .filter(commit -> commit.firstSeq() > afterSeq)
                .map(commit -> new Chained(commit, Digests.sha256(lead + " " + commit.lastSeq())))
                .toList();
    }

    @Override
    public Verification verify(PracticeId practice, LeadId lead) {
        synchronized (shelf) {
            Shelf.Row row = shelf.leads.get(new LeadKey(practice, lead));
            return new Verification(
                    true, row == null ? 0 : row.lead().revision().seq(), Optional.empty());
        }
    }
}
