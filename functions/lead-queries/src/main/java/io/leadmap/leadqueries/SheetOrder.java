package io.leadmap.leadqueries;

import io.leadmap.domain.practice.Division;
import io.leadmap.domain.practice.Person;
import io.leadmap.domain.practice.Practice;
import io.leadmap.domain.practice.Source;
import io.leadmap.leadqueries.SheetQuery.Column;
import io.leadmap.leadqueries.SheetQuery.Date;
import io.leadmap.ports.LeadSheet.Row;
import io.leadmap.ports.SortableTime;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Locale;

/** What rows are ordered by: a column's value as a text that sorts as the values do. */
final class SheetOrder {

    private SheetOrder() {}

    /** The row's value; null for a blank. */
    static @Nullable String value(Practice practice, Column column, Row row) {
        return switch (column) {
            case CREATED -> time(SheetFilter.date(row, Date.CREATED));
            case BOOKED -> time(SheetFilter.date(row, Date.BOOKED));
            case INVOICED -> time(SheetFilter.date(row, Date.INVOICED));
            case CANCELLED -> time(SheetFilter.date(row, Date.CANCELLED));
            case LOST -> time(SheetFilter.date(row, Date.LOST));
            case LAST_ACTIVITY -> time(row.lastActivityAt());
            case NAME -> row.name().toLowerCase(Locale.ROOT);
            case STATUS -> number(row.status().ordinal());
            case SOURCE -> practice.source(row.source()).map(Source::name).orElse(null);
            case DIVISION -> practice.division(row.division()).map(Division::name).orElse(null);
            case OWNER ->
                    practice.person(practice.shownOwner(row.owner(), row.status()))
                            .map(Person::name)
                            .orElse(null);
            case ATTEMPTS -> number(row.attempts());
            case COMMENT -> row.comment();
            case PATIENT -> row.patient() == null ? null : row.patient().pmsId();
        };
    }

    private static @Nullable String time(@Nullable Instant at) {
        return at == null ? null : SortableTime.of(at);
    }

    private static String number(int number) {
        return SortableTime.padded(number, 10);
    }
}
