package io.leadmap.domain.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadmap.domain.lead.Dates;
import io.leadmap.domain.lead.Status;
import io.leadmap.domain.lead.SuspensionCause;
import io.leadmap.domain.report.Contributions.Difference;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Counting differences is the same as counting leads (architecture decision 10). */
class ContributionsProperties {

    private static final ZoneId ZONE = ZoneId.of("America/New_York");

    @Property
    void the_differences_over_any_life_of_a_lead_sum_up_to_what_it_contributes_last(
            @ForAll("lives") List<Countable> life) {
        Map<Contribution, Integer> counts = new HashMap<>();
        Contributions before = Contributions.NONE;
        for (Countable lead : life) {
            Contributions now = Contributions.of(lead, ZONE);
            before.until(now).forEach(difference -> count(counts, difference));
            before = now;
        }
        assertThat(counts.values()).allMatch(count -> count == 1);
        assertThat(counts.keySet()).containsExactlyInAnyOrderElementsOf(before.byRow().values());
    }

    @Property
    void a_lead_counts_at_most_once_in_a_row_and_never_if_it_does_not_count(
            @ForAll("leads") Countable lead) {
        Contributions contributions = Contributions.of(lead, ZONE);
        contributions
                .byRow()
                .forEach((row, contribution) -> assertThat(contribution.row()).isEqualTo(row));
        if (!lead.counts()) {
            assertThat(contributions).isEqualTo(Contributions.NONE);
        } else {
            assertThat(contributions.in(Row.ADDITIONAL_LEADS)).isPresent();
        }
    }

    private static void count(Map<Contribution, Integer> counts, Difference difference) {
        switch (difference) {
            case Difference.Added(var added) -> counts.merge(added, 1, Integer::sum);
            case Difference.Removed(var removed) -> counts.merge(removed, -1, Integer::sum);
            case Difference.Changed(var from, var to) -> {
                counts.merge(from, -1, Integer::sum);
                counts.merge(to, 1, Integer::sum);
            }
        }
        counts.values().removeIf(count -> count == 0);
    }

    @Provide
    Arbitrary<List<Countable>> lives() {
        return leads().list().ofMaxSize(12);
    }

    @Provide
    Arbitrary<Countable> leads() {
        Arbitrary<Instant> times =
                Arbitraries.integers()
                        .between(0, 40)
                        .map(hours ->
                                Instant.parse("2026-03-07T00:00:00Z").plusSeconds(hours * 3600L));
        Arbitrary<Dates> dates =
                Combinators.combine(
                                times,
                                times.injectNull(0.5),
                                times.injectNull(0.5),
                                times.injectNull(0.5),
                                times.injectNull(0.5))
                        .as((created, booked, invoiced, cancelled, lost) ->
                                new Dates(
                                        created, created, booked, false, invoiced, false, cancelled,
                                        lost));
        Arbitrary<Set<SuspensionCause>> suspensions =
                Arbitraries.of(
                        Set.of(),
                        Set.of(),
                        Set.of(),
                        EnumSet.of(SuspensionCause.INCOMPLETE),
                        EnumSet.of(SuspensionCause.SPAM),
                        EnumSet.of(SuspensionCause.DUPLICATE, SuspensionCause.INCOMPLETE));
        return Combinators.combine(
                        Arbitraries.of(Status.class),
                        suspensions,
                        dates,
                        Arbitraries.of("root", "city"),
                        Arbitraries.of("web", "friend").injectNull(0.3),
                        Arbitraries.of("ava", "noah").injectNull(0.3))
                .as(Countable::new);
    }
}
