package io.leadmap.testkit;

import io.leadmap.domain.lead.FieldKey;
import io.leadmap.domain.lead.LeadId;
import io.leadmap.domain.practice.PracticeId;
import io.leadmap.ports.LeadSheet;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The Lead Sheet in memory. */
final class InMemoryLeadSheet implements LeadSheet {

    private final Shelf shelf;

    InMemoryLeadSheet(Shelf shelf) {
        this.shelf = shelf;
    }

    @Override
    public Page read(
            PracticeId practice,
            Range range,
            boolean newestFirst,
            @Nullable Position after,
            int limit) {
        Comparator<Row> byTime =
                Comparator.comparing((Row row) -> at(range, row))
                        .thenComparing(row -> row.id().value());
        Comparator<Row> order = newestFirst ? byTime.reversed() : byTime;
        List<Row> rows;
        synchronized (shelf) {
            rows =
                    shelf.leads.values().stream()
                            .map(Shelf.Row::lead)
                            .filter(lead -> lead.practice().equals(practice))
                            .map(Row::of)
                            .filter(row -> isIn(range, row))
                            .filter(row ->
                                    after == null || isBehind(range, row, after, newestFirst))
                            .sorted(order)
                            .limit(limit + 1L)
                            .toList();
        }
        return new Page(rows.stream().limit(limit).toList(), rows.size() > limit);
    }

    private static boolean isIn(Range range, Row row) {
        Instant at = range.at(row);
        boolean owned =
                !(range instanceof Range.OwnedCreated(String owner, Instant from, Instant to))
                        || Objects.equals(row.owner(), owner);
        return owned && at != null && !at.isBefore(range.from()) && at.isBefore(range.to());
    }

    private static boolean isBehind(Range range, Row row, Position after, boolean newestFirst) {
        int byTime = at(range, row).compareTo(after.at());
        int compared = byTime != 0 ? byTime : row.id().value().compareTo(after.lead().value());
        return newestFirst ? compared < 0 : compared > 0;
    }

    private static Instant at(Range range, Row row) {
        return Objects.requireNonNull(range.at(row));
    }

    @Override
    public Map<LeadId, Row> rows(PracticeId practice, List<LeadId> leads) {
        Map<LeadId, Row> rows = new HashMap<>();
        leads.forEach(lead -> row(practice, lead).ifPresent(row -> rows.put(lead, row)));
        return rows;
    }

    @Override
    public Map<LeadId, String> comments(PracticeId practice, List<LeadId> leads) {
        Map<LeadId, String> comments = new HashMap<>();
        synchronized (shelf) {
            for (LeadId lead : leads) {
                Shelf.Row row = shelf.leads.get(new Shelf.LeadKey(practice, lead));
                String comment = row == null ? null : row.lead().fields().text(FieldKey.COMMENT);
                if (comment != null) {
                    comments.put(lead, comment);
                }
            }
        }
        return comments;
    }

    @Override
    public Optional<Row> row(PracticeId practice, LeadId lead) {
        synchronized (shelf) {
            return Optional.ofNullable(shelf.leads.get(new Shelf.LeadKey(practice, lead)))
                    .map(row -> Row.of(row.lead()));
        }
    }
}
