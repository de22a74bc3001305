package io.leadmap.testkit;

import io.leadmap.domain.lead.LeadId;
import io.leadmap.domain.practice.PracticeId;
import io.leadmap.ports.Progress;
import io.leadmap.testkit.Shelf.LeadKey;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How far the consumers of streams have come, in memory. */
final class InMemoryProgress implements Progress {

    private final Shelf shelf;
    private final Map<LeadKey, Map<Consumer, Long>> reached = new HashMap<>();

    InMemoryProgress(Shelf shelf) {
        this.shelf = shelf;
    }

    @Override
    public void reached(Consumer consumer, PracticeId practice, LeadId lead, long seq) {
        synchronized (shelf) {
            reached.computeIfAbsent(
                            new LeadKey(practice, lead), first -> new EnumMap<>(Consumer.class))
                    .merge(consumer, seq, Math::max);
        }
    }

    @Override
    public Map<Whose, Long> of(Consumer consumer, Set<Whose> leads) {
        Map<Whose, Long> found = new HashMap<>();
        synchronized (shelf) {
            for (Whose whose : leads) {
                Long seq = reached(whose.practice(), whose.lead()).get(consumer);
                if (seq != null) {
                    found.put(whose, seq);
                }
            }
        }
        return found;
    }

    private Map<Consumer, Long> reached(PracticeId practice, LeadId lead) {
        return reached.getOrDefault(new LeadKey(practice, lead), Map.of());
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
                            .filter(lead -> lead.revision().at().isBefore(before))
                            .map(lead ->
                                    new Behind(
                                            lead.practice(),
                                            lead.id(),
                                            reached(lead.practice(), lead.id())
                                                    .getOrDefault(consumer, 0L),
                                            lead.revision().seq()))
                            .filter(lead -> lead.reached() < lead.seq())
                            .toList();
            return new Page(behind, null);
        }
    }
}
