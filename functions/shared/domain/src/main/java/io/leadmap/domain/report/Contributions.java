package io.leadmap.domain.report;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** What a lead contributes to the Mega Report: at most once per row (domain section 10). */
public record Contributions(Map<Row, Contribution> byRow) {

    /** Those of a lead that does not exist. */
    public static final Contributions NONE = new Contributions(Map.of());

    public Contributions {
        byRow = Map.copyOf(byRow);
    }

    /**
     * What a lead contributes.
     *
     * @param zone the practice's: dates are days in it
     */
    public static Contributions of(Countable lead, ZoneId zone) {
        if (!lead.counts()) {
            return NONE;
        }
        Map<Row, Contribution> rows = new EnumMap<>(Row.class);
        for (Row row : Row.values()) {
            Instant at = moment(row, lead);
            if (at != null) {
                LocalDate day = LocalDate.ofInstant(at, zone);
                rows.put(
                        row,
                        new Contribution(row, day, lead.division(), lead.source(), lead.owner()));
            }
        }
        return new Contributions(rows);
    }

    private static @Nullable Instant moment(Row row, Countable lead) {
        return switch (row) {
            case ADDITIONAL_LEADS -> lead.dates().created();
            case ADDITIONAL_LEADS_BOOKED -> lead.dates().booked();
            case NEW_CLIENTS -> lead.dates().invoiced();
            case LOST -> lead.dates().lost();
            case CANCELLED -> lead.dates().cancelled();
        };
    }

    public Optional<Contribution> in(Row row) {
        return Optional.ofNullable(byRow.get(row));
    }

    /**
     * What must be done to get from these contributions to {@code now}; nothing if nothing changed.
     */
    public List<Difference> until(Contributions now) {
        return Stream.of(Row.values())
                .flatMap(row -> difference(byRow.get(row), now.byRow.get(row)))
                .toList();
    }

    private static Stream<Difference> difference(
            @Nullable Contribution before, @Nullable Contribution now) {
        if (Objects.equals(before, now)) {
            return Stream.empty();
        }
        if (before != null && now != null && before.day().equals(now.day())) {
            return Stream.of(new Difference.Changed(before, now));
        }
        return Stream.concat(
                Optional.ofNullable(before).<Difference>map(Difference.Removed::new).stream(),
                Optional.ofNullable(now).<Difference>map(Difference.Added::new).stream());
    }

    /** One step of the counts, of one lead, row and day; each is stored as one transaction. */
    public sealed interface Difference {

        record Added(Contribution contribution) implements Difference {}

        record Removed(Contribution contribution) implements Difference {}

        /**
         * The lead stays in the row on its day, with another division, source or owner. It is not
         * removed and added, so that whoever reads the leads behind a number meanwhile sees it.
         */
        record Changed(Contribution from, Contribution to) implements Difference {}
    }
}
