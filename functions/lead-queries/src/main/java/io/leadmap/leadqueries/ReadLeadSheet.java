package io.leadmap.leadqueries;

import io.leadmap.domain.lead.LeadId;
import io.leadmap.domain.practice.Practice;
import io.leadmap.domain.practice.PracticeId;
import io.leadmap.domain.text.Search;
import io.leadmap.leadqueries.SheetQuery.Column;
import io.leadmap.leadqueries.SheetQuery.Date;
import io.leadmap.leadqueries.SheetQuery.Period;
import io.leadmap.leadqueries.SheetQuery.Sort;
import io.leadmap.ports.LeadSheet;
import io.leadmap.ports.LeadSheet.Position;
import io.leadmap.ports.LeadSheet.Range;
import io.leadmap.ports.LeadSheet.Row;
import io.leadmap.ports.Leads;
import io.leadmap.ports.NameIndex;
import io.leadmap.ports.PhoneNumbers;
import io.leadmap.ports.SortableTime;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The Lead Sheet (domain section 10): looks up whom {@code q} names, or reads the narrowest range
 * of an index, then filters. A page reads a bounded number of rows and may be short; sorting by a
 * column without an index works on what fits into memory.
 */
public final class ReadLeadSheet {

    /** Rows that a page may read, matching or not. */
    static final int READ_FOR_A_PAGE = 1_000;

    /** Matching rows up to which an unindexed column can be sorted by. */
    public static final int SORTABLE = 2_000;

    /** Rows that sorting and counting may read, matching or not. */
    static final int READ_FOR_SORTING = 20_000;

    /** Where counting stops. */
    public static final int COUNTABLE = 1_000;

    private static final int BATCH = 250;

    private final LeadSheet sheet;
    private final SoughtLeads seeker;

    public ReadLeadSheet(LeadSheet sheet, Leads leads, NameIndex names, PhoneNumbers phones) {
        this.sheet = sheet;
        seeker = new SoughtLeads(sheet, leads, names, phones);
    }

    /**
     * A page of the sheet.
     *
     * @param after where the page before ended, as {@link Answer.Page} said; null for the first
     */
    public Answer page(Practice practice, SheetQuery query, int limit, @Nullable String after) {
        Range range = range(query);
        SheetPlace place = after == null ? null : SheetPlace.read(after);
        Sort sort = place == null ? sort(query, range) : place.sort();
        Sought sought = seeker.of(practice, query).orElse(null);
        if (sought != null && sort.column() == Column.CREATED) {
            return sought.page(sheet, sort, limit, place);
        }
        if (sought == null && isIndexed(sort, range)) {
            return indexed(practice, query, range, sort, limit, place);
        }
        return whole(practice, query, range, sought)
                .<Answer>map(rows -> sorted(practice, sort, rows, limit, place))
                .orElseGet(Answer.TooManyToSort::new);
    }

    /**
     * Every row of the sheet in the order that is asked for, with its whole comment, for an export.
     *
     * @return false if they are too many to sort; then there was none
     */
    public boolean all(Practice practice, SheetQuery query, Consumer<Row> each) {
        Range range = range(query);
        Sort sort = sort(query, range);
        Sought sought = seeker.of(practice, query).orElse(null);
        if (sought != null || !isIndexed(sort, range)) {
            Optional<List<Row>> rows = whole(practice, query, range, sought);
            rows.map(found -> inOrder(practice, sort, found).stream().map(Ranked::row).toList())
                    .ifPresent(found -> commented(practice.id(), found).forEach(each));
            return rows.isPresent();
        }
        SheetFilter filter = filter(practice, query);
        Position position = null;
        LeadSheet.Page page;
        do {
            page = sheet.read(practice.id(), range, sort.descending(), position, BATCH);
            commented(practice.id(), page.rows().stream().filter(filter).toList()).forEach(each);
            position = page.rows().isEmpty() ? position : position(range, page.rows().getLast());
        } while (page.more() && !page.rows().isEmpty());
        return true;
    }

    private List<Row> commented(PracticeId practice, List<Row> rows) {
        List<LeadId> cut = rows.stream().filter(Row::isCommentCut).map(Row::id).toList();
        Map<LeadId, String> comments = cut.isEmpty() ? Map.of() : sheet.comments(practice, cut);
        return rows.stream()
                .map(row ->
                        comments.containsKey(row.id())
                                ? row.withComment(comments.get(row.id()))
                                : row)
                .toList();
    }

    /** How many rows there are; stops at {@link #COUNTABLE}, and the answer then says so. */
    public Total total(Practice practice, SheetQuery query) {
        Optional<Sought> sought = seeker.of(practice, query);
        if (sought.isPresent()) {
            int count = sought.get().count(sheet, COUNTABLE);
            return new Total(Math.min(count, COUNTABLE), count > COUNTABLE);
        }
        Gathered gathered =
                gather(
                        practice.id(),
                        range(query),
                        filter(practice, query),
                        COUNTABLE,
                        READ_FOR_SORTING);
        return new Total(gathered.rows().size(), !gathered.complete());
    }

    /**
     * @param orMore the count stopped there
     */
    public record Total(int count, boolean orMore) {}

    /**
     * A row with where it stands, so that a page may end behind any.
     *
     * @param place for the next page to begin behind it
     */
    public record Placed(Row row, String place) {}

    /** What a page came to. */
    public sealed interface Answer {

        /**
         * @param placed may be fewer than asked for though {@code next} is there
         * @param next where the next page begins, null after the last
         */
        record Page(List<Placed> placed, @Nullable String next) implements Answer {
            public Page {
                placed = List.copyOf(placed);
            }

            public List<Row> rows() {
                return placed.stream().map(Placed::row).toList();
            }
        }

