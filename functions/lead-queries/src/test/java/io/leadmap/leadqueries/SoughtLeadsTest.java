package io.leadmap.leadqueries;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadmap.domain.history.RecordEntry;
import io.leadmap.domain.lead.Attribution;
import io.leadmap.domain.lead.Channel;
import io.leadmap.domain.lead.FieldKey;
import io.leadmap.domain.lead.FieldValue;
import io.leadmap.domain.lead.Fields;
import io.leadmap.domain.lead.LeadId;
import io.leadmap.domain.practice.Practice;
import io.leadmap.domain.practice.PracticeId;
import io.leadmap.domain.text.Search;
import io.leadmap.leadqueries.ReadLeadSheet.Answer;
import io.leadmap.leadqueries.SheetQuery.Column;
import io.leadmap.leadqueries.SheetQuery.Period;
import io.leadmap.leadqueries.SheetQuery.Sort;
import io.leadmap.leadqueries.SheetQuery.Suspended;
import io.leadmap.phones.InternationalPhones;
import io.leadmap.ports.LeadSheet;
import io.leadmap.ports.LeadSheet.Range;
import io.leadmap.ports.LeadSheet.Row;
import io.leadmap.ports.NameIndex;
import io.leadmap.testkit.InMemoryStore;
import io.leadmap.testkit.LeadStory;
import io.leadmap.testkit.MovableClock;
import io.leadmap.testkit.SamplePractices;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** Whoever is searched for by name is looked up, and it is the same as if every row were read. */
class SoughtLeadsTest {

    private static final Practice PRACTICE = SamplePractices.of(new PracticeId("practice"));
    private static final List<String> WORDS =
            List.of(
                    "Ann",
                    "Anna",
                    "Anne-Marie",
                    "Änne",
                    "An",
                    "na",
                    "O’Hara",
                    "O'Hara",
                    "Ohara",
                    "Élodie",
                    "D'Arcy",
                    "van",
                    "Dijk",
                    "Müller",
                    "Muller",
                    "Strauß",
                    "STRAUSS",
                    "王小明",
                    "小明",
                    "Ёлка",
                    "नेहा",
                    "Tim",
                    "Cook",
                    "massage",
                    "★");

    private final MovableClock clock = new MovableClock(Instant.parse("2026-03-02T00:00:00Z"));
    private final InMemoryStore store = new InMemoryStore(clock);
    private final CountedSheet sheet = new CountedSheet(store.leadSheet());
    private final ReadLeadSheet reader = reader(store.nameIndex());
    private int leads;

    private ReadLeadSheet reader(NameIndex names) {
        return new ReadLeadSheet(sheet, store.leads(), names, new InternationalPhones());
    }

    /** Begins a lead; the stream has told of it. */
    private LeadId add(String first, String last, @Nullable String name) {
        LeadId lead = begin(first, last, name);
        store.nameIndex().follow(PRACTICE.id(), lead);
        return lead;
    }

    private LeadId begin(String first, String last, @Nullable String name) {
        clock.advance(Duration.ofSeconds(1));
        Fields fields =
                Fields.of(
                        Map.of(
                                FieldKey.FIRST_NAME, new FieldValue.Text(first),
                                FieldKey.LAST_NAME, new FieldValue.Text(last),
                                FieldKey.PHONE, new FieldValue.Text("+61444444444")));
        LeadStory story =
                new LeadStory(PRACTICE.id(), new LeadId("lead%08d".formatted(leads++)), clock);
        story.then(
                store,
                new RecordEntry.LeadCreated(
                        Channel.FORM,
                        name == null
                                ? fields
                                : fields.with(FieldKey.NAME, new FieldValue.Text(name)),
                        "root",
                        null,
                        leads % 3 == 0 ? "anna" : null,
                        clock.instant(),
                        Attribution.NONE));
        return story.id();
    }

    private void addMany(int many) {
        Random random = new Random(1);
        for (int i = 0; i < many; i++) {
            add(
                    WORDS.get(random.nextInt(WORDS.size())),
                    WORDS.get(random.nextInt(WORDS.size())),
                    random.nextInt(4) > 0
                            ? null
                            : WORDS.get(random.nextInt(WORDS.size()))
                                    + " - "
                                    + WORDS.get(random.nextInt(WORDS.size())));
        }
    }

    @Provide
    Arbitrary<String> typed() {
        Arbitrary<String> beginning =
                Combinators.combine(Arbitraries.of(WORDS), Arbitraries.integers().between(1, 10))
                        .as((word, length) -> word.substring(0, Math.min(length, word.length())));
        return Combinators.combine(
                        beginning.list().ofMinSize(1).ofMaxSize(3),
                        Arbitraries.of(" ", "", "-", "'", ", "))
                .as((words, between) -> String.join(between, words));
    }

    @Property(tries = 200)
    void whatever_is_typed_finds_what_reading_every_row_finds(@ForAll("typed") String typed) {
        if (leads == 0) {
            addMany(80);
        }
        List<LeadId> expected =
                everyRow().stream()
                        .filter(row -> new Search(typed).finds(SheetFilter.names(row)))
                        .map(Row::id)
                        .toList();

        assertThat(pages(query(typed, Set.of(), null), 7)).isEqualTo(expected);
        assertThat(pages(query(typed, Set.of(), new Sort(Column.CREATED, false)), 7))
                .isEqualTo(expected.reversed());
        assertThat(pages(query(typed, Set.of(), new Sort(Column.NAME, false)), 7))
                .containsExactlyInAnyOrderElementsOf(expected);
        assertThat(reader.total(PRACTICE, query(typed, Set.of(), null)).count())
                .isEqualTo(expected.size());
    }

