package io.leadmap.leadqueries;

import io.leadmap.domain.lead.SuspensionCause;
import io.leadmap.domain.practice.Practice;
import io.leadmap.domain.text.Search;
import io.leadmap.leadqueries.SheetQuery.Date;
import io.leadmap.ports.LeadSheet.Row;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Tells which rows a query means, once they are read. */
final class SheetFilter implements Predicate<Row> {

    private final Practice practice;
    private final SheetQuery query;
    private final @Nullable Search search;

    /**
     * @param search for the words of a name, null if the query is for something else
     */
    SheetFilter(Practice practice, SheetQuery query, @Nullable Search search) {
        this.practice = practice;
        this.query = query;
        this.search = search;
    }

    @Override
    public boolean test(Row row) {
        return (query.statuses().isEmpty() || query.statuses().contains(row.status()))
                && among(query.owners(), practice.shownOwner(row.owner(), row.status()))
                && among(query.sources(), row.source())
                && isInDivision(row)
                && hasDates(row)
                && hasAppointment(row)
                && row.attempts() >= query.attemptsFrom()
                && row.attempts() <= query.attemptsTo()
                && query.activity().contains(row.lastActivityAt())
                && among(
                        query.lossReasons(),
                        row.lossReason() == null ? null : row.lossReason().id())
                && isAsked(row)
                && isShown(row)
                && isNamed(row);
    }

    /** The date of a row, null if it has none. */
    static @Nullable Instant date(Row row, Date date) {
        return switch (date) {
            case CREATED -> row.dates().created();
            case BOOKED -> row.dates().booked();
            case INVOICED -> row.dates().invoiced();
            case CANCELLED -> row.dates().cancelled();
            case LOST -> row.dates().lost();
        };
    }

    private static boolean among(Set<String> wanted, @Nullable String value) {
        return wanted.isEmpty() || wanted.contains(value == null ? SheetQuery.BLANK : value);
    }

    private boolean isInDivision(Row row) {
        return query.divisions().isEmpty()
                || query.divisions().stream()
                        .anyMatch(division -> practice.isInOrUnder(row.division(), division));
    }

    private boolean hasDates(Row row) {
        return query.periods().entrySet().stream()
                        .allMatch(wanted -> wanted.getValue().contains(date(row, wanted.getKey())))
                && query.never().stream().allMatch(date -> date(row, date) == null);
    }

    private boolean isAsked(Row row) {
        return query.transferTo() == null
                || practice.pending(row.transfer())
                        .filter(transfer -> transfer.to().equals(query.transferTo()))
                        .isPresent();
    }

    private boolean hasAppointment(Row row) {
        return (!query.noAppointment() || row.appointment() == null)
                && (query.appointment() == null || query.appointment() == row.appointment());
    }

    private boolean isShown(Row row) {
        Set<SuspensionCause> causes = row.suspensions();
        return switch (query.suspended().kind()) {
            case ANY -> true;
            case NONE -> causes.isEmpty();
            case USUAL ->
                    !causes.contains(SuspensionCause.DUPLICATE)
                            && !causes.contains(SuspensionCause.SPAM);
            case CAUSE ->
                    query.suspended().cause().filter(cause -> cause == shown(causes)).isPresent();
        };
    }

    /** Of several causes the first in their order is shown (domain section 2); null for none. */
    static @Nullable SuspensionCause shown(Set<SuspensionCause> causes) {
        for (SuspensionCause cause : SuspensionCause.values()) {
            if (causes.contains(cause)) {
                return cause;
            }
        }
        return null;
    }

    private boolean isNamed(Row row) {
        return search == null || search.finds(names(row));
    }

    /** Every name that a row goes by. */
    static List<String> names(Row row) {
        return List.of(row.name(), row.personName());
    }
}
