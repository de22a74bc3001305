package io.leadmap.leadqueries;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadmap.domain.appointment.Appointment;
import io.leadmap.domain.lead.Channel;
import io.leadmap.domain.lead.Dates;
import io.leadmap.domain.lead.LeadId;
import io.leadmap.domain.lead.Status;
import io.leadmap.domain.practice.Practice;
import io.leadmap.domain.practice.PracticeId;
import io.leadmap.leadqueries.ReadLeadSheet.Answer;
import io.leadmap.leadqueries.SheetQuery.Column;
import io.leadmap.leadqueries.SheetQuery.Period;
import io.leadmap.leadqueries.SheetQuery.Sort;
import io.leadmap.leadqueries.SheetQuery.Suspended;
import io.leadmap.phones.InternationalPhones;
import io.leadmap.ports.LeadSheet;
import io.leadmap.ports.LeadSheet.Row;
import io.leadmap.testkit.InMemoryStore;
import io.leadmap.testkit.SamplePractices;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the Lead Sheet may read, and what it does where there is more. */
class ReadLeadSheetTest {

    private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");
    private static final Practice PRACTICE = SamplePractices.of(new PracticeId("practice"));

    @Test
    void a_page_reads_a_bounded_number_of_rows_and_goes_on_behind_them() {
        Many many = new Many(5_000);
        ReadLeadSheet sheet = sheet(many);
        SheetQuery booked = query(Set.of(Status.BOOKED), null, null);
        List<LeadId> found = new ArrayList<>();
        String after = null;
        int pages = 0;
        do {
            many.read = 0;
            Answer.Page page = (Answer.Page) sheet.page(PRACTICE, booked, 50, after);
            assertThat(many.read).isBetween(1, 1_250);
            page.rows().forEach(row -> found.add(row.id()));
            after = page.next();
            pages++;
        } while (after != null);

        assertThat(pages).as("short pages that go on").isBetween(4, 6);
        // Every thousandth lead is booked, and the newest come first.
        assertThat(found)
                .extracting(LeadId::value)
                .containsExactly(
                        "lead00004000",
                        "lead00003000",
                        "lead00002000",
                        "lead00001000",
                        "lead00000000");
    }

    @Test
    void a_page_that_is_full_reads_no_further() {
        Many many = new Many(5_000);
        Answer.Page page =
                (Answer.Page) sheet(many).page(PRACTICE, query(Set.of(), null, null), 50, null);

        assertThat(page.rows()).hasSize(50);
        assertThat(many.read).isEqualTo(50);
    }

    @Test
    void a_column_without_an_index_can_be_sorted_by_up_to_two_thousand_rows() {
        Sort byName = new Sort(Column.NAME, false);
        assertThat(sheet(new Many(2_000)).page(PRACTICE, query(Set.of(), byName, null), 50, null))
                .isInstanceOf(Answer.Page.class);
        assertThat(sheet(new Many(2_001)).page(PRACTICE, query(Set.of(), byName, null), 50, null))
                .isInstanceOf(Answer.TooManyToSort.class);
        // It is what matches that counts.
        assertThat(
                        sheet(new Many(2_001))
                                .page(
                                        PRACTICE,
                                        query(Set.of(Status.BOOKED), byName, null),
                                        50,
                                        null))
                .isInstanceOf(Answer.Page.class);
    }

    @Test
    void what_would_read_too_much_is_not_sorted_although_little_of_it_matches() {
        Many many = new Many(30_000);
        Sort byName = new Sort(Column.NAME, false);

        assertThat(sheet(many).page(PRACTICE, query(Set.of(Status.BOOKED), byName, null), 50, null))
                .isInstanceOf(Answer.TooManyToSort.class);
        assertThat(many.read).isLessThanOrEqualTo(20_250);
    }

