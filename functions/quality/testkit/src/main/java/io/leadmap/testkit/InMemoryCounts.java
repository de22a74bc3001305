package io.leadmap.testkit;

import io.leadmap.domain.lead.LeadId;
import io.leadmap.domain.practice.PracticeId;
import io.leadmap.domain.report.Contribution;
import io.leadmap.domain.report.Contributions.Difference;
import io.leadmap.domain.report.Row;
import io.leadmap.ports.Counts;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The Mega Report's counts in memory: facts, counted when they are asked for. */
final class InMemoryCounts implements Counts {

    private final Map<PracticeId, Map<Marker, Contribution>> facts = new HashMap<>();

    private static final Comparator<Place> ORDER =
            Comparator.comparing(Place::day).thenComparing(place -> place.lead().value());

    private record Marker(Row row, LocalDate day, LeadId lead) {}

    @Override
    public synchronized boolean apply(PracticeId practice, LeadId lead, Difference difference) {
        Map<Marker, Contribution> ours = facts.computeIfAbsent(practice, absent -> new HashMap<>());
        return switch (difference) {
            case Difference.Added(var added) ->
                    ours.putIfAbsent(marker(lead, added), added) == null;
            case Difference.Removed(var removed) -> ours.remove(marker(lead, removed), removed);
            case Difference.Changed(var from, var to) -> ours.replace(marker(lead, from), from, to);
        };
    }

    @Override
    public synchronized boolean isCounted(
            PracticeId practice, LeadId lead, Contribution contribution) {
        return contribution.equals(of(practice).get(marker(lead, contribution)));
    }

    private static Marker marker(LeadId lead, Contribution contribution) {
        return new Marker(contribution.row(), contribution.day(), lead);
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
            @Nullable Place after) {
        List<Fact> found =
                of(practice).entrySet().stream()
                        .filter(one -> one.getKey().row() == row)
                        .map(one -> new Fact(one.getKey().lead(), one.getValue()))
                        .filter(fact ->
                                !fact.place().day().isBefore(from)
                                        && !fact.place().day().isAfter(to))
                        .filter(fact -> after == null || ORDER.compare(fact.place(), after) > 0)
                        .sorted(Comparator.comparing(Fact::place, ORDER))
                        .toList();
        return new Facts(found.stream().limit(limit).toList(), found.size() > limit);
    }

    private Map<Marker, Contribution> of(PracticeId practice) {
        return facts.getOrDefault(practice, Map.of());
    }
}
