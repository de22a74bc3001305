package io.leadmap.runtime.lead;

import de.siegmar.fastcsv.writer.CsvWriter;

import io.leadmap.application.LeadSheet.Row;
import io.leadmap.domain.practice.Division;
import io.leadmap.domain.practice.Person;
import io.leadmap.domain.practice.Practice;
import io.leadmap.domain.practice.Source;

import org.jspecify.annotations.Nullable;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;

/** The Lead Sheet as a table that spreadsheets read; dates are days in the practice's zone. */
final class SheetCsv {

    /** What may be answered at once, in bytes of UTF-8; Lambda answers with at most 6 MB. */
    static final int LIMIT = 5_000_000;

    private final StringWriter text = new StringWriter();
    // Without a buffer, of which nothing would flush the end.
    private final CsvWriter csv = CsvWriter.builder().bufferSize(0).build(text);
    private final Practice practice;
    private int bytes;

    SheetCsv(Practice practice) {
        this.practice = practice;
        csv.writeRecord(
                "id",
                "name",
                "email",
                "phone",
                "patient",
                "status",
                "source",
                "division",
                "owner",
                "created",
                "booked",
                "invoiced",
                "attempts",
                "lastActivity",
                "lastComment");
    }

    void add(Row row) {
        if (!isTooLarge()) {
            int before = text.getBuffer().length();
            csv.writeRecord(
                    row.id().value(),
                    harmless(row.name()),
                    harmless(row.email()),
                    harmless(row.phone() == null ? null : row.phone().spoken()),
                    harmless(row.patient() == null ? null : row.patient().pmsId()),
                    StatusLabels.label(row.status(), practice.settings().vocabulary()),
                    harmless(practice.source(row.source()).map(Source::name).orElse(row.source())),
                    harmless(
                            practice.division(row.division())
                                    .map(Division::name)
                                    .orElse(row.division())),
                    harmless(owner(row)),
                    day(row.dates().created()),
                    day(row.dates().booked()),
                    day(row.dates().invoiced()),
                    Integer.toString(row.attempts()),
                    day(row.lastActivityAt()),
                    harmless(row.comment()));
            String line = text.getBuffer().substring(before);
            bytes += line.getBytes(StandardCharsets.UTF_8).length;
        }
    }

    boolean isTooLarge() {
        return bytes > LIMIT;
    }

    String text() {
        return text.toString();
    }

    private @Nullable String owner(Row row) {
        String shown = practice.shownOwner(row.owner(), row.status());
        return practice.person(shown).map(Person::name).orElse(shown);
    }

    private String day(@Nullable Instant at) {
        return at == null ? "" : LocalDate.ofInstant(at, practice.settings().timeZone()).toString();
    }

    /** A spreadsheet takes a cell that begins so for a formula. */
    static String harmless(@Nullable String cell) {
        if (cell == null || cell.isEmpty()) {
            return "";
        }
        return "=+-@\t\r".indexOf(cell.charAt(0)) < 0 ? cell : "'" + cell;
    }
}
