package io.leadmap.testkit;

import io.leadmap.application.Progress;
import io.leadmap.domain.lead.LeadId;
import io.leadmap.domain.practice.PracticeId;
import io.leadmap.testkit.Shelf.LeadKey;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How far the consumers of streams have come, in memory. */
final class InMemoryProgress implements Progress {

    private final Shelf shelf;
    private final Map<Consumer, Map<LeadKey, Long>> reached = new HashMap<>();

    InMemoryProgress(Shelf shelf) {
        this.shelf = shelf;
    }

    @Override
    public void reached(Consumer consumer, PracticeId practice, LeadId lead, long seq) {
        synchronized (shelf) {
            reached.computeIfAbsent(consumer, first -> new HashMap<>())
                    .merge(new LeadKey(practice, lead), seq, Math::max);
        }
    }

    @Override
    public long of(Consumer consumer, PracticeId practice, LeadId lead) {
        synchronized (shelf) {
            return reached.getOrDefault(consumer, Map.of())
                    .getOrDefault(new LeadKey(practice, lead), 0L);
        }
    }

    @Override
    public Page behind(
            Consumer consumer, int part, int parts, Instant before, @Nullable String cursor) {
        synchronized (shelf) {
            List<Behind> behind =
                    shelf.leads.values().stream()
                            .map(Shelf.Row::lead)
                            .filter(lead ->
                                    Math.floorMod(lead.id().value().hashCode(), parts) == part)
                            .filter(lead -> lead.lastAt().isBefore(before))
                            .map(lead ->
                                    new Behind(
                                            lead.practice(),
                                            lead.id(),
                                            of(consumer, lead.practice(), lead.id()),
                                            lead.seq()))
                            .filter(one -> one.reached() < one.seq())
                            .toList();
            return new Page(behind, null);
        }
    }
}