    @Example
    void a_search_reads_what_it_finds_and_the_newest_however_many_leads_there_are() {
        LeadId first = add("Grace", "Hopper", null);
        addMany(500);
        LeadId second = add("Gracia", "Hopp", null);
        addMany(500);
        sheet.read = 0;

        assertThat(pages(query("hopp gra", Set.of(), null), 50)).containsExactly(second, first);
        assertThat(sheet.read).isEqualTo(2 + SoughtLeads.NEWEST);
    }

    @Example
    void who_was_added_just_now_is_found_before_the_stream_tells_of_it() {
        addMany(50);
        LeadId grace = begin("Grace", "Hopper", null);
        begin("Ada", "Lovelace", null);

        assertThat(pages(query("hop", Set.of(), null), 50)).containsExactly(grace);
    }

    @Example
    void other_filters_hold_and_a_page_reads_a_bounded_number_of_those_they_leave_out() {
        for (int i = 0; i < 600; i++) {
            add("Grace", "Hopper", null);
        }
        addMany(50);
        List<LeadId> anna = pages(query("grace", Set.of("anna"), null), 50);
        assertThat(anna)
                .hasSize(200)
                .isSortedAccordingTo(Comparator.comparing(LeadId::value).reversed());

        sheet.read = 0;
        Answer.Page nobodys =
                (Answer.Page) reader.page(PRACTICE, query("grace", Set.of("noah"), null), 50, null);
        assertThat(nobodys.rows()).isEmpty();
        assertThat(sheet.read).isEqualTo(Sought.READ_FOR_A_PAGE + SoughtLeads.NEWEST);
        assertThat(nobodys.next()).isNotNull();
    }

    @Example
    void counting_stops_behind_a_thousand_of_those_that_are_found() {
        for (int i = 0; i < 1_300; i++) {
            add("Grace", "Hopper", null);
        }
        sheet.read = 0;

        assertThat(reader.total(PRACTICE, query("grace", Set.of(), null)))
                .isEqualTo(new ReadLeadSheet.Total(ReadLeadSheet.COUNTABLE, true));
        assertThat(sheet.read).isLessThanOrEqualTo(1_100 + SoughtLeads.NEWEST);
    }

    @Example
    void what_half_of_all_are_called_is_looked_for_on_the_sheet() {
        addMany(300);
        List<LeadId> found = pages(query("an o", Set.of(), null), 50);
        NameIndex everywhere =
                new NameIndex() {
                    @Override
                    public void follow(PracticeId practice, LeadId lead) {}

                    @Override
                    public Found find(PracticeId practice, String beginning, int most) {
                        return new Found(List.of(), true);
                    }
                };

        assertThat(pages(reader(everywhere), query("an o", Set.of(), null), 50))
                .isNotEmpty()
                .isEqualTo(found);
    }

    private List<Row> everyRow() {
        return store.leadSheet()
                .read(
                        PRACTICE.id(),
                        new Range.Created(Period.ALWAYS.from(), Period.ALWAYS.to()),
                        true,
                        null,
                        100_000)
                .rows();
    }

    private List<LeadId> pages(SheetQuery query, int limit) {
        return pages(reader, query, limit);
    }

    private static List<LeadId> pages(ReadLeadSheet reader, SheetQuery query, int limit) {
        List<LeadId> found = new ArrayList<>();
        String after = null;
        do {
            Answer.Page page = (Answer.Page) reader.page(PRACTICE, query, limit, after);
            page.rows().forEach(row -> found.add(row.id()));
            after = page.next();
        } while (after != null);
        return found;
    }

    private static SheetQuery query(String typed, Set<String> owners, @Nullable Sort sort) {
        return new SheetQuery(
                Set.of(),
                owners,
                Set.of(),
                Set.of(),
                Map.of(),
                Set.of(),
                false,
                null,
                0,
                100,
                Period.ALWAYS,
                Set.of(),
                null,
                Suspended.USUAL,
                typed,
                sort);
    }

    /** Counts the rows that are read. */
    private static final class CountedSheet implements LeadSheet {

        private final LeadSheet sheet;
        private int read;

        CountedSheet(LeadSheet sheet) {
            this.sheet = sheet;
        }

        @Override
        public Page read(
                PracticeId practice,
                Range range,
                boolean newestFirst,
                @Nullable Position after,
                int limit) {
            Page page = sheet.read(practice, range, newestFirst, after, limit);
            read += page.rows().size();
            return page;
        }

        @Override
        public Optional<Row> row(PracticeId practice, LeadId lead) {
            read++;
            return sheet.row(practice, lead);
        }

        @Override
        public Map<LeadId, Row> rows(PracticeId practice, List<LeadId> leads) {
            read += leads.size();
            return sheet.rows(practice, leads);
        }

        @Override
        public Map<LeadId, String> comments(PracticeId practice, List<LeadId> leads) {
            return sheet.comments(practice, leads);
        }
    }
}
