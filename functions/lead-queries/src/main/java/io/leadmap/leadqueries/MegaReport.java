package io.leadmap.leadqueries;

import io.leadmap.domain.report.Row;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * The Mega Report over a period (domain section 10).
 *
 * @param columns in order; the first and the last end with the period
 * @param lines one for every row of the report, also those that count nothing
 */
public record MegaReport(
        LocalDate from,
        LocalDate to,
        MegaQuery.By by,
        ZoneId timeZone,
        List<Column> columns,
        List<Line> lines) {

    public MegaReport {
        columns = List.copyOf(columns);
        lines = List.copyOf(lines);
    }

    /**
     * @param to inclusive
     */
    public record Column(LocalDate from, LocalDate to) {}

    /**
     * @param counts one for each column
     * @param split empty unless it was asked for; only parts that count something
     */
    public record Line(Row row, List<Long> counts, long total, Optional<List<Part>> split) {
        public Line {
            counts = List.copyOf(counts);
        }
    }

    /**
     * A part of a split row.
     *
     * @param id of the division, source or person; null for none
     * @param name as it is called today; null for none
     */
    public record Part(@Nullable String id, @Nullable String name, List<Long> counts, long total) {
        public Part {
            counts = List.copyOf(counts);
        }
    }
}