    @Test
    void counting_stops_at_a_thousand_and_says_so() {
        assertThat(sheet(new Many(1_000)).total(PRACTICE, query(Set.of(), null, null)))
                .isEqualTo(new ReadLeadSheet.Total(1_000, false));
        assertThat(sheet(new Many(1_001)).total(PRACTICE, query(Set.of(), null, null)))
                .isEqualTo(new ReadLeadSheet.Total(1_000, true));
    }

    @Test
    void appointments_are_filtered_by_their_state_and_by_there_being_none() {
        ReadLeadSheet sheet = sheet(new Many(10));
        assertThat(ids(sheet, query(Set.of(), null, Appointment.State.ARRIVED)))
                .containsExactly("lead00000003");
        assertThat(ids(sheet, query(Set.of(), null, Appointment.State.CANCELLED))).isEmpty();
        SheetQuery none =
                new SheetQuery(
                        Set.of(),
                        Set.of(),
                        Set.of(),
                        Set.of(),
                        Map.of(),
                        Set.of(),
                        true,
                        null,
                        0,
                        100,
                        Period.ALWAYS,
                        Set.of(),
                        null,
                        Suspended.USUAL,
                        null,
                        null);
        assertThat(ids(sheet, none)).hasSize(9).doesNotContain("lead00000003");
    }

    private static List<String> ids(ReadLeadSheet sheet, SheetQuery query) {
        return ((Answer.Page) sheet.page(PRACTICE, query, 200, null))
                .rows().stream().map(row -> row.id().value()).toList();
    }

    private static ReadLeadSheet sheet(LeadSheet rows) {
        InMemoryStore store = new InMemoryStore(() -> FIRST);
        return new ReadLeadSheet(rows, store.leads(), store.nameIndex(), new InternationalPhones());
    }

    private static SheetQuery query(
            Set<Status> statuses, @Nullable Sort sort, Appointment.@Nullable State appointment) {
        return new SheetQuery(
                statuses,
                Set.of(),
                Set.of(),
                Set.of(),
                Map.of(),
                Set.of(),
                false,
                appointment,
                0,
                100,
                Period.ALWAYS,
                Set.of(),
                null,
                Suspended.USUAL,
                null,
                sort);
    }

    /**
     * Leads that came a second apart; the thousandths are booked, the third has arrived. Counts the
     * rows that are read.
     */
    private static final class Many implements LeadSheet {

        private final int rows;
        private int read;

        Many(int rows) {
            this.rows = rows;
        }

        @Override
        public Page read(
                PracticeId practice,
                Range range,
                boolean newestFirst,
                @Nullable Position after,
                int limit) {
            int next = rows - 1;
            if (after != null) {
                next = (int) (after.at().getEpochSecond() - FIRST.getEpochSecond()) - 1;
            }
            List<Row> page = new ArrayList<>();
            for (int i = next; i >= 0 && page.size() < limit; i--) {
                page.add(numbered(i));
            }
            read += page.size();
            return new Page(page, next - page.size() >= 0);
        }

        @Override
        public Map<LeadId, Row> rows(PracticeId practice, List<LeadId> leads) {
            return Map.of();
        }

        @Override
        public Map<LeadId, String> comments(PracticeId practice, List<LeadId> leads) {
            return Map.of();
        }

        @Override
        public Optional<Row> row(PracticeId practice, LeadId lead) {
            return Optional.empty();
        }

        private static Row numbered(int i) {
            Instant at = FIRST.plusSeconds(i);
            return new Row(
                    new LeadId("lead%08d".formatted(i)),
                    "Monique Lee",
                    "Monique Lee",
                    "m@example.com",
                    null,
                    i % 1_000 == 0 ? Status.BOOKED : Status.CREATED,
                    null,
                    Set.of(),
                    "anna",
                    "root",
                    "web",
                    Channel.FORM,
                    Dates.entered(at, at),
                    0,
                    at,
                    null,
                    null,
                    null,
                    null,
                    i == 3 ? Appointment.State.ARRIVED : null);
        }
    }
}
