package io.leadmap.leadqueries;

import io.leadmap.domain.lead.LeadId;
import io.leadmap.domain.practice.Practice;
import io.leadmap.leadqueries.SheetQuery.Column;
import io.leadmap.leadqueries.SheetQuery.Sort;
import io.leadmap.ports.LeadSheet.Row;

import org.jspecify.annotations.Nullable;

import java.util.Comparator;

/**
 * Where a row stands in an order: its value and its id, and never how many rows are before it, so
 * that a row which keeps its value is behind this place or not, whatever happens to the others
 * (domain section 10, paging). It names the order, too: without a sort, that is of the index that
 * is read, which may be another one on the next day.
 *
 * @param value as {@link SheetOrder} writes it; null for a blank, which comes last
 */
record SheetPlace(Sort sort, @Nullable String value, LeadId lead) {

    /** The place of a row. */
    static SheetPlace of(Practice practice, Sort sort, Row row) {
        return new SheetPlace(sort, SheetOrder.value(practice, sort.column(), row), row.id());
    }

    /** The order of places that have one sort; equal values are in the order of their ids. */
    static Comparator<SheetPlace> order(Sort sort) {
        Comparator<String> text =
                sort.descending() ? Comparator.reverseOrder() : Comparator.naturalOrder();
        return Comparator.comparing(SheetPlace::value, Comparator.nullsLast(text))
                .thenComparing(place -> place.lead().value(), text);
    }

    /** This place as text. It comes back only sealed, so that what is read was written here. */
    String text() {
        return String.join(
                " ",
                sort.column().name(),
                sort.descending() ? "-" : "+",
                lead.value(),
                value == null ? "-" : "=" + value);
    }

    static SheetPlace read(String text) {
        String[] parts = text.split(" ", 4);
        return new SheetPlace(
                new Sort(Column.valueOf(parts[0]), parts[1].equals("-")),
                parts[3].equals("-") ? null : parts[3].substring(1),
                new LeadId(parts[2]));
    }
}
