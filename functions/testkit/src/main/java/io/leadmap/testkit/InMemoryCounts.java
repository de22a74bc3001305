package io.leadmap.testkit;

import io.leadmap.application.Counts;
import io.leadmap.domain.lead.LeadId;
import io.leadmap.domain.practice.PracticeId;
import io.leadmap.domain.report.Contribution;
import io.leadmap.domain.report.Contributions.Difference;
import io.leadmap.domain.report.Row;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The Mega Report's counts in memory: facts, counted when they are asked for. */
final class InMemoryCounts implements Counts {

    private final Map<PracticeId, Map<Place, Contribution>> facts = new HashMap<>();

    private record Place(Row row, LocalDate day, LeadId lead) {
        String position() {
            return day + "#" + lead;
        }
    }

    @Override
    public synchronized boolean apply(PracticeId practice, LeadId lead, Difference difference) {
        Contribution contribution = difference.contribution();
        Place place = new Place(contribution.row(), contribution.day(), lead);
        Map<Place, Contribution> ours = facts.computeIfAbsent(practice, absent -> new HashMap<>());
        return switch (difference) {
            case Difference.Added added -> ours.putIfAbsent(place, contribution) == null;
            case Difference.Removed removed -> ours.remove(place, contribution);
        };
    }

    @Override
    public synchronized List<Counted> days(PracticeId practice, LocalDate from, LocalDate to) {
        Map<Contribution, Long> counted =
                of(practice).values().stream()
                        .filter(one -> !one.day().isBefore(from) && !one.day().isAfter(to))
                        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        return counted.entrySet().stream()
                .map(one -> new Counted(one.getKey(), one.getValue()))
                .sorted(
                        Comparator.comparing((Counted one) -> one.contribution().day())
                                .thenComparing(one -> one.contribution().row()))
                .toList();
    }

    @Override
    public synchronized Facts facts(
            PracticeId practice,
            Row row,
            LocalDate from,
            LocalDate to,
            int limit,
            @Nullable String cursor) {
        Map<String, Fact> found = new TreeMap<>();
        of(practice)
                .forEach((place, contribution) -> {
                    boolean in =
                            place.row() == row
                                    && !place.day().isBefore(from)
                                    && !place.day().isAfter(to);
                    if (in && (cursor == null || place.position().compareTo(cursor) > 0)) {
                        found.put(place.position(), new Fact(place.lead(), contribution));
                    }
                });
        List<String> page = found.keySet().stream().limit(limit).toList();
        return new Facts(
                page.stream().map(found::get).toList(),
                found.size() > limit ? page.getLast() : null);
    }

    private Map<Place, Contribution> of(PracticeId practice) {
        return facts.getOrDefault(practice, Map.of());
    }
}
