package io.leadmap.benchmarks.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.leadmap.benchmarks.cost.Capacities.Row;
import io.leadmap.template.TemplateReader;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** What the README says that it costs is added up here. */
class BillTest {

    private static final String BEGIN = "<!-- cost: begin -->\n";
    private static final String END = "<!-- cost: end -->";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path ROOT = root();

    private final Deployment deployment =
            new Deployment(TemplateReader.asWritten(ROOT.resolve("template.yaml")));
    private final PriceList prices;
    private final LeadLife life;
    private final Bill bill;

    BillTest() throws IOException {
        Capacities capacities =
                Capacities.read(Files.readString(ROOT.resolve("infrastructure/data/TABLES.md")));
        prices = new PriceList(json("infrastructure/cost/prices.json"));
        life = new LeadLife(json("infrastructure/cost/usage.json"), capacities, deployment);
        bill = Bill.of(life, capacities, deployment, prices);
    }

    private static JsonNode json(String file) throws IOException {
        return JSON.readTree(ROOT.resolve(file).toFile());
    }

    private static Path root() {
        return Stream.iterate(Path.of("").toAbsolutePath(), Objects::nonNull, Path::getParent)
                .filter(folder -> Files.exists(folder.resolve("template.yaml")))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void the_readme_says_what_is_added_up() throws IOException {
        Path file = ROOT.resolve("README.md");
        String readme = Files.readString(file);
        int begin = readme.indexOf(BEGIN) + BEGIN.length();
        int end = readme.indexOf(END);
        assertThat(begin).isGreaterThan(BEGIN.length());
        if (Boolean.getBoolean("leadmap.cost.write")) {
            Files.writeString(
                    file, readme.substring(0, begin) + bill.text() + readme.substring(end));
            return;
        }

        assertThat(readme.substring(begin, end))
                .as("README.md; -Dleadmap.cost.write=true writes it anew")
                .isEqualTo(bill.text());
    }

    @Test
    void a_lead_has_the_life_that_the_readme_tells() {
        assertThat(life.mails()).isEqualTo(4);
        assertThat(life.requests()).as("form, 6 calls, 20 pages of two, PMS").isEqualTo(50);
        assertThat(life.commits()).isEqualTo(1 + 3 + 4 * 2 + 6 + 2);
        assertThat(life.leadsAMonth()).isEqualTo(300);
    }

    @Test
    void the_units_of_a_path_are_those_that_the_tables_document_adds_up() throws IOException {
        String document = Files.readString(ROOT.resolve("infrastructure/data/TABLES.md"));
        Capacities capacities = Capacities.read(document);
        assertThat(capacities.writes()).hasSizeGreaterThan(10);
        capacities
                .writes()
                .forEach((path, rows) ->
                        assertThat(document)
                                .contains(
                                        "#### %s: %d\n"
                                                .formatted(
                                                        path,
                                                        rows.stream().mapToInt(Row::units).sum())));
        assertThat(capacities.reads()).hasSizeGreaterThan(4);
        assertThat(life.writeUnits()).isBetween(200.0, 320.0);
    }

    @Test
    void every_reader_of_a_stream_is_called_for_what_is_written_to_its_table() {
        assertThat(deployment.readers())
                .containsEntry("HistoryTable", Set.of("EventPublisher"))
                .containsEntry("LeadsTable", Set.of("PmsWorker", "ReportCounts"))
                .containsEntry("MailTable", Set.of("MailSender"))
                .containsEntry("InboxTable", Set.of("PmsWorker"));
        // form and drip 4 readers each, a mail's sending and delivery 3 and 3 and news twice,
        // a call 3, a PMS event 3
        assertThat(life.called()).isEqualTo(4 + 3 * 4 + 4 * (3 + 3 + 2) + 6 * 3 + 2 * 3);
    }

    @Test
    void parts_come_largest_first_and_every_price_names_its_unit_and_source() {
        assertThat(bill.lead()).extracting(Bill.Line::dollars).isSortedAccordingTo(descending());
        assertThat(bill.month()).extracting(Bill.Line::dollars).isSortedAccordingTo(descending());
        assertThat(LocalDate.parse(prices.date())).isAfterOrEqualTo("2026-11-27");
        assertThat(prices.document().path("prices").valueStream())
                .isNotEmpty()
                .allSatisfy(price -> {
                    assertThat(price.path("source").asText()).startsWith("https://");
                    assertThat(price.path("unit").asText()).isNotBlank();
                });
    }

    private static Comparator<Double> descending() {
        return Comparator.reverseOrder();
    }

    @Test
    void a_price_is_for_so_many() {
        assertThat(prices.of("ses.mails", 4)).isCloseTo(0.0004, within(1e-12));
        assertThat(prices.ofBytes("cloudwatch.logGigabytes", 2e9)).isCloseTo(1.0, within(1e-12));
    }
}
