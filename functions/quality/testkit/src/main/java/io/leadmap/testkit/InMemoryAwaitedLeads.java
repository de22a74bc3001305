package io.leadmap.testkit;

import io.leadmap.domain.lead.Lead;
import io.leadmap.domain.practice.PracticeId;
import io.leadmap.domain.today.Awaits;
import io.leadmap.ports.AwaitedLeads;
import io.leadmap.ports.LeadSheet;

import org.jspecify.annotations.Nullable;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Leads that wait, in memory. */
final class InMemoryAwaitedLeads implements AwaitedLeads {

    private final Shelf shelf;

    InMemoryAwaitedLeads(Shelf shelf) {
        this.shelf = shelf;
    }

    @Override
    public Page read(
            PracticeId practice,
            Awaits what,
            @Nullable String whose,
            boolean newestFirst,
            int limit) {
        Comparator<Waiting> oldestFirst =
                Comparator.comparing(Waiting::since)
                        .thenComparing(found -> found.row().id().value());
        List<Waiting> waiting;
        synchronized (shelf) {
            waiting =
                    shelf.leads.values().stream()
                            .map(Shelf.Row::lead)
                            .filter(lead -> lead.practice().equals(practice))
                            .flatMap(lead -> waiting(lead, what, whose).stream())
                            .sorted(newestFirst ? oldestFirst.reversed() : oldestFirst)
                            .limit(limit + 1L)
                            .toList();
        }
        return new Page(waiting.stream().limit(limit).toList(), waiting.size() > limit);
    }

    private static Optional<Waiting> waiting(Lead lead, Awaits what, @Nullable String whose) {
        return Waiting.of(
                LeadSheet.Row.of(lead),
                lead.revision().version(),
                lead.followUp().attempts(),
                what,
                whose);
    }
}
