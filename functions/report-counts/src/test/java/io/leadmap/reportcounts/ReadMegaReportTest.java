package io.leadmap.reportcounts;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadmap.domain.decide.Command;
import io.leadmap.domain.lead.LeadId;
import io.leadmap.domain.lead.Status;
import io.leadmap.domain.report.Row;
import io.leadmap.leadqueries.MegaQuery;
import io.leadmap.leadqueries.MegaQuery.By;
import io.leadmap.leadqueries.MegaQuery.Split;
import io.leadmap.leadqueries.MegaReport;
import io.leadmap.leadqueries.MegaReport.Column;
import io.leadmap.leadqueries.MegaReport.Part;
import io.leadmap.leadqueries.ReadMegaReport;
import io.leadmap.leadqueries.ReadMegaReport.Behind;
import io.leadmap.ports.LeadSheet;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The Mega Report's columns, filters, splits and the leads behind its numbers (domain section 10).
 */
class ReadMegaReportTest {

    private final CountingDesk desk = new CountingDesk();
    private final ReadMegaReport reading =
            new ReadMegaReport(desk.store.counts(), desk.store.leadSheet());
    private final List<LeadId> leads = new ArrayList<>();

    @BeforeEach
    void countSomeLeads() {
        leads.add(desk.at("2026-02-27T02:00:00Z").add("physio", "google", "ava"));
        leads.add(desk.at("2026-03-01T02:00:00Z").add("harbour", "google", "noah"));
        leads.add(desk.at("2026-03-02T02:00:00Z").add("massage", null, null));
        leads.add(desk.at("2026-03-02T03:00:00Z").add("brightwater", "friend", "ava"));
        desk.at("2026-03-03T02:00:00Z")
                .then(leads.get(0), new Command.SetStatus(Status.BOOKED, null, null));
    }

    @Test
    void a_report_by_day_has_a_column_for_each_day_and_a_line_for_each_row() {
        MegaReport report = read(query("2026-02-27", "2026-03-03", By.DAY));
        assertThat(report.columns()).hasSize(5).contains(column("2026-03-01", "2026-03-01"));
        assertThat(report.lines()).extracting(MegaReport.Line::row).containsExactly(Row.values());
        assertThat(line(report, Row.ADDITIONAL_LEADS).counts()).containsExactly(1L, 0L, 1L, 2L, 0L);
        assertThat(line(report, Row.ADDITIONAL_LEADS).total()).isEqualTo(4);
        assertThat(line(report, Row.ADDITIONAL_LEADS_BOOKED).counts())
                .containsExactly(0L, 0L, 0L, 0L, 1L);
        assertThat(line(report, Row.LOST).total()).isZero();
        assertThat(line(report, Row.LOST).split()).isEmpty();
    }

    @Test
    void weeks_begin_as_the_practice_wants_and_end_with_the_period() {
        MegaReport report = read(query("2026-02-27", "2026-03-03", By.WEEK));
        assertThat(report.columns())
                .containsExactly(
                        column("2026-02-27", "2026-03-01"), column("2026-03-02", "2026-03-03"));
        assertThat(line(report, Row.ADDITIONAL_LEADS).counts()).containsExactly(2L, 2L);
    }

    @Test
    void months_are_months() {
        MegaReport report = read(query("2026-02-10", "2026-04-01", By.MONTH));
        assertThat(report.columns())
                .containsExactly(
                        column("2026-02-10", "2026-02-28"),
                        column("2026-03-01", "2026-03-31"),
                        column("2026-04-01", "2026-04-01"));
        assertThat(line(report, Row.ADDITIONAL_LEADS).counts()).containsExactly(1L, 3L, 0L);
    }

    @Test
    void a_period_ends_where_it_says() {
        MegaReport report = read(query("2026-03-01", "2026-03-01", By.MONTH));
        assertThat(line(report, Row.ADDITIONAL_LEADS).counts()).containsExactly(1L);
    }

    @Test
    void a_division_counts_with_all_below_it() {
        assertThat(total(Set.of("physio"), Set.of(), Set.of())).isEqualTo(2);
        assertThat(total(Set.of("harbour"), Set.of(), Set.of())).isEqualTo(1);
        assertThat(total(Set.of("brightwater"), Set.of(), Set.of())).isEqualTo(4);
        assertThat(total(Set.of("harbour", "massage"), Set.of(), Set.of())).isEqualTo(2);
    }

