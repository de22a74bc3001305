package io.leadmap.leadqueries;

import io.leadmap.domain.lead.LeadId;
import io.leadmap.domain.practice.Division;
import io.leadmap.domain.practice.Person;
import io.leadmap.domain.practice.Practice;
import io.leadmap.domain.practice.Source;
import io.leadmap.domain.report.Row;
import io.leadmap.leadqueries.MegaReport.Column;
import io.leadmap.leadqueries.MegaReport.Line;
import io.leadmap.leadqueries.MegaReport.Part;
import io.leadmap.ports.Counts;
import io.leadmap.ports.Counts.Counted;
import io.leadmap.ports.Counts.Fact;
import io.leadmap.ports.Counts.Facts;
import io.leadmap.ports.Counts.Place;
import io.leadmap.ports.LeadSheet;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads the Mega Report from the days' counts, and the leads behind a number from its facts; counts
 * no lead itself.
 */
public final class ReadMegaReport {

    /** How many facts one page looks through at most. */
    static final int FACTS = 1000;

    private final Counts counts;
    private final LeadSheet leads;

    public ReadMegaReport(Counts counts, LeadSheet leads) {
        this.counts = counts;
        this.leads = leads;
    }

    /** The report; reads nothing but day items. */
    public MegaReport read(Practice practice, MegaQuery query) {
        List<Column> columns = columns(practice, query);
        List<Counted> counted =
                counts.days(practice.id(), query.from(), query.to()).stream()
                        .filter(c -> query.includes(c.contribution(), practice))
                        .toList();
        List<Line> lines =
                Stream.of(Row.values())
                        .map(row ->
                                line(
                                        practice,
                                        query,
                                        columns,
                                        row,
                                        counted.stream()
                                                .filter(c -> c.contribution().row() == row)
                                                .toList()))
                        .toList();
        return new MegaReport(
                query.from(),
                query.to(),
                query.by(),
                practice.settings().timeZone(),
                columns,
                lines);
    }

    /**
     * The leads behind a row's numbers, oldest day first. A page may be short and have a next.
     *
     * @param after where the page before ended, null for the first
     */
    public Behind behind(
            Practice practice, MegaQuery query, Row row, int limit, @Nullable String after) {
        List<Placed> rows = new ArrayList<>();
        Place at = after == null ? null : place(after);
        int read = 0;
        Facts page;
        do {
            page =
                    counts.facts(
                            practice.id(), row, query.from(), query.to(), limit - rows.size(), at);
            page.facts().stream()
                    .filter(fact -> query.includes(fact.contribution(), practice))
                    .flatMap(fact -> placed(practice, fact).stream())
                    .forEach(rows::add);
            read += page.facts().size();
            at = page.facts().isEmpty() ? at : page.facts().getLast().place();
        } while (page.more() && rows.size() < limit && read < FACTS);
        return new Behind(rows, page.more() && at != null ? text(at) : null);
    }

    private Optional<Placed> placed(Practice practice, Fact fact) {
        return leads.row(practice.id(), fact.lead())
                .map(row -> new Placed(row, text(fact.place())));
    }

    private static String text(Place place) {
        return place.day() + " " + place.lead();
    }

    private static Place place(String text) {
        String[] parts = text.split(" ", 2);
        return new Place(LocalDate.parse(parts[0]), new LeadId(parts[1]));
    }

    /**
     * @param next where the next page begins, null after the last
     */
    public record Behind(List<Placed> leads, @Nullable String next) {
        public Behind {
            leads = List.copyOf(leads);
        }

        public List<LeadSheet.Row> rows() {
            return leads.stream().map(Placed::row).toList();
        }
    }

    /**
     * A lead with where it stands, so that a page may end behind any.
     *
     * @param place for the next page to begin behind it
     */
    public record Placed(LeadSheet.Row row, String place) {}

    private static Line line(
            Practice practice,
            MegaQuery query,
            List<Column> columns,
            Row row,
            List<Counted> counted) {
        List<Long> sums = sums(columns, counted);
        Optional<List<Part>> split = query.split().map(by -> parts(practice, by, columns, counted));
        return new Line(row, sums, total(sums), split);
    }

    private static List<Part> parts(
            Practice practice, MegaQuery.Split by, List<Column> columns, List<Counted> counted) {
        Map<@Nullable String, List<Counted>> groups =
                new HashMap<>(); // a blank source or owner is the null key
        counted.forEach(c ->
                groups.computeIfAbsent(by.of(c.contribution()), id -> new ArrayList<>()).add(c));
        List<Part> parts = new ArrayList<>();
        groups.forEach((id, group) -> {
            List<Long> sums = sums(columns, group);
            parts.add(new Part(id, name(practice, by, id), sums, total(sums)));
        });
        parts.sort(Comparator.comparing(part -> Objects.requireNonNullElse(part.name(), "")));
        return parts;
    }

    /** What the part is called today; the id of one that is no longer configured. */
    private static @Nullable String name(
            Practice practice, MegaQuery.Split by, @Nullable String id) {
        Optional<String> name =
                switch (by) {
                    case DIVISION -> practice.division(id).map(Division::name);
                    case SOURCE -> practice.source(id).map(Source::name);
                    case OWNER -> practice.person(id).map(Person::name);
                };
        return name.orElse(id);
    }

    private static List<Long> sums(List<Column> columns, List<Counted> counted) {
        long[] sums = new long[columns.size()];
        for (Counted c : counted) {
            sums[indexOf(columns, c.contribution().day())] += c.count();
        }
        return Arrays.stream(sums).boxed().toList();
    }

    private static int indexOf(List<Column> columns, LocalDate day) {
        int low = 0;
        int high = columns.size() - 1;
        while (low < high) {
            int middle = (low + high) / 2;
            if (columns.get(middle).to().isBefore(day)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static List<Column> columns(Practice practice, MegaQuery query) {
        List<Column> columns = new ArrayList<>();
        for (LocalDate from = query.from(); !from.isAfter(query.to()); ) {
            LocalDate next = next(practice, query.by(), from);
            LocalDate last = next.minusDays(1);
            columns.add(new Column(from, last.isAfter(query.to()) ? query.to() : last));
            from = next;
        }
        return columns;
    }

    private static LocalDate next(Practice practice, MegaQuery.By by, LocalDate from) {
        return switch (by) {
            case DAY -> from.plusDays(1);
            case WEEK -> from.with(TemporalAdjusters.next(practice.settings().weekStart()));
            case MONTH -> from.with(TemporalAdjusters.firstDayOfNextMonth());
        };
    }

    private static long total(List<Long> sums) {
        return sums.stream().mapToLong(Long::longValue).sum();
    }
}
