package io.leadmap.leadqueries;

import io.leadmap.domain.practice.Division;
import io.leadmap.domain.practice.Person;
import io.leadmap.domain.practice.Practice;
import io.leadmap.domain.practice.Source;
import io.leadmap.leads.StatusLabels;
import io.leadmap.ports.LeadSheet.Row;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;

/** The Lead Sheet as a table that spreadsheets read; dates are days in the practice's zone. */
final class SheetCsv {

    private final Csv csv =
            new Csv(
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
    private final Practice practice;

    SheetCsv(Practice practice) {
        this.practice = practice;
    }

    void add(Row row) {
        csv.add(
                row.id().value(),
                row.name(),
                row.email(),
                row.phone() == null ? null : row.phone().spoken(),
                row.patient() == null ? null : row.patient().pmsId(),
                StatusLabels.label(row.status(), practice.settings().vocabulary()),
                practice.source(row.source()).map(Source::name).orElse(row.source()),
                practice.division(row.division()).map(Division::name).orElse(row.division()),
                owner(row),
                day(row.dates().created()),
                day(row.dates().booked()),
                day(row.dates().invoiced()),
                Integer.toString(row.attempts()),
                day(row.lastActivityAt()),
                row.comment());
    }

    boolean isTooLarge() {
        return csv.isTooLarge();
    }

    String text() {
        return csv.text();
    }

    private @Nullable String owner(Row row) {
        String shown = practice.shownOwner(row.owner(), row.status());
        return practice.person(shown).map(Person::name).orElse(shown);
    }

    private String day(@Nullable Instant at) {
        return at == null ? "" : LocalDate.ofInstant(at, practice.settings().timeZone()).toString();
    }
}