        /** Too many rows to sort by a column without an index: a filter must be added. */
        record TooManyToSort() implements Answer {}
    }

    private SheetFilter filter(Practice practice, SheetQuery query) {
        String q = query.q();
        return new SheetFilter(practice, query, q == null ? null : new Search(q));
    }

    /**
     * Every row that is meant, in no order; empty if they are too many to sort.
     *
     * @param sought whom the query names, null if the sheet must be read
     */
    private Optional<List<Row>> whole(
            Practice practice, SheetQuery query, Range range, @Nullable Sought sought) {
        Gathered gathered =
                sought == null
                        ? gather(
                                practice.id(),
                                range,
                                filter(practice, query),
                                SORTABLE + 1,
                                READ_FOR_SORTING)
                        : new Gathered(sought.rows(sheet), true);
        return gathered.complete() && gathered.rows().size() <= SORTABLE
                ? Optional.of(gathered.rows())
                : Optional.empty();
    }

    private Answer indexed(
            Practice practice,
            SheetQuery query,
            Range range,
            Sort sort,
            int limit,
            @Nullable SheetPlace after) {
        if (after != null && after.value() == null) {
            return new Answer.Page(List.of(), null); // the index holds no blanks
        }
        SheetFilter filter = filter(practice, query);
        List<Placed> rows = new ArrayList<>();
        Position position =
                after == null || after.value() == null
                        ? null
                        : new Position(SortableTime.read(after.value()), after.lead());
        String last = null;
        int read = 0;
        boolean more = true;
        while (more && rows.size() < limit && read < READ_FOR_A_PAGE) {
            int batch = Math.min(BATCH, Math.max(limit, 50));
            LeadSheet.Page page =
                    sheet.read(practice.id(), range, sort.descending(), position, batch);
            read += page.rows().size();
            more = page.more() && !page.rows().isEmpty();
            for (Row row : page.rows()) {
                if (rows.size() == limit) {
                    more = true;
                    break;
                }
                last = SheetPlace.of(practice, sort, row).text();
                position = position(range, row);
                if (filter.test(row)) {
                    rows.add(new Placed(row, last));
                }
            }
        }
        return new Answer.Page(rows, more ? last : null);
    }

    private static Answer sorted(
            Practice practice, Sort sort, List<Row> rows, int limit, @Nullable SheetPlace after) {
        Comparator<SheetPlace> order = SheetPlace.order(sort);
        List<Ranked> behind =
                inOrder(practice, sort, rows).stream()
                        .filter(row -> after == null || order.compare(row.place(), after) > 0)
                        .toList();
        List<Placed> page = behind.stream().limit(limit).map(Ranked::placed).toList();
        return new Answer.Page(page, page.size() < behind.size() ? page.getLast().place() : null);
    }

    private static List<Ranked> inOrder(Practice practice, Sort sort, List<Row> rows) {
        return rows.stream()
                .map(row -> new Ranked(SheetPlace.of(practice, sort, row), row))
                .sorted(Comparator.comparing(Ranked::place, SheetPlace.order(sort)))
                .toList();
    }

    private record Ranked(SheetPlace place, Row row) {
        Placed placed() {
            return new Placed(row, place.text());
        }
    }

    /** Reads rows once each, also those that move in the index meanwhile. */
    private Gathered gather(
            PracticeId practice, Range range, SheetFilter filter, int most, int mostRead) {
        Map<LeadId, Row> rows = new LinkedHashMap<>();
        Position position = null;
        for (int read = 0; read < mostRead; ) {
            LeadSheet.Page page = sheet.read(practice, range, true, position, BATCH);
            read += page.rows().size();
            for (Row row : page.rows()) {
                if (filter.test(row)) {
                    if (rows.size() == most && !rows.containsKey(row.id())) {
                        return new Gathered(List.copyOf(rows.values()), false);
                    }
                    rows.put(row.id(), row);
                }
            }
            if (!page.more() || page.rows().isEmpty()) {
                return new Gathered(List.copyOf(rows.values()), true);
            }
            position = position(range, page.rows().getLast());
        }
        return new Gathered(List.copyOf(rows.values()), false);
    }

    private record Gathered(List<Row> rows, boolean complete) {}

    /** The narrowest range that holds every row that the query means. */
    static Range range(SheetQuery query) {
        Map<Date, Period> periods = query.periods();
        Period created = periods.getOrDefault(Date.CREATED, Period.ALWAYS);
        for (Date later : List.of(Date.CANCELLED, Date.LOST)) {
            if (periods.containsKey(later)) {
                created =
                        created.until(periods.get(later).to()); // no lead moves before it is there
            }
        }
        Period booked = periods.get(Date.BOOKED);
        boolean one = query.owners().size() == 1 && !query.owners().contains(SheetQuery.BLANK);
        if (booked != null && !one && booked.seconds() <= created.seconds()) {
            return new Range.Booked(booked.from(), booked.to());
        }
        return one
                ? new Range.OwnedCreated(
                        query.owners().iterator().next(), created.from(), created.to())
                : new Range.Created(created.from(), created.to());
    }

    private static Sort sort(SheetQuery query, Range range) {
        return query.sort() == null ? new Sort(column(range), true) : query.sort();
    }

    private static boolean isIndexed(Sort sort, Range range) {
        return sort.column() == column(range);
    }

    private static Column column(Range range) {
        return range instanceof Range.Booked ? Column.BOOKED : Column.CREATED;
    }

    private static Position position(Range range, Row row) {
        java.time.Instant at = range.at(row);
        if (at == null) {
            throw new IllegalStateException("a row of an index has its time");
        }
        return new Position(at, row.id());
    }
}
