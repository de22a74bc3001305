package io.leadmap.application.lead;

import io.leadmap.application.LeadSheet.Row;
import io.leadmap.application.lead.SheetQuery.Date;
import io.leadmap.application.lead.SheetQuery.Sort;
import io.leadmap.domain.practice.Division;
import io.leadmap.domain.practice.Person;
import io.leadmap.domain.practice.Practice;
import io.leadmap.domain.practice.Source;

import org.jspecify.annotations.Nullable;

import java.util.Comparator;
import java.util.Locale;
import java.util.function.Function;

/**
 * Orders rows by a column; rows without a value come last, and equal ones keep one order by their
 * ids.
 */
final class SheetOrder {

    private SheetOrder() {}

    static Comparator<Row> of(Practice practice, Sort sort) {
        Comparator<Row> order =
                switch (sort.column()) {
                    case CREATED -> by(row -> SheetFilter.date(row, Date.CREATED), sort);
                    case BOOKED -> by(row -> SheetFilter.date(row, Date.BOOKED), sort);
                    case INVOICED -> by(row -> SheetFilter.date(row, Date.INVOICED), sort);
                    case CANCELLED -> by(row -> SheetFilter.date(row, Date.CANCELLED), sort);
                    case LOST -> by(row -> SheetFilter.date(row, Date.LOST), sort);
                    case NAME -> by(row -> row.name().toLowerCase(Locale.ROOT), sort);
                    case STATUS -> by(Row::status, sort);
                    case SOURCE ->
                            by(
                                    row ->
                                            practice.source(row.source())
                                                    .map(Source::name)
                                                    .orElse(null),
                                    sort);
                    case DIVISION ->
                            by(
                                    row ->
                                            practice.division(row.division())
                                                    .map(Division::name)
                                                    .orElse(null),
                                    sort);
                    case OWNER ->
                            by(
                                    row ->
                                            practice.person(
                                                            practice.shownOwner(
                                                                    row.owner(), row.status()))
                                                    .map(Person::name)
                                                    .orElse(null),
                                    sort);
                    case ATTEMPTS -> by(Row::attempts, sort);
                    case LAST_ACTIVITY -> by(Row::lastActivityAt, sort);
                    case COMMENT -> by(Row::comment, sort);
                    case PATIENT ->
                            by(row -> row.patient() == null ? null : row.patient().pmsId(), sort);
                };
        return order.thenComparing(row -> row.id().value());
    }

    private static <T extends Comparable<? super T>> Comparator<Row> by(
            Function<Row, @Nullable T> value, Sort sort) {
        Comparator<T> order =
                sort.descending() ? Comparator.reverseOrder() : Comparator.naturalOrder();
        return (one, other) -> {
            T a = value.apply(one);
            T b = value.apply(other);
            if (a == null || b == null) {
                return Boolean.compare(a == null, b == null);
            }
            return order.compare(a, b);
        };
    }
}
