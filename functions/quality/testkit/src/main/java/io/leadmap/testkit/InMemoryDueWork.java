package io.leadmap.testkit;

import io.leadmap.domain.decide.DueEntries;
import io.leadmap.domain.decide.DueEntry;
import io.leadmap.domain.decide.DueRange;
import io.leadmap.domain.lead.Lead;
import io.leadmap.domain.practice.PracticeId;
import io.leadmap.ports.DueWork;

import org.jspecify.annotations.Nullable;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The due index in memory. */
final class InMemoryDueWork implements DueWork {

    private final Shelf shelf;

    InMemoryDueWork(Shelf shelf) {
        this.shelf = shelf;
    }

    @Override
    public Page within(
            PracticeId practice, List<DueRange> ranges, int limit, @Nullable String cursor) {
        List<Found> all;
        synchronized (shelf) {
            List<Lead> leads =
                    shelf.leads.values().stream()
                            .map(Shelf.Row::lead)
                            .filter(lead -> lead.practice().equals(practice))
                            .toList();
            all =
                    ranges.stream()
                            .flatMap(range -> leads.stream().flatMap(lead -> found(range, lead)))
                            .sorted(Comparator.comparing(Found::position))
                            .filter(one -> cursor == null || one.position().compareTo(cursor) > 0)
                            .limit(limit + 1L)
                            .toList();
        }
        boolean more = all.size() > limit;
        List<Found> page = more ? all.subList(0, limit) : all;
        return new Page(
                page.stream().map(Found::due).toList(), more ? page.getLast().position() : null);
    }

    private record Found(Due due, String position) {}

    private static Stream<Found> found(DueRange range, Lead lead) {
        return DueEntries.of(lead)
                .all()
                .filter(entry -> entry.key().equals(range.key()))
                .filter(entry -> !entry.since().isAfter(range.until()))
                .map(entry -> new Found(new Due(lead.id(), entry.key()), position(entry, lead)));
    }

    private static String position(DueEntry entry, Lead lead) {
        return "%s %015d %s".formatted(entry.key(), entry.since().toEpochMilli(), lead.id());
    }
}