    @Test
    void sources_and_owners_filter_and_none_is_blank() {
        assertThat(total(Set.of(), Set.of("google"), Set.of())).isEqualTo(2);
        assertThat(total(Set.of(), Set.of("google", "none"), Set.of())).isEqualTo(3);
        assertThat(total(Set.of(), Set.of(), Set.of("none"))).isEqualTo(1);
        assertThat(total(Set.of(), Set.of("google"), Set.of("ava"))).isEqualTo(1);
    }

    @Test
    void a_split_names_its_parts_as_they_are_called_today() {
        MegaReport byOwner = read(split(Split.OWNER));
        assertThat(line(byOwner, Row.ADDITIONAL_LEADS).split())
                .contains(
                        List.of(
                                new Part(null, null, List.of(0L, 1L), 1),
                                new Part("ava", "Ava Thompson", List.of(1L, 1L), 2),
                                new Part("noah", "Noah Singh", List.of(1L, 0L), 1)));
        assertThat(line(read(split(Split.SOURCE)), Row.ADDITIONAL_LEADS_BOOKED).split())
                .contains(List.of(new Part("google", "Google Search", List.of(0L, 1L), 1)));
        assertThat(line(read(split(Split.DIVISION)), Row.ADDITIONAL_LEADS).split().orElseThrow())
                .extracting(Part::name)
                .containsExactly("Brightwater", "Harbour Street", "Massage", "Physiotherapy");
    }

    @Test
    void each_number_opens_its_leads() {
        Behind all = behind(query("2026-02-27", "2026-03-03", By.DAY), 10, null);
        assertThat(all.rows()).extracting(LeadSheet.Row::id).containsExactlyElementsOf(leads);
        assertThat(all.next()).isNull();
        MegaQuery noahs =
                new MegaQuery(
                        LocalDate.parse("2026-02-27"),
                        LocalDate.parse("2026-03-03"),
                        By.DAY,
                        Set.of("physio"),
                        Set.of(),
                        Set.of("noah"),
                        Optional.empty());
        assertThat(behind(noahs, 10, null).rows())
                .extracting(LeadSheet.Row::id)
                .containsExactly(leads.get(1));
    }

    @Test
    void the_leads_behind_a_number_come_in_pages() {
        MegaQuery query = query("2026-02-27", "2026-03-03", By.DAY);
        Behind first = behind(query, 3, null);
        assertThat(first.rows())
                .extracting(LeadSheet.Row::id)
                .containsExactlyElementsOf(leads.subList(0, 3));
        Behind second = behind(query, 3, first.next());
        assertThat(second.rows()).extracting(LeadSheet.Row::id).containsExactly(leads.get(3));
        assertThat(second.next()).isNull();
    }

    @Test
    void a_lead_that_stays_behind_a_number_is_shown_once_though_those_before_it_leave() {
        MegaQuery query = query("2026-02-27", "2026-03-03", By.DAY);
        Behind first = behind(query, 2, null);
        leads.subList(0, 2)
                .forEach(
                        gone -> desk.then(gone, new Command.SetStatus(Status.INVALID, null, null)));

        assertThat(behind(query, 2, first.next()).rows())
                .extracting(LeadSheet.Row::id)
                .containsExactlyElementsOf(leads.subList(2, 4));
    }

    private MegaReport read(MegaQuery query) {
        return reading.read(desk.practice, query);
    }

    private Behind behind(MegaQuery query, int limit, @Nullable String cursor) {
        return reading.behind(desk.practice, query, Row.ADDITIONAL_LEADS, limit, cursor);
    }

    private long total(Set<String> divisions, Set<String> sources, Set<String> owners) {
        MegaQuery query =
                new MegaQuery(
                        LocalDate.parse("2026-02-27"),
                        LocalDate.parse("2026-03-03"),
                        By.DAY,
                        divisions,
                        sources,
                        owners,
                        Optional.empty());
        return line(read(query), Row.ADDITIONAL_LEADS).total();
    }

    private static MegaQuery split(Split split) {
        return new MegaQuery(
                LocalDate.parse("2026-02-23"),
                LocalDate.parse("2026-03-08"),
                By.WEEK,
                Set.of(),
                Set.of(),
                Set.of(),
                Optional.of(split));
    }

    private static MegaQuery query(String from, String to, By by) {
        return new MegaQuery(
                LocalDate.parse(from),
                LocalDate.parse(to),
                by,
                Set.of(),
                Set.of(),
                Set.of(),
                Optional.empty());
    }

    private static MegaReport.Line line(MegaReport report, Row row) {
        return report.lines().get(row.ordinal());
    }

    private static Column column(String from, String to) {
        return new Column(LocalDate.parse(from), LocalDate.parse(to));
    }
}
