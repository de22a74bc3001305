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
     * What must be done to get from these contributions to {@code now}; removals first, nothing if
     * nothing changed.
     */
    public List<Difference> until(Contributions now) {
        Stream<Difference> gone =
                Stream.of(Row.values())
                        .filter(row -> changed(now, row))
                        .flatMap(row -> in(row).stream())
                        .map(Difference.Removed::new);
        Stream<Difference> come =
                Stream.of(Row.values())
                        .filter(row -> changed(now, row))
                        .flatMap(row -> now.in(row).stream())
                        .map(Difference.Added::new);
        return Stream.concat(gone, come).toList();
    }

    private boolean changed(Contributions now, Row row) {
        return !Objects.equals(byRow.get(row), now.byRow.get(row));
    }

    /** One step of the counts; each is stored as one transaction. */
    public sealed interface Difference {

        Contribution contribution();

        record Added(Contribution contribution) implements Difference {}

        record Removed(Contribution contribution) implements Difference {}
    }
}
