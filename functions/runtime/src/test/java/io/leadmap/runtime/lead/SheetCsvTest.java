package io.leadmap.runtime.lead;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadmap.application.LeadSheet.Row;
import io.leadmap.domain.lead.Channel;
import io.leadmap.domain.lead.Dates;
import io.leadmap.domain.lead.LeadId;
import io.leadmap.domain.lead.Phone;
import io.leadmap.domain.lead.Status;
import io.leadmap.runtime.DemoPractice;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Set;

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
                        "id,name,email,phone,patient,status,source,division,owner,created,booked,invoiced,attempts,lastActivity,lastComment\r\n"
                            + "lead00000001,\"Monique \"\"Mo\"\" Lee,"
                            + " jr\",monique@example.com,'+61444444444,,Created,Google"
                            + " Search,Physiotherapy,Ava"
                            + " Thompson,2026-02-27,,,2,2026-02-27,\"Prefers\n"
                            + "mornings\"\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+61", "-1", "@SUM(A1)", "\t=1", "\r=1"})
    void a_cell_that_a_spreadsheet_would_run_is_made_harmless(String cell) {
        csv.add(row("Monique Lee", cell));

        assertThat(csv.text()).contains("'" + cell);
    }

    @Test
    void its_size_is_counted_in_bytes_and_it_grows_no_further_than_may_be_answered() {
        Row row = row("Monique Lee", "\u819d".repeat(80));
        int rows = 0;
        while (!csv.isTooLarge() && rows < 100_000) {
            csv.add(row);
            rows++;
        }
        int bytes = csv.text().getBytes(StandardCharsets.UTF_8).length;
        assertThat(bytes).isBetween(SheetCsv.LIMIT, SheetCsv.LIMIT + 1_000);

        csv.add(row);
        assertThat(csv.text().getBytes(StandardCharsets.UTF_8)).hasSize(bytes);
    }
}
