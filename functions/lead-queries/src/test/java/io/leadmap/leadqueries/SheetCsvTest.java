package io.leadmap.leadqueries;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadmap.desk.DemoPractice;
import io.leadmap.domain.lead.Channel;
import io.leadmap.domain.lead.Dates;
import io.leadmap.domain.lead.LeadId;
import io.leadmap.domain.lead.Phone;
import io.leadmap.domain.lead.Status;
import io.leadmap.json.Json;
import io.leadmap.ports.LeadSheet.Row;
import io.micronaut.json.tree.JsonNode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

class SheetCsvTest {

    private static final Instant NOW = Instant.parse("2026-02-27T09:30:00Z");

    private final SheetCsv csv = new SheetCsv(DemoPractice.read());

    private static Row row(String name, String comment) {
        return new Row(
                new LeadId("lead00000001"),
                name,
                name,
                "monique@example.com",
                Phone.of("+61444444444"),
                Status.CREATED,
                null,
                Set.of(),
                "ava",
                "physio",
                "google",
                Channel.FORM,
                Dates.entered(NOW, NOW),
                2,
                NOW,
                null,
                comment,
                null,
                null,
                null);
    }

    @Test
    void a_table_of_one_row_is_whole() {
        csv.add(row("Monique \"Mo\" Lee, jr", "Prefers\nmornings"));

        assertThat(csv.text())
                .isEqualTo(
                        """
                        \uFEFF"id","name","email","phone","patient","status","source","division","owner",\
                        "created","booked","invoiced","attempts","lastActivity","lastComment"\r
                        "lead00000001","Monique ""Mo"" Lee, jr","monique@example.com","'+61444444444","",\
                        "Created","Google Search","Physiotherapy","Ava Thompson","2026-02-27","","","2",\
                        "2026-02-27","Prefers
                        mornings"\r
                        """);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+61",
                "-1",
                "@SUM(A1)",
                ";=1+1",
                ",=1+1",
                "x;=1+1",
                "x; =1+1",
                "x\t=1+1",
                "x\n=1+1",
                "x;\"=1+1",
                "\"=1+1",
                " =1+1",
                "\u00a0=1+1",
                "\uff1d1+1",
                ";=1;+2;-3;@A",
                "a|=cmd"
            })
    void a_cell_that_a_spreadsheet_would_run_is_made_harmless_for_whatever_separates(String cell) {
        csv.add(row("Monique Lee", cell));

        String row = csv.text().lines().skip(1).collect(Collectors.joining("\n"));
        for (String separator : List.of(",", ";", "\t", "\\|", "\n")) {
            for (String part : row.split(separator, -1)) {
                String read = part.replaceAll("^[\\p{Z}\\s\"]+", "");
                assertThat(read).as(part).doesNotContainPattern("^[=+\\-@\uff1d]");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\t=1", "\r=1", "\tx", "\rx"})
    void a_cell_never_begins_with_a_control_character(String cell) {
        csv.add(row("Monique Lee", cell));

        assertThat(csv.text()).contains("\"'" + cell.charAt(0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Tim Cook - massage", "a+b=c", "mail@example.com", "rang 3-4 times; no"})
    void what_no_spreadsheet_runs_stays_as_it_is(String cell) {
        csv.add(row("Monique Lee", cell));

        assertThat(csv.text()).contains("\"" + cell + "\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u819d", "\"", "\n", "x"})
    void its_size_is_counted_as_it_is_answered_and_it_grows_no_further(String character) {
        Row row = row("Monique Lee", "x" + character.repeat(1_999));
        int rows = 0;
        while (!csv.isTooLarge() && rows < 100_000) {
            csv.add(row);
            rows++;
        }
        byte[] written = Json.write(JsonNode.createStringNode(csv.text()));
        assertThat(written.length).isBetween(4_900_000, 6_020_000);

        csv.add(row);
        assertThat(Json.write(JsonNode.createStringNode(csv.text()))).hasSameSizeAs(written);
    }
}
