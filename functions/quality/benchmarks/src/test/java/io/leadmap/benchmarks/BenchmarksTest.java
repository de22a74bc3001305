package io.leadmap.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The parts that measure nothing; the rest runs by {@code mvn -Pbenchmarks}. */
class BenchmarksTest {

    private static final Path ROOT = Path.of("..", "..", "..");

    @Test
    void the_readme_quotes_what_was_measured() throws IOException {
        String readme = Files.readString(ROOT.resolve("README.md"));
        String begin = "<!-- measured: begin -->\n";
        int from = readme.indexOf(begin);

        assertThat(from).isPositive();
        assertThat(
                        readme.substring(
                                from + begin.length(), readme.indexOf("<!-- measured: end -->")))
                .isEqualTo(Files.readString(Path.of("RESULTS.md")));
    }

    @Test
    void every_capacity_goal_is_met_but_that_of_a_drip_mail() throws IOException {
        List<Report.Line> lines = CapacityGoals.read(ROOT.resolve("infrastructure/data/TABLES.md"));

        assertThat(lines).hasSizeGreaterThanOrEqualTo(8);
        assertThat(lines)
                .filteredOn(line -> !line.met())
                .extracting(Report.Line::what)
                .containsExactly("WRU: drip mail, all in");
    }

    @Test
    void a_spread_tells_the_middle_and_both_ends() {
        Spread spread = new Spread(List.of(1.30, 1.10, 1.20, 9.0));

        assertThat(spread.median()).isEqualTo(1.25);
        assertThat(spread.text("%.2f")).isEqualTo("1.25 (1.10 to 9.00)");
        assertThat(new Spread(List.of(3.0, 1.0, 2.0)).median()).isEqualTo(2.0);
    }

    @Test
    void recorded_calls_are_made_again_for_another_lead_at_the_same_length() throws IOException {
        JsonNode request =
                new ObjectMapper()
                        .readTree(
                                """
                                {"ClientRequestToken": "token-000000", "TransactItems": [
                                  {"Put": {"Item": {"pk": {"S": "p#lead000000"}, "id": {"S": "p-lead000000-1"}}}},
                                  {"Update": {"Key": {"pk": {"S": "p#g#guard000000"}}}}]}
                                """);
        RecordedCalls recorded =
                RecordedCalls.of(
                        List.of(
                                new Tap.Exchange(
                                        "DynamoDB_20120810.TransactWriteItems", request, request)));

        String again = recorded.forAnother(42);

        assertThat(again)
                .hasSameSizeAs(recorded.calls())
                .contains("p#lead000042", "p-lead000042-1", "p#g#guard000042", "token-000042")
                .doesNotContain("000000");
    }
}
